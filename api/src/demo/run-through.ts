import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import type { Caller } from '@kursdugnad/core/contract/caller.js';
import { mainEdition } from '@kursdugnad/core/course/course-parts.js';
import type { Block, Course } from '@kursdugnad/core/course/course.js';
import type { LearnerEvent } from '@kursdugnad/core/runtime/learner-event.js';
import { rightResponse, wrongResponse } from '@kursdugnad/core/runtime/model-responses.js';
import { Registrations } from '../launch/registrations.js';
import { Sessions } from '../login/sessions.js';
import { Database } from '../database/database.js';
import { sqlFile } from '../database/sql.js';
import { personId } from '../people/people.js';
import { type Dice, dice } from './dice.js';
import { adoptions, cast, publishers } from './plan.js';
import { demoRegion } from './region.js';
import type { DemoCourses } from './make-demo-region.js';

const someEmployees = sqlFile(import.meta.url, 'some-employees.sql');
/** How many people of each municipality have taken a guide here, answer by answer. */
const runs = 24;

/** Some learners take guides for real, so that authors see how their questions go; one is in the middle. */
export async function runThrough(app: INestApplicationContext, courses: DemoCourses, at: string): Promise<void> {
  const chance = dice(1905);
  const [database, sessions] = [app.get(Database), app.get(Sessions)];
  for (const { orgnr } of demoRegion) {
    const used = [...(publishers[orgnr] ?? []), ...(adoptions[orgnr] ?? [])];
    const learners = await database.query<{ id: string }>(someEmployees, {
      municipality: orgnr,
      most: Math.min(runs, 8 * used.length),
    });
    await Promise.all(
      learners.map(async ({ id }, index) => {
        const course = courses.get(used[index % used.length] ?? '');
        const day = Date.parse(at) - chance.between(1, 60) * 86_400_000;
        const caller = await sessions.caller(orgnr, id, new Date(day).toISOString());
        if (caller && course !== undefined) await take(app, caller, course, 1, chance);
      }),
    );
  }
  await halfway(app, courses, at, chance);
}

/** Ingrid has begun on fire safety: the first thing one meets in the demo is a guide to continue. */
async function halfway(app: INestApplicationContext, courses: DemoCourses, at: string, chance: Dice): Promise<void> {
  const ingrid = cast.find(({ token }) => token === 'demo-learner');
  const course = courses.get('brannvern');
  if (!ingrid || course === undefined) return;
  const yesterday = new Date(Date.parse(at) - 86_400_000).toISOString();
  const caller = await app
    .get(Sessions)
    .caller(ingrid.municipality, personId(ingrid.municipality, ingrid.key), yesterday);
  if (caller) await take(app, caller, course, 0.4, chance);
}

async function take(
  app: INestApplicationContext,
  caller: Caller,
  course: string,
  share: number,
  chance: Dice,
): Promise<void> {
  const registrations = app.get(Registrations);
  const { registration } = await registrations.start(caller, course);
  const guide = await registrations.guide(caller, registration);
  const events = eventsOf(guide.course, chance, Date.parse(caller.at) + 60_000);
  const later = { ...caller, at: new Date(Date.parse(caller.at) + 3_600_000).toISOString() };
  await registrations.record(later, registration, events.slice(0, Math.ceil(events.length * share)));
}

function eventsOf(course: Course, chance: Dice, start: number): LearnerEvent[] {
  let now = start;
  const occurrence = () => ({ id: randomUUID(), at: new Date((now += chance.between(15, 70) * 1000)).toISOString() });
  const ofBlock = (block: Block): LearnerEvent[] => {
    if (block.kind === 'declaration') return [{ kind: 'declared', ...occurrence(), declaration: block.declaration.id }];
    if (block.kind !== 'question') return [];
    const { question } = block;
    const first: LearnerEvent[] =
      chance.roll() < 0.25
        ? [{ kind: 'answered', ...occurrence(), question: question.id, response: wrongResponse(question) }]
        : [];
    return [...first, { kind: 'answered', ...occurrence(), question: question.id, response: rightResponse(question) }];
  };
  return mainEdition(course).lessons.flatMap((lesson) => [
    { kind: 'opened' as const, ...occurrence(), lesson: lesson.id },
    ...lesson.blocks.flatMap(ofBlock),
  ]);
}
