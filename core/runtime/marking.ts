import type { Question } from '../course/course.js';
import type { LearnerResponse } from './learner-event.js';

/**
 * Whether a response is right. A several-choice answer is right when exactly the right choices are taken; a text is
 * compared without case, surplus blanks and a full stop at the end.
 */
export function isRight(question: Question, response: LearnerResponse): boolean {
  if (question.kind === 'fill-in') {
    const given = normalised(response[0] ?? '');
    return given !== '' && question.accepted.some((accepted) => normalised(accepted) === given);
  }
  const right = question.choices.filter((choice) => choice.correct).map((choice) => choice.id);
  return right.length === new Set(response).size && right.every((id) => response.includes(id));
}

/** Why a response cannot be an answer to this question at all, or null. */
export function responseFault(
  question: Question,
  response: LearnerResponse,
): 'empty' | 'unknown-choice' | 'too-many' | null {
  const given = response.filter((value) => value.trim() !== '');
  if (given.length === 0) return 'empty';
  if (question.kind !== 'multiple' && given.length > 1) return 'too-many';
  if (question.kind === 'fill-in') return null;
  return given.every((id) => question.choices.some((choice) => choice.id === id)) ? null : 'unknown-choice';
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
