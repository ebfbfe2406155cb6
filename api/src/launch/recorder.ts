import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@kursdugnad/core/contract/caller.js';
import type { Answered } from '@kursdugnad/core/contract/conversation.js';
import type { recordEvents } from '@kursdugnad/core/contract/learn.js';
import { mainEdition, practicalTasksOf } from '@kursdugnad/core/course/course-parts.js';
import { correctedTimes } from '@kursdugnad/core/runtime/corrected-times.js';
import { eventFault, tidied } from '@kursdugnad/core/runtime/event-fault.js';
import { type GuideRun, guideStatements } from '@kursdugnad/core/runtime/guide-statements.js';
import type { LearnerEvent, RecordEvent } from '@kursdugnad/core/runtime/learner-event.js';
import type { LearnerRecord } from '@kursdugnad/core/runtime/learner-record.js';
import { recorded } from '@kursdugnad/core/runtime/recording.js';
import { standing } from '@kursdugnad/core/runtime/standing.js';
import type { Statement } from '@kursdugnad/core/xapi/statement.js';
import { Catalogue } from '../catalogue/catalogue.js';
import { Database, type Transaction } from '../database/database.js';
import { hold } from '../database/hold.js';
import { notFound } from '../http/problem.js';
import { accountOfPerson } from '../lrs/person-account.js';
import { Statements } from '../lrs/statements.js';
import { Decided } from '../settings.module.js';
import type { Settings } from '../settings.js';
import { registrationKey } from './completion-keeper.js';
import { RegistrationRow } from './launch.tables.js';
import { guideRun, idsFrom } from './learner-run.js';
import { refusals } from './refusals.js';

type Recorded = Answered<typeof recordEvents>;

/** Takes in what learners do in our own guides. */
@Injectable()
export class Recorder {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(Statements) private readonly statements: Statements,
    @Inject(Decided) private readonly settings: Settings,
  ) {}

  /** An event that is there already is accepted and changes nothing. All in one transaction, one registration at a time. */
  record(caller: Caller, registration: string, given: LearnerEvent[]): Promise<Recorded> {
    return this.database.transaction(async (transaction) => {
      await hold(transaction, [registrationKey(registration)]);
      const { municipality, person } = caller;
      const row = await transaction.manager.findOneBy(RegistrationRow, { municipality, id: registration, person });
      const version = row && (await this.catalogue.versionByHash(row.hash, transaction));
      if (!row || !version) throw notFound();
      const run = guideRun(this.settings.publicUrl, caller, registration, version);
      const { fresh, refused } = await this.sorted(transaction, caller, run, given);
      const record = await this.take(transaction, caller, run, row, fresh);
      const no = new Set(refused.map(({ id }) => id));
      return { accepted: given.map(({ id }) => id).filter((id) => !no.has(id)), refused, record };
    });
  }

  /**
   * A leader's word on a practical task of somebody's run: told by the room that knows who leads whom. Throws `not-found`
   * for a run that is not the municipality's, and for a task that the version does not have.
   */
  signOff(leader: Caller, registration: string, signed: { task: string; approved: boolean }): Promise<LearnerRecord> {
    return this.database.transaction(async (transaction) => {
      await hold(transaction, [registrationKey(registration)]);
      const { municipality, person, at } = leader;
      const row = await transaction.manager.findOneBy(RegistrationRow, { municipality, id: registration });
      const version = row && (await this.catalogue.versionByHash(row.hash, transaction));
      if (!row || !version) throw notFound();
      const { publicUrl } = this.settings;
      const run = guideRun(publicUrl, { municipality, person: row.person }, registration, version);
      if (!practicalTasksOf(mainEdition(run.course)).some(({ id }) => id === signed.task)) throw notFound();
      const by = accountOfPerson(publicUrl, municipality, person).account?.name ?? '';
      return this.take(transaction, leader, run, row, [{ kind: 'signed', id: randomUUID(), at, by, ...signed }]);
    });
  }

  /** Which events are new, and which cannot be. */
  private async sorted(
    transaction: Transaction,
    { municipality, language }: Caller,
    { course, registration }: GuideRun,
    given: LearnerEvent[],
  ): Promise<{ fresh: LearnerEvent[]; refused: Recorded['refused'] }> {
    const events = new Map(given.map((event) => [event.id.toLowerCase(), event]));
    const known = await this.statements.byId(transaction, municipality, [...events.keys()]);
    const fresh: LearnerEvent[] = [];
    const refused: Recorded['refused'] = [];
    for (const [id, event] of events) {
      const there = known.get(id);
      const isHere = there?.context?.registration === registration;
      const fault = there ? (isHere ? null : 'taken-id') : eventFault(course, event);
      if (fault !== null) refused.push({ id: event.id, reason: refusals[fault][language] });
      else if (!there) fresh.push(tidied(course, event));
    }
    return { fresh, refused };
  }

  /** The record with the new events; statements about them go to the LRS, whose listeners fold the completion. */
  private async take(
    transaction: Transaction,
    { municipality, at }: Caller,
    run: GuideRun,
    row: RegistrationRow,
    fresh: RecordEvent[],
  ): Promise<LearnerRecord> {
    let record = JSON.parse(row.record) as LearnerRecord;
    if (fresh.length === 0) return record;
    const said: Statement[] = [];
    let before = standing(run.course, record);
    for (const event of correctedTimes(fresh, { started: row.started, now: at })) {
      record = recorded(record, event);
      const after = standing(run.course, record);
      const idOf = idsFrom(municipality, run.registration, event.id);
      said.push(...guideStatements(run, { event, record, before, after, idOf }));
      before = after;
    }
    await this.statements.store(transaction, municipality, said);
    const key = { municipality, id: run.registration };
    await transaction.manager.update(RegistrationRow, key, { record: JSON.stringify(record) });
    return record;
  }
}
