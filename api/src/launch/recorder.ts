import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@kursdugnad/core/contract/caller.js';
import type { Answered } from '@kursdugnad/core/contract/conversation.js';
import type { recordEvents } from '@kursdugnad/core/contract/learn.js';
import { correctedTimes } from '@kursdugnad/core/runtime/corrected-times.js';
import { eventFault, tidied } from '@kursdugnad/core/runtime/event-fault.js';
import { type GuideRun, guideStatements } from '@kursdugnad/core/runtime/guide-statements.js';
import type { LearnerEvent, RecordEvent } from '@kursdugnad/core/runtime/learner-event.js';
import type { LearnerRecord } from '@kursdugnad/core/runtime/learner-record.js';
import { signOffAskedAt } from '@kursdugnad/core/runtime/sign-offs.js';
import { standing } from '@kursdugnad/core/runtime/standing.js';
import type { Statement } from '@kursdugnad/core/xapi/statement.js';
import { Database, type Transaction } from '../database/database.js';
import { hold } from '../database/hold.js';
import { notFound } from '../http/problem.js';
import { Statements } from '../lrs/statements.js';
import { registrationKey } from './completion-keeper.js';
import { RegistrationRow } from './launch.tables.js';
import { idsFrom } from './learner-run.js';
import { refusals } from './refusals.js';
import { recordedIn, RunHistories, type RunHistory } from './run-histories.js';

type Recorded = Answered<typeof recordEvents>;
type RunIn = (version: string | undefined) => GuideRun;

/** Told in the same transaction when somebody has asked for a sign-off, or has had an answer. */
export type SignOffListener = (transaction: Transaction, municipality: string, person: string) => Promise<void>;

/** Takes in what learners do in our own guides. */
@Injectable()
export class Recorder {
  private readonly signOffListeners: SignOffListener[] = [];

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RunHistories) private readonly histories: RunHistories,
    @Inject(Statements) private readonly statements: Statements,
  ) {}

  onSignOffsChanged(listener: SignOffListener): void {
    this.signOffListeners.push(listener);
  }

  /** An event that is there already is accepted and changes nothing. All in one transaction, one registration at a time. */
  record(caller: Caller, registration: string, given: LearnerEvent[]): Promise<Recorded> {
    return this.database.transaction(async (transaction) => {
      await hold(transaction, [registrationKey(registration)]);
      const { municipality, person } = caller;
      const row = await transaction.manager.findOneBy(RegistrationRow, { municipality, id: registration, person });
      if (!row) throw notFound();
      const history = await this.histories.of(row, transaction);
      const runIn = this.runsOf(row, history);
      const { fresh, refused } = await this.sorted(transaction, caller, { registration, runIn }, given);
      const record = await this.take(transaction, caller, history, row, fresh);
      const no = new Set(refused.map(({ id }) => id));
      const accepted = given.map(({ id }) => id).filter((id) => !no.has(id));
      return { accepted, refused, record, version: row.hash };
    });
  }

  /** The run as it was in a version that it has been through, or else as it is now. */
  private runsOf(row: RegistrationRow, { stages, facts, run }: RunHistory): RunIn {
    return (version) => {
      const stage = stages.slice(0, -1).find((one) => one.version.hash === version);
      return stage ? this.histories.runIn(row, stage, facts) : run;
    };
  }

  /** Which events are new, and which cannot be. */
  private async sorted(
    transaction: Transaction,
    { municipality, language }: Caller,
    { registration, runIn }: { registration: string; runIn: RunIn },
    given: LearnerEvent[],
  ): Promise<{ fresh: LearnerEvent[]; refused: Recorded['refused'] }> {
    const events = new Map(given.map((event) => [event.id.toLowerCase(), event]));
    const known = await this.statements.byId(transaction, municipality, [...events.keys()]);
    const fresh: LearnerEvent[] = [];
    const refused: Recorded['refused'] = [];
    for (const [id, event] of events) {
      const there = known.get(id);
      const isHere = there?.context?.registration === registration;
      const { course } = runIn(event.version);
      const fault = there ? (isHere ? null : 'taken-id') : eventFault(course, event);
      if (fault !== null) refused.push({ id: event.id, reason: refusals[fault][language] });
      else if (!there) fresh.push(tidied(course, event));
    }
    return { fresh, refused };
  }

  /** The record with the new events; statements about them go to the LRS, whose listeners fold the completion. */
  async take(
    transaction: Transaction,
    { municipality, at }: Caller,
    history: RunHistory,
    row: RegistrationRow,
    fresh: RecordEvent[],
  ): Promise<LearnerRecord> {
    let record = JSON.parse(row.record) as LearnerRecord;
    if (fresh.length === 0) return record;
    const { run } = history;
    const runIn = this.runsOf(row, history);
    const said: Statement[] = [];
    let before = standing(run.course, record);
    for (const event of correctedTimes(fresh, { started: row.started, now: at })) {
      record = recordedIn(history, record, event, event.version);
      const after = standing(run.course, record);
      const idOf = idsFrom(municipality, run.registration, event.id);
      said.push(...guideStatements(run, { event, record, before, after, idOf }, runIn(event.version)));
      before = after;
    }
    await this.statements.store(transaction, municipality, said);
    const key = { municipality, id: run.registration };
    const askedAt = signOffAskedAt(record);
    await transaction.manager.update(RegistrationRow, key, { record: JSON.stringify(record), askedAt });
    if (askedAt !== row.askedAt || fresh.some(({ kind }) => kind === 'signed'))
      await this.tellSignOffs(transaction, municipality, row.person);
    return record;
  }

  async tellSignOffs(transaction: Transaction, municipality: string, person: string): Promise<void> {
    for (const tell of this.signOffListeners) await tell(transaction, municipality, person);
  }
}
