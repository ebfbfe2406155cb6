import { Inject, Injectable } from '@nestjs/common';
import { type FactValues, withFactsInAnswers } from '@kursdugnad/core/course/facts.js';
import { carriedOver, type VersionStep } from '@kursdugnad/core/runtime/carrying-over.js';
import type { GuideRun } from '@kursdugnad/core/runtime/guide-statements.js';
import type { RecordEvent } from '@kursdugnad/core/runtime/learner-event.js';
import type { LearnerRecord } from '@kursdugnad/core/runtime/learner-record.js';
import { emptyRecord, mergedRecords, recorded } from '@kursdugnad/core/runtime/recording.js';
import { Catalogue } from '../catalogue/catalogue.js';
import { LocalFacts } from '../catalogue/local-facts.js';
import type { CourseVersion } from '../catalogue/versions.js';
import type { Reading } from '../database/database.js';
import { notFound } from '../http/problem.js';
import { Decided } from '../settings.module.js';
import type { Settings } from '../settings.js';
import type { RegistrationRow } from './launch.tables.js';
import { guideRun } from './learner-run.js';

/** A version that a run has been through, as its registration keeps it. */
export interface StageKey {
  hash: string;
  /** Questions that were drawn first, because the learner had met them. */
  asked: string[];
  /** When the run came there; empty for the version it began in. */
  at: string;
}

export interface Stage extends Omit<StageKey, 'hash'> {
  version: CourseVersion;
}

/** The part of a registration that says which versions it has been through. */
type Through = Pick<RegistrationRow, 'municipality' | 'hash' | 'stages'>;

/** One learner's run, through all the versions it has been in; the last is the one it is bound to. */
export interface RunHistory {
  stages: Stage[];
  facts: FactValues;
  /** The run in the version it is bound to. */
  run: GuideRun;
}

/** Reads what a run has been through. */
@Injectable()
export class RunHistories {
  constructor(
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(LocalFacts) private readonly facts: LocalFacts,
    @Inject(Decided) private readonly settings: Settings,
  ) {}

  /** Throws Problem `not-found` when a version is not there. */
  async of(row: Through & Pick<RegistrationRow, 'id' | 'person'>, reading?: Reading): Promise<RunHistory> {
    const { stages, facts } = await this.through(row, reading);
    return { stages, facts, run: this.runIn(row, lastOf(stages), facts) };
  }

  async through(row: Through, reading?: Reading): Promise<Omit<RunHistory, 'run'>> {
    const stages: Stage[] = [];
    for (const { hash, asked, at } of stageKeys(row)) {
      const version = await this.catalogue.versionByHash(hash, reading);
      if (!version) throw notFound();
      stages.push({ version, asked, at });
    }
    return { stages, facts: await this.facts.valuesFor(row.municipality, lastOf(stages).version.course, reading) };
  }

  runIn(row: Pick<RegistrationRow, 'municipality' | 'id' | 'person'>, stage: Stage, facts: FactValues): GuideRun {
    return guideRun(this.settings.publicUrl, row, row.id, { ...stage.version, asked: stage.asked }, facts);
  }
}

export function stageKeys({ hash, stages }: Pick<RegistrationRow, 'hash' | 'stages'>): StageKey[] {
  const through = JSON.parse(stages) as StageKey[];
  return through.length > 0 ? through : [{ hash, asked: [], at: '' }];
}

export function lastOf(stages: readonly Stage[]): Stage {
  const last = stages.at(-1);
  if (!last) throw new Error('A run is in some version');
  return last;
}

/** From a stage to the next, with what the municipality has filled in. */
export function stepBetween(before: CourseVersion, { course, redo }: CourseVersion, facts: FactValues): VersionStep {
  return {
    before: withFactsInAnswers(before.course, facts),
    after: withFactsInAnswers(course, facts),
    redo: redo === 'all' ? [] : redo,
  };
}

/** The record with an event of an earlier version: what it amounts to in the version the run is in now. */
export function recordedIn(
  history: Omit<RunHistory, 'run'>,
  record: LearnerRecord,
  event: RecordEvent,
  version = lastOf(history.stages).version.hash,
): LearnerRecord {
  const at = history.stages.findIndex((stage) => stage.version.hash === version);
  if (at < 0 || at === history.stages.length - 1) return recorded(record, event);
  return mergedRecords(record, carriedFrom(history, at, recorded(emptyRecord, event)));
}

/** What was recorded in the stage with this number, in the version the run is in now. */
function carriedFrom({ stages, facts }: Omit<RunHistory, 'run'>, from: number, record: LearnerRecord): LearnerRecord {
  return stages.slice(from).reduce((so, { version }, index, left) => {
    const before = left[index - 1];
    return before ? carriedOver(so, stepBetween(before.version, version, facts)) : so;
  }, record);
}

/** The record that these events make, each in the version it happened in, in whatever order. */
export function recordThrough(
  { stages, facts }: Omit<RunHistory, 'run'>,
  happened: readonly { event: RecordEvent; version: string | undefined }[],
): LearnerRecord {
  const hashes = stages.map(({ version }) => version.hash);
  return stages.reduce((so, { version }, index) => {
    const before = stages[index - 1];
    const record = before ? carriedOver(so, stepBetween(before.version, version, facts)) : so;
    const isLast = index === stages.length - 1;
    const isHere = (hash: string | undefined) =>
      hash === version.hash || (isLast && (hash === undefined || !hashes.includes(hash)));
    return happened.filter((one) => isHere(one.version)).reduce((all, { event }) => recorded(all, event), record);
  }, emptyRecord);
}
