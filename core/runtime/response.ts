import type { Question, QuestionOf } from '../course/question.js';
import type { LearnerResponse } from './learner-event.js';
import { numberIn, unitsOf } from './number-in.js';
import { walkOf } from './walking.js';

export type ResponseFault = 'empty' | 'unknown-choice' | 'too-many' | 'not-all' | 'not-a-number';

/** Why a response cannot be an answer to this question at all, or null. */
export function responseFault(question: Question, response: LearnerResponse): ResponseFault | null {
  const given = response.filter((value) => value.trim() !== '');
  if (given.length === 0) return 'empty';
  switch (question.kind) {
    case 'multiple':
      return unlessAmong(question.choices, given);
    case 'sequencing':
      return unlessEach(question.order, given);
    case 'matching':
      return matchingFault(question, given);
    case 'scenario':
      return walkOf(question, given) ? null : 'unknown-choice';
    default:
      return given.length > 1 ? 'too-many' : singleFault(question, given[0] ?? '');
  }
}

type AnsweredOnce = QuestionOf<'single' | 'true-false' | 'fill-in' | 'numeric'>;

function singleFault(question: AnsweredOnce, given: string): ResponseFault | null {
  switch (question.kind) {
    case 'single':
      return unlessAmong(question.choices, [given]);
    case 'true-false':
      return given === 'true' || given === 'false' ? null : 'unknown-choice';
    case 'numeric':
      return numberIn(given, unitsOf(question)) === null ? 'not-a-number' : null;
    case 'fill-in':
      return null;
  }
}

function unlessAmong(choices: { id: string }[], given: string[]): 'unknown-choice' | null {
  return given.every((id) => choices.some((choice) => choice.id === id)) ? null : 'unknown-choice';
}

function matchingFault({ items, targets }: QuestionOf<'matching'>, given: LearnerResponse): ResponseFault | null {
  const pairs = given.map((pair) => pair.split('.'));
  const isKnown = pairs.every(([, target]) => targets.some(({ id }) => id === target));
  if (!isKnown) return 'unknown-choice';
  return unlessEach(
    items.map(({ id }) => id),
    pairs.map(([item = '']) => item),
  );
}

/** Each of these exactly once. */
function unlessEach(ids: string[], given: string[]): 'unknown-choice' | 'not-all' | null {
  if (!given.every((id) => ids.includes(id))) return 'unknown-choice';
  return given.length === ids.length && new Set(given).size === ids.length ? null : 'not-all';
}

/** A response as it is kept: no blanks (a form sends one for what is not ticked), and numbers with a point. */
export function keptResponse(question: Question, response: LearnerResponse): LearnerResponse {
  const given = response.filter((value) => value.trim() !== '');
  return question.kind === 'numeric' ? given.map((text) => numberIn(text, unitsOf(question)) ?? text) : given;
}

/** Whether two responses say the same: only where something is put in order does order matter. */
export function isSameResponse({ kind }: Question, one: LearnerResponse, other: LearnerResponse): boolean {
  const isOrdered = kind === 'sequencing' || kind === 'scenario';
  const line = (response: LearnerResponse) => (isOrdered ? response : [...response].sort()).join();
  return line(one) === line(other);
}
