import type { Question } from '../course/question.js';
import type { LearnerResponse } from './learner-event.js';
import { isRight } from './marking.js';

/** So much of a written answer is kept; a longer one that is wrong is cut. */
export const mostWritten = 40;
/** So many characters an unusual letter takes. */
const escapedLength = 5;

/** A response in letters, digits, `~`, `.` and `-` only. */
export function packedResponse(question: Question, response: LearnerResponse): string {
  switch (question.kind) {
    case 'single':
    case 'sequencing':
    case 'scenario':
      return response.join('');
    case 'multiple':
      return [...new Set(response)].join('');
    case 'true-false':
      return response[0] === 'true' ? 't' : 'f';
    case 'matching':
      return response.map((pair) => pair.replace('.', '')).join('');
    case 'numeric':
      return response[0] ?? '';
    case 'fill-in':
      return escaped(shortened(question, response[0] ?? ''));
  }
}

/** The inverse; an empty response for a text that is none. */
export function unpackedResponse({ kind }: Question, text: string): LearnerResponse {
  switch (kind) {
    case 'single':
    case 'multiple':
    case 'sequencing':
    case 'scenario':
      return [...text];
    case 'true-false':
      return [text === 't' ? 'true' : 'false'];
    case 'matching':
      return (text.match(/[a-z]\d+/gu) ?? []).map((pair) => `${pair[0]}.${pair.slice(1)}`);
    case 'numeric':
      return [text];
    case 'fill-in':
      return [unescaped(text)];
  }
}

/** The longest that `packedResponse` can be. */
export function longestResponse(question: Question): number {
  switch (question.kind) {
    case 'single':
    case 'true-false':
      return 1;
    case 'multiple':
      return question.choices.length;
    case 'sequencing':
      return question.items.length;
    case 'scenario':
      return question.situations.length;
    case 'matching':
      return question.items.length * 3;
    case 'numeric':
      return 26;
    case 'fill-in':
      return Math.max(mostWritten, ...question.accepted.map(({ length }) => length)) * escapedLength;
  }
}

/** Cut where that does not make a right answer wrong or the other way round. */
function shortened(question: Extract<Question, { kind: 'fill-in' }>, text: string): string {
  if (text.length <= mostWritten) return text;
  if (isRight(question, [text])) return question.accepted.find((accepted) => isRight(question, [accepted])) ?? '';
  const cut = text.slice(0, mostWritten);
  return isRight(question, [cut]) ? '' : cut;
}

function escaped(text: string): string {
  return text.replace(/[^a-zA-Z0-9]/g, (unit) => `~${unit.charCodeAt(0).toString(36).padStart(4, '0')}`);
}

function unescaped(text: string): string {
  return text.replace(/~([0-9a-z]{4})/gu, (_, code: string) => String.fromCharCode(parseInt(code, 36)));
}
