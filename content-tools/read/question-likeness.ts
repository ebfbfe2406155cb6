import { numberAnswer } from './number-answer.js';
import type { QuestionDraft } from './question-draft.js';

// A question in two languages is one question: the same answers, of which the same are right.

/** What kind of answers a question has, and how many: equal where two can be one. */
export function answerShape({ asks, choices, answerLine, items, pairs, situations, hints }: QuestionDraft): string {
  const ways = situations.map(({ id, steps, isEnding }) => [id, steps.length, isEnding]);
  return JSON.stringify([asks, choices.length, answerLine !== null, items.length, pairs.length, hints.length, ways]);
}

/** What is right, in questions of the same shape. What a fill-in accepts may differ. */
export function answerKey({ asks, choices, answerLine, pairs, situations }: QuestionDraft): string {
  const rights = pairs.map(({ right }) => right);
  const ways = situations.map(({ steps, points }) => [Number(points ?? 0), steps.map(({ to }) => to)]);
  const line = answerLine?.text ?? '';
  const said = asks === 'true-false' ? /^sant/iu.test(line) : asks === 'numeric' ? numberKey(line) : null;
  return JSON.stringify([
    choices.map(({ ticked }) => ticked),
    rights.map((right) => rights.indexOf(right)),
    ways,
    said,
  ]);
}

/** The unit may be another word. */
function numberKey(line: string): unknown {
  const read = numberAnswer(line);
  return read && [read.answer, read.tolerance];
}
