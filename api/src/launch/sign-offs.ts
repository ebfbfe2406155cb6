import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@kursdugnad/core/contract/caller.js';
import { mainEdition, practicalTasksOf } from '@kursdugnad/core/course/course-parts.js';
import type { LearnerRecord } from '@kursdugnad/core/runtime/learner-record.js';
import { taskState } from '@kursdugnad/core/runtime/standing.js';
import { Database } from '../database/database.js';
import { hold } from '../database/hold.js';
import { notFound, Problem } from '../http/problem.js';
import { accountOfPerson } from '../lrs/person-account.js';
import { Decided } from '../settings.module.js';
import type { Settings } from '../settings.js';
import { registrationKey } from './completion-keeper.js';
import { RegistrationRow } from './launch.tables.js';
import { Recorder } from './recorder.js';
import { notAskedFor, notOnesOwn } from './refusals.js';
import { RunHistories } from './run-histories.js';

/** A leader's word on a practical task in a run: approved, or not yet. */
export interface SignedTask {
  registration: string;
  /** Whose run it is. */
  person: string;
  task: string;
  approved: boolean;
}

/** Takes in what leaders say of practical tasks. Who leads whom is for the room above to know. */
@Injectable()
export class SignOffs {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RunHistories) private readonly histories: RunHistories,
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(Decided) private readonly settings: Settings,
  ) {}

  /**
   * What is said already changes nothing. Throws `forbidden` for one's own task, `not-found` for a run that is not that
   * person's and for a task that the version does not have, `conflict` where nobody has asked.
   */
  sign(leader: Caller, { registration, person, task, approved }: SignedTask): Promise<LearnerRecord> {
    return this.database.transaction(async (transaction) => {
      await hold(transaction, [registrationKey(registration)]);
      const { municipality, at } = leader;
      if (person === leader.person) throw new Problem('forbidden', notOnesOwn);
      const row = await transaction.manager.findOneBy(RegistrationRow, { municipality, id: registration, person });
      if (!row) throw notFound();
      const history = await this.histories.of(row, transaction);
      if (!practicalTasksOf(mainEdition(history.run.course)).some(({ id }) => id === task)) throw notFound();
      const record = JSON.parse(row.record) as LearnerRecord;
      const state = taskState(record, task);
      if (state === 'open') throw new Problem('conflict', notAskedFor);
      if (state === 'approved' || (state === 'returned' && !approved)) return record;
      const by = accountOfPerson(this.settings.publicUrl, municipality, leader.person).account.name;
      const signed = { kind: 'signed' as const, id: randomUUID(), at, by, task, approved };
      return this.recorder.take(transaction, leader, history, row, [signed]);
    });
  }
}
