import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@kursdugnad/core/contract/caller.js';
import type { News } from '@kursdugnad/core/contract/learn.js';
import { blocksOf, mainEdition } from '@kursdugnad/core/course/course-parts.js';
import { carriedStatement } from '@kursdugnad/core/runtime/carried-statement.js';
import { carriedOver, stillAsked } from '@kursdugnad/core/runtime/carrying-over.js';
import { type GuideRun, standingStatements } from '@kursdugnad/core/runtime/guide-statements.js';
import type { LearnerRecord } from '@kursdugnad/core/runtime/learner-record.js';
import { latestIn } from '@kursdugnad/core/runtime/recording.js';
import { signOffAskedAt } from '@kursdugnad/core/runtime/sign-offs.js';
import { standing } from '@kursdugnad/core/runtime/standing.js';
import { Catalogue } from '../catalogue/catalogue.js';
import type { CourseVersion } from '../catalogue/versions.js';
import { Database, type Transaction } from '../database/database.js';
import { hold } from '../database/hold.js';
import { sqlFile } from '../database/sql.js';
import { Statements } from '../lrs/statements.js';
import { registrationKey } from './completion-keeper.js';
import { RegistrationRow } from './launch.tables.js';
import { idsFrom } from './learner-run.js';
import { Recorder } from './recorder.js';
import { lastOf, RunHistories, type RunHistory, type Stage, stepBetween } from './run-histories.js';

const newerVersion = sqlFile(import.meta.url, 'newer-version.sql');

/** Takes those on the way over to a newer version when they open the guide again. */
@Injectable()
export class Carrying {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(RunHistories) private readonly histories: RunHistories,
    @Inject(Statements) private readonly statements: Statements,
    @Inject(Recorder) private readonly recorder: Recorder,
  ) {}

  /**
   * The run goes on in this version, through those between. False when one of them is to be taken again by everybody: then
   * the run stays where it is. Doing it again changes nothing.
   */
  async carry(transaction: Transaction, caller: Caller, id: string, to: CourseVersion): Promise<boolean> {
    await hold(transaction, [registrationKey(id)]);
    const { municipality } = caller;
    const row = await transaction.manager.findOneByOrFail(RegistrationRow, { municipality, id });
    const versions = await this.catalogue.versionsBetween(row.course, row.version, to.number, transaction);
    if (versions.some(({ redo }) => redo === 'all')) return false;
    if (versions.length > 0) await this.through(transaction, caller, row, versions);
    return true;
  }

  /** Whether a newer version waits for a run that is not completed. */
  async isBehind({ municipality, person, course, run, version }: RegistrationRow): Promise<boolean> {
    const rows = await this.database.query(newerVersion, { municipality, person, course, run, version });
    return rows.length > 0;
  }

  private async through(
    transaction: Transaction,
    { at }: Caller,
    row: RegistrationRow,
    versions: CourseVersion[],
  ): Promise<void> {
    const { municipality, id } = row;
    const history = await this.histories.of(row, transaction);
    const idsOf = ({ hash }: CourseVersion) => idsFrom(municipality, id, `version ${hash}`);
    let record = JSON.parse(row.record) as LearnerRecord;
    const before = standing(history.run.course, record);
    const said = [];
    let { run } = history;
    const stages = [...history.stages];
    for (const version of versions) {
      const from = lastOf(stages).version;
      const step = stepBetween(from, version, history.facts);
      record = carriedOver(record, step);
      const asked = stillAsked(run.course, step.after, record);
      const stage: Stage = { version, asked, at };
      stages.push(stage);
      run = this.histories.runIn(row, stage, history.facts);
      said.push(carriedStatement(run, idsOf(version)('resumed'), { from: from.hash, at, asked }));
    }
    const { version } = lastOf(stages);
    const after = standing(run.course, record);
    said.push(...standingStatements(run, { at, before, after, idOf: idsOf(version) }));
    await this.statements.store(transaction, municipality, said);
    const askedAt = signOffAskedAt(record);
    await transaction.manager.update(
      RegistrationRow,
      { municipality, id },
      {
        version: version.number,
        hash: version.hash,
        stages: JSON.stringify(stages.map(({ version: { hash }, ...rest }) => ({ hash, ...rest }))),
        record: JSON.stringify(record),
        askedAt,
      },
    );
    if (askedAt !== row.askedAt) await this.recorder.tellSignOffs(transaction, municipality, row.person);
  }
}

const countedParts = new Set(['lesson', 'question', 'declaration', 'task']);

/** What has come since the learner was here last; null once they have gone on, and for one who was never elsewhere. */
export function newsIn({ stages, run }: RunHistory, record: LearnerRecord): News | null {
  const { at } = lastOf(stages);
  if (at === '' || latestIn(record) > at) return null;
  const there = partsIn(run);
  const fresh = stages.filter((stage) => stage.at === at).map(({ version }) => version);
  const added = fresh.flatMap(({ changes }) =>
    changes.filter(({ kind, part }) => kind === 'added' && countedParts.has(part)).map((change) => change.id),
  );
  const redo = fresh.flatMap((version) => (version.redo === 'all' ? [] : version.redo));
  const count = (ids: string[]) => new Set(ids.filter((id) => there.has(id))).size;
  return { added: count(added), redo: count(redo) };
}

function partsIn({ course }: GuideRun): Set<string> {
  const edition = mainEdition(course);
  return new Set([...edition.lessons, ...blocksOf(edition)].map(({ id }) => id));
}
