import type { Course } from '@kursdugnad/core/course/course.js';
import { mainEdition, questionsOf } from '@kursdugnad/core/course/course-parts.js';
import type { Question } from '@kursdugnad/core/course/question.js';
import type { LearnerEvent, LearnerEventOf } from '@kursdugnad/core/runtime/learner-event.js';
import { isFinished } from '@kursdugnad/core/runtime/marking.js';
import type { PackageState } from '@kursdugnad/core/runtime/package-state.js';
import { interactionId, type ScormInteraction } from '@kursdugnad/core/runtime/scorm-interaction.js';
import { keptState, type Kept } from './kept-state.js';
import type { Keeper } from './package-world.js';
import { nextInteraction, type ScormSession } from './scorm-session.js';

/** What each version of SCORM has its own words for. */
export interface ScormWords {
  interaction(question: Question, response: LearnerEventOf<'answered'>['response']): ScormInteraction;
  /** The element of an answer's time, and the time in it. */
  time(at: string): [element: string, value: string];
  response: string;
  hasDescription: boolean;
  standing(now: PackageState): void;
}

/** Writes each new answer as an interaction, then where the learner stands, and commits. */
export function scormKeeper(session: ScormSession, course: Course, state: PackageState, words: ScormWords): Keeper {
  const questions = new Map(questionsOf(mainEdition(course)).map((question) => [question.id, question]));
  let next = nextInteraction(session);
  const write = (now: PackageState, fresh: LearnerEvent[]): Kept => {
    for (const event of fresh) {
      const question = event.kind === 'answered' ? questions.get(event.question) : undefined;
      if (event.kind !== 'answered' || !question || next === null || !isFinished(question, event.response)) continue;
      writeInteraction(session, `cmi.interactions.${next}`, question, now, event, words);
      next += 1;
    }
    words.standing(now);
    return session.commit() ? 'kept' : 'unreachable';
  };
  write(state, []);
  return keptState(course, state, { write });
}

function writeInteraction(
  session: ScormSession,
  element: string,
  question: Question,
  { record }: PackageState,
  event: LearnerEventOf<'answered'>,
  words: ScormWords,
): void {
  const { type, response, patterns, result, weighting } = words.interaction(question, event.response);
  const [time, at] = words.time(event.at);
  session.set(`${element}.id`, interactionId(question, record, event));
  session.set(`${element}.type`, type);
  session.set(`${element}.${time}`, at);
  patterns.forEach((pattern, index) => session.set(`${element}.correct_responses.${index}.pattern`, pattern));
  session.set(`${element}.weighting`, weighting);
  session.set(`${element}.${words.response}`, response);
  session.set(`${element}.result`, result);
  if (words.hasDescription) session.set(`${element}.description`, question.prompt.slice(0, 250));
}
