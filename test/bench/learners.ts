import { mainEdition } from '@kursdugnad/core/course/course-parts.js';
import type { Course } from '@kursdugnad/core/course/course.js';
import type { TeamTable } from '@kursdugnad/core/contract/teams.js';
import type { LearnerEvent } from '@kursdugnad/core/runtime/learner-event.js';
import { rightResponse } from '@kursdugnad/core/runtime/model-responses.js';
import { randomUUID } from 'node:crypto';
import type { Asking } from './asking.js';
import { as } from './world.js';

type Happening = LearnerEvent extends infer E ? (E extends LearnerEvent ? Omit<E, 'id' | 'at'> : never) : never;

/** Somebody in the middle of a guide that a requirement asks for. */
export interface Learner {
  person: string;
  requirement: string;
  registration: string;
  /** What is left to do in the guide, in order. */
  left: Happening[];
  isAnswering: boolean;
}

/** Opens the guide of a column of the table for somebody; `requirement` is the one of its requirements that asks them. */
export async function beginner(
  asking: Asking,
  person: string,
  { course: needed, ids }: TeamTable['requirements'][number],
  requirement = ids[0] ?? '',
): Promise<Learner> {
  const headers = as(person);
  const asked = { course: needed?.id };
  const { registration } = await asking.json<{ registration: string }>('POST', '/api/registrations', headers, asked);
  const { course } = await asking.json<{ course: Course }>('GET', `/api/registrations/${registration}`, headers);
  return { person, requirement, registration, left: happeningsOf(course), isAnswering: false };
}

/** Everything there is to answer and declare, answered rightly, each lesson opened first. */
function happeningsOf(course: Course): Happening[] {
  return mainEdition(course).lessons.flatMap((lesson) => [
    { kind: 'opened' as const, lesson: lesson.id },
    ...lesson.blocks.flatMap((block): Happening[] => {
      if (block.kind === 'declaration') return [{ kind: 'declared', declaration: block.declaration.id }];
      if (block.kind !== 'question') return [];
      const { question } = block;
      const response = rightResponse(question);
      return [{ kind: 'answered', question: question.id, response }];
    }),
  ]);
}

/** Sends the next thing the learner does, as the player would: one event a request. */
export async function goOn(asking: Asking, learner: Learner): Promise<{ sent: number; answered: number } | null> {
  const next = learner.left.shift();
  if (!next) return null;
  learner.isAnswering = true;
  try {
    const events = [{ ...next, id: randomUUID(), at: new Date().toISOString() }];
    return await asking.ask('POST', `/api/registrations/${learner.registration}/events`, as(learner.person), {
      events,
    });
  } finally {
    learner.isAnswering = false;
  }
}
