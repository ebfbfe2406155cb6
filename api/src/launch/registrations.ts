import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Caller, dayInNorway } from '@kursdugnad/core/contract/caller.js';
import type { Answered } from '@kursdugnad/core/contract/conversation.js';
import type { guide, recordEvents, startGuide } from '@kursdugnad/core/contract/learn.js';
import { drawnFor } from '@kursdugnad/core/runtime/drawing.js';
import type { Completion } from '@kursdugnad/core/runtime/completion.js';
import { startStatements } from '@kursdugnad/core/runtime/guide-statements.js';
import type { LearnerEvent } from '@kursdugnad/core/runtime/learner-event.js';
import type { LearnerRecord } from '@kursdugnad/core/runtime/learner-record.js';
import { emptyRecord } from '@kursdugnad/core/runtime/recording.js';
import { Catalogue } from '../catalogue/catalogue.js';
import { Database, type Reading } from '../database/database.js';
import { hold } from '../database/hold.js';
import { sqlFile } from '../database/sql.js';
import { notFound } from '../http/problem.js';
import { Statements } from '../lrs/statements.js';
import { Decided } from '../settings.module.js';
import type { Settings } from '../settings.js';
import { Carrying, newsIn } from './carrying.js';
import { CompletionKeeper, type CompletionListener } from './completion-keeper.js';
import { completionIn } from './completions.store.js';
import { EarlierCompletions, type EarlierCompletion } from './earlier-completions.js';
import { CompletionRow, RegistrationRow } from './launch.tables.js';
import { guideRun, idsFrom, runKey } from './learner-run.js';
import { Recomputing } from './recomputing.js';
import { Recorder, type SignOffListener } from './recorder.js';
import { lastOf, RunHistories } from './run-histories.js';
import { type SignedTask, SignOffs } from './sign-offs.js';

/** One run of a course, and how far it has come. */
export interface RunCompletion {
  registration: string;
  person: string;
  course: string;
  completion: Completion;
}

const latestRun = sqlFile(import.meta.url, 'latest-run.sql');
const completionsOf = sqlFile(import.meta.url, 'completions-of.sql');

/** The front door of this room: learners' runs of courses, from the first page to the completion. */
@Injectable()
export class Registrations {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(RunHistories) private readonly histories: RunHistories,
    @Inject(Carrying) private readonly carrying: Carrying,
    @Inject(Statements) private readonly statements: Statements,
    @Inject(CompletionKeeper) private readonly keeper: CompletionKeeper,
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(SignOffs) private readonly signOffs: SignOffs,
    @Inject(EarlierCompletions) private readonly earlier: EarlierCompletions,
    @Inject(Recomputing) private readonly recomputing: Recomputing,
    @Inject(Decided) private readonly settings: Settings,
  ) {}

  /** Told in the same transaction whenever somebody has come further. */
  onCompletionChanged(listener: CompletionListener): void {
    this.keeper.onChanged(listener);
  }

  /** Told in the same transaction whenever somebody waits for a leader's sign-off, or waits no longer. */
  onSignOffsChanged(listener: SignOffListener): void {
    this.recorder.onSignOffsChanged(listener);
  }

  /**
   * Opens a registration on the version in use, or answers the one under way, which goes on in that version. A completed
   * one stays, and a new run begins; so it does where everybody is to take the guide again. Throws `not-found` when the course is not in use in the municipality.
   */
  async start(caller: Caller, course: string): Promise<Answered<typeof startGuide>> {
    const { municipality, person } = caller;
    const version = await this.catalogue.currentVersion(municipality, course);
    return this.database.transaction(async (transaction) => {
      await hold(transaction, [runKey(person, course)]);
      const [latest] = await transaction.query<{ id: string; run: number; completed: number }>(latestRun, {
        municipality,
        person,
        course,
      });
      const isUnderWay = latest?.completed === 0;
      if (isUnderWay && !version) return { registration: latest.id };
      if (!version) throw notFound();
      if (isUnderWay && (await this.carrying.carry(transaction, caller, latest.id, version)))
        return { registration: latest.id };
      const { iri, number, hash } = version;
      const id = randomUUID();
      await transaction.manager.insert(RegistrationRow, {
        municipality,
        id,
        person,
        course,
        run: (latest?.run ?? 0) + 1,
        iri,
        version: number,
        hash,
        started: caller.at,
        record: JSON.stringify(emptyRecord),
        askedAt: null,
        stages: '[]',
      });
      const run = guideRun(this.settings.publicUrl, caller, id, version);
      const said = startStatements(run, caller.at, idsFrom(municipality, id, 'start'));
      await this.statements.store(transaction, municipality, said);
      return { registration: id };
    });
  }

  /** The version a registration is bound to, as drawn for it, and all that the learner has done in it. For the learner alone. */
  async guide(caller: Caller, registration: string): Promise<Answered<typeof guide>> {
    const { municipality, person } = caller;
    const { manager } = this.database;
    const row = await manager.findOneBy(RegistrationRow, { municipality, id: registration, person });
    if (!row) throw notFound();
    const history = await this.histories.of(row);
    const { asked, version } = lastOf(history.stages);
    const completion = await manager.findOneBy(CompletionRow, { municipality, registration });
    const record = JSON.parse(row.record) as LearnerRecord;
    const completedAt = completion?.completedAt ?? null;
    return {
      registration,
      course: drawnFor(version.course, registration, asked),
      courseId: row.course,
      version: { number: row.version, hash: row.hash },
      newer: completedAt === null && (await this.carrying.isBehind(row)),
      news: newsIn(history, record),
      record,
      facts: history.facts,
      completedOn: completedAt === null ? null : dayInNorway(completedAt),
    };
  }

  /** Stores what the learner did; each event is accepted or refused by itself. For the learner alone. */
  record(caller: Caller, registration: string, events: LearnerEvent[]): Promise<Answered<typeof recordEvents>> {
    return this.recorder.record(caller, registration, events);
  }

  /** A leader approves a practical task of a run, or says not yet. Whether `leader` may is for the caller to know. */
  signOff(leader: Caller, signed: SignedTask): Promise<LearnerRecord> {
    return this.signOffs.sign(leader, signed);
  }

  /** Brings completions from an older system, through the same statements and listeners as everything else. */
  recordEarlier(municipality: string, rows: readonly EarlierCompletion[]): Promise<void> {
    return this.earlier.record(municipality, rows);
  }

  /** Every run of these people, completed or not. */
  async completionsOf(
    municipality: string,
    people: string[],
    reading: Reading = this.database,
  ): Promise<RunCompletion[]> {
    const rows = await reading.query<Omit<RunCompletion, 'completion'> & Parameters<typeof completionIn>[0]>(
      completionsOf,
      { municipality, people },
    );
    return rows.map((row) => {
      const { registration, person, course } = row;
      return { registration, person, course, completion: completionIn(row) };
    });
  }

  /** Makes records and completions anew from the statements. `differed`: how many were not as they should be. */
  recompute(): Promise<{ rows: number; differed: number }> {
    return this.recomputing.recompute();
  }
}
