import type { Question } from '../course/question.js';
import type { LearnerResponse } from './learner-event.js';
import { numberIn, unitsOf } from './number-in.js';
import { isEnding, walkOf } from './walking.js';

/** Whether a response is all right. */
export function isRight(question: Question, response: LearnerResponse): boolean {
  return pointsFor(question, response) === question.points;
}

/** All the points or none, except in a scenario, where each ending has its own. */
export function pointsFor(question: Question, response: LearnerResponse): number {
  if (question.kind === 'scenario') return walkOf(question, response)?.at.points ?? 0;
  return isAnswer(question, response) ? question.points : 0;
}

/** Whether a response says all that was asked: only a scenario can be answered a step at a time. */
export function isFinished(question: Question, response: LearnerResponse): boolean {
  if (question.kind !== 'scenario') return true;
  const walk = walkOf(question, response);
  return walk !== null && isEnding(walk.at);
}

/**
 * A several-choice answer is right when exactly the right choices are taken; a text is compared without case, surplus
 * blanks and a full stop at the end; a number may be as far off as the tolerance says.
 */
function isAnswer(question: Exclude<Question, { kind: 'scenario' }>, response: LearnerResponse): boolean {
  const [first = ''] = response;
  switch (question.kind) {
    case 'single':
    case 'multiple': {
      const right = question.choices.filter((choice) => choice.correct).map((choice) => choice.id);
      return right.length === new Set(response).size && right.every((id) => response.includes(id));
    }
    case 'true-false':
      return first === String(question.answer);
    case 'fill-in': {
      const given = normalised(first);
      return given !== '' && question.accepted.some((accepted) => normalised(accepted) === given);
    }
    case 'numeric': {
      const given = numberIn(first, unitsOf(question));
      return given !== null && Math.abs(Number(given) - question.answer) <= question.tolerance + 1e-9;
    }
    case 'sequencing':
      return question.order.join() === response.join();
    case 'matching':
      return question.items.every(({ id, target }) => response.includes(`${id}.${target}`));
  }
}

function normalised(text: string): string {
  return text
    .normalize('NFC')
    .toLocaleLowerCase('nb')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[.!]+$/u, '')
    .trim();
}
