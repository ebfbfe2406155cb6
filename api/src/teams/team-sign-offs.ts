import { Inject, Injectable } from '@nestjs/common';
import { type Caller, dayInNorway } from '@kursdugnad/core/contract/caller.js';
import type { WaitingSignOff } from '@kursdugnad/core/contract/teams.js';
import type { Course, Language } from '@kursdugnad/core/course/course.js';
import { blocksOf, editionIn } from '@kursdugnad/core/course/course-parts.js';
import type { LearnerRecord } from '@kursdugnad/core/runtime/learner-record.js';
import { signOffsAsked } from '@kursdugnad/core/runtime/sign-offs.js';
import { Catalogue } from '../catalogue/catalogue.js';
import { Database } from '../database/database.js';
import { sqlFile } from '../database/sql.js';
import { Problem } from '../http/problem.js';
import { notAskedFor, notOnesOwn } from '../launch/refusals.js';
import type { SignedTask } from '../launch/sign-offs.js';
import { Registrations } from '../launch/registrations.js';
import { Reach } from './reach.js';

interface WaitingRun {
  registration: string;
  person: string;
  name: string;
  course: string;
  hash: string;
  record: string;
}

const signOffsWaiting = sqlFile(import.meta.url, 'sign-offs-waiting.sql');

/** The practical tasks that a leader is asked to sign off: those of everybody they reach, never their own. */
@Injectable()
export class TeamSignOffs {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(Registrations) private readonly registrations: Registrations,
    @Inject(Reach) private readonly reach: Reach,
  ) {}

  /** Throws `not-found` for a unit that the caller does not lead. */
  async asked(
    caller: Caller,
    unit: string,
  ): Promise<{ unit: { id: string; name: string }; signOffs: WaitingSignOff[] }> {
    const { unit: found } = await this.reach.mustReach(caller, unit);
    return { unit: { id: unit, name: found.name }, signOffs: await this.waitingIn(caller, unit) };
  }

  /** Throws `forbidden` for one's own task, `conflict` where nobody here waits for it, or waits no longer. */
  async sign(caller: Caller, unit: string, signed: SignedTask): Promise<void> {
    await this.reach.mustReach(caller, unit);
    if (signed.person === caller.person) throw new Problem('forbidden', notOnesOwn);
    const isAsked = (await this.waitingIn(caller, unit)).some(
      ({ registration, person, task }) =>
        registration === signed.registration && person.id === signed.person && task.id === signed.task,
    );
    if (!isAsked) throw new Problem('conflict', notAskedFor);
    await this.registrations.signOff(caller, signed);
  }

  /** Whether the caller may see the unit is for the one who asks to know. */
  async waitingIn(caller: Caller, unit: string): Promise<WaitingSignOff[]> {
    const { municipality, language, person: leader } = caller;
    const today = dayInNorway(caller.at);
    const runs = await this.database.query<WaitingRun>(signOffsWaiting, { municipality, unit, today, leader });
    return (await Promise.all(runs.map((run) => this.waitingOf(run, language)))).flat();
  }

  private async waitingOf(run: WaitingRun, language: Language): Promise<WaitingSignOff[]> {
    const version = await this.catalogue.versionByHash(run.hash);
    if (!version) return [];
    const { registration, person, name, course } = run;
    const { title } = editionIn(version.course, language);
    return signOffsAsked(JSON.parse(run.record) as LearnerRecord).flatMap(({ task: id, at }) => {
      const task = taskIn(version.course, language, id);
      return task ? [{ registration, person: { id: person, name }, course: { id: course, title }, task, at }] : [];
    });
  }
}

/** As the leader reads it, with the lesson it stands in; null for one that the version does not have. */
function taskIn(course: Course, language: Language, id: string): WaitingSignOff['task'] | null {
  const edition = editionIn(course, language);
  const block = blocksOf(edition).find((one) => one.kind === 'practical' && one.task.id === id);
  if (block?.kind !== 'practical') return null;
  const lesson = edition.lessons.find(({ blocks }) => blocks.includes(block)) ?? edition.lessons[0];
  return { id, title: block.task.title, lesson: lesson?.id ?? '' };
}
