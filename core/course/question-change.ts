import { isReworded } from './likeness.js';
import type { Question, QuestionOf } from './question.js';

/**
 * What has become of a question. words, order: what somebody answered means what it did. The others may change that:
 * alternatives: some came or went. wider: more answers are right. price: points, tries or what hints cost.
 */
export type QuestionWhy = 'words' | 'order' | 'kind' | 'key' | 'alternatives' | 'wider' | 'rewritten' | 'price';

export interface QuestionChange {
  kind: 'same' | 'cosmetic' | 'changed';
  why: QuestionWhy | null;
  /** Whether somebody who answered should do it again, as a machine sees it: never when whoever was right is still right. */
  proposal: 'keep' | 'redo';
  /** Ids of answers before → ids of those that say the same now. */
  answers: ReadonlyMap<string, string>;
}

export function questionChange(before: Question, after: Question): QuestionChange {
  const { why, proposal, answers } = answerChange(before, after);
  if (why !== null && why !== 'order') return { kind: 'changed', why, proposal, answers };
  if (!isSameTask(before, after)) return { kind: 'changed', why: 'rewritten', proposal: 'redo', answers };
  if (priceOf(before) !== priceOf(after)) return { kind: 'changed', why: 'price', proposal: 'keep', answers };
  if (JSON.stringify(before) === JSON.stringify(after)) return { kind: 'same', why: null, proposal: 'keep', answers };
  return { kind: 'cosmetic', why: why ?? 'words', proposal: 'keep', answers };
}

/** A situation that is new beside the same question is one more sentence to read; another situation is another task. */
function isSameTask(before: Question, after: Question): boolean {
  if (!isReworded(before.prompt, after.prompt)) return false;
  return (
    before.situation === undefined || after.situation === undefined || isReworded(before.situation, after.situation)
  );
}

type AnswerChange = Pick<QuestionChange, 'why' | 'proposal' | 'answers'>;

const none = new Map<string, string>();
const keep = (answers: AnswerChange['answers'] = none, why: QuestionWhy | null = null): AnswerChange => ({
  ...{ why, proposal: 'keep', answers },
});
const redo = (why: QuestionWhy, answers: AnswerChange['answers'] = none): AnswerChange => ({
  ...{ why, proposal: 'redo', answers },
});

/** What has become of the answers: `why` is null when each says what it did, where it did. */
function answerChange(before: Question, after: Question): AnswerChange {
  switch (before.kind) {
    case 'single':
    case 'multiple':
      return after.kind === before.kind ? choicesChange(before, after) : redo('kind');
    case 'true-false':
      if (after.kind !== before.kind) return redo('kind');
      return after.answer === before.answer ? keep() : redo('key');
    case 'fill-in':
      return after.kind === before.kind ? acceptedChange(before, after) : redo('kind');
    case 'numeric':
      return after.kind === before.kind ? numberChange(before, after) : redo('kind');
    case 'sequencing':
      return after.kind === before.kind ? orderChange(before, after) : redo('kind');
    case 'matching':
      return after.kind === before.kind ? pairsChange(before, after) : redo('kind');
    case 'scenario':
      return after.kind === before.kind ? waysChange(before, after) : redo('kind');
  }
}

type Choices = QuestionOf<'single' | 'multiple'>;

function choicesChange(before: Choices, after: Choices): AnswerChange {
  const answers = sameAnswers(before.choices, after.choices);
  const rightBefore = before.choices.flatMap(({ id, correct }) => (correct ? id : []));
  const rightAfter = after.choices.flatMap(({ id, correct }) => (correct ? id : []));
  const stillThere = rightBefore.flatMap((id) => answers.get(id) ?? []);
  const isSameKey = stillThere.length === rightBefore.length && isSameSet(stillThere, rightAfter);
  if (isWhole(answers, before.choices, after.choices))
    return isSameKey ? keep(answers, orderOf(answers)) : redo('key', answers);
  return isSameKey ? keep(answers, 'alternatives') : redo('alternatives', answers);
}

function acceptedChange(before: QuestionOf<'fill-in'>, after: QuestionOf<'fill-in'>): AnswerChange {
  const now = new Set(after.accepted);
  if (!before.accepted.every((text) => now.has(text))) return redo('key');
  return now.size === new Set(before.accepted).size ? keep() : keep(none, 'wider');
}

function numberChange(before: QuestionOf<'numeric'>, after: QuestionOf<'numeric'>): AnswerChange {
  if (before.unit !== after.unit) return redo('key');
  if (before.answer === after.answer && before.tolerance === after.tolerance) return keep();
  const isWider =
    after.answer - after.tolerance <= before.answer - before.tolerance &&
    after.answer + after.tolerance >= before.answer + before.tolerance;
  return isWider ? keep(none, 'wider') : redo('key');
}

function orderChange(before: QuestionOf<'sequencing'>, after: QuestionOf<'sequencing'>): AnswerChange {
  const answers = sameAnswers(before.items, after.items);
  if (!isWhole(answers, before.items, after.items)) return redo('alternatives', answers);
  const asBefore = before.order.map((id) => answers.get(id));
  return asBefore.join() === after.order.join() ? keep(answers, orderOf(answers)) : redo('key', answers);
}

/** Items are letters and targets numbers, so that one map holds both. */
function pairsChange(before: QuestionOf<'matching'>, after: QuestionOf<'matching'>): AnswerChange {
  const items = sameAnswers(before.items, after.items);
  const targets = sameAnswers(before.targets, after.targets);
  const answers = new Map([...items, ...targets]);
  if (!isWhole(items, before.items, after.items) || !isWhole(targets, before.targets, after.targets))
    return redo('alternatives', answers);
  const now = new Map(after.items.map(({ id, target }) => [id, target]));
  const isSameKey = before.items.every(({ id, target }) => now.get(items.get(id) ?? '') === targets.get(target));
  return isSameKey ? keep(answers, orderOf(answers)) : redo('key', answers);
}

/** The ways, their endings and what these are worth; then the words, place by place. */
function waysChange(before: QuestionOf<'scenario'>, after: QuestionOf<'scenario'>): AnswerChange {
  const ways = ({ situations }: QuestionOf<'scenario'>) =>
    JSON.stringify(situations.map(({ id, points, steps }) => [id, points, steps.map((step) => [step.id, step.to])]));
  if (ways(before) !== ways(after)) return redo('alternatives');
  const isSame = before.situations.every((situation, place) => {
    const now = after.situations[place];
    return situation.steps.every((step, index) => isReworded(step.text, now?.steps[index]?.text ?? ''));
  });
  return isSame ? keep() : redo('rewritten');
}

interface Answer {
  id: string;
  text: string;
}

/** Word for word first, wherever they stand; what is left goes together where it is the same in other words. */
function sameAnswers(before: readonly Answer[], after: readonly Answer[]): Map<string, string> {
  const pairs = new Map<string, string>();
  const left = [...after];
  const pair = (isSame: (one: Answer, other: Answer) => boolean) => {
    for (const one of before) {
      const place = pairs.has(one.id) ? -1 : left.findIndex((other) => isSame(one, other));
      const [other] = place < 0 ? [] : left.splice(place, 1);
      if (other) pairs.set(one.id, other.id);
    }
  };
  pair((one, other) => one.text === other.text && one.id === other.id);
  pair((one, other) => one.text === other.text);
  pair((one, other) => one.id === other.id && isReworded(one.text, other.text));
  pair((one, other) => isReworded(one.text, other.text));
  return pairs;
}

function isWhole(pairs: ReadonlyMap<string, string>, before: readonly Answer[], after: readonly Answer[]): boolean {
  return pairs.size === before.length && pairs.size === after.length;
}

function orderOf(pairs: ReadonlyMap<string, string>): 'order' | null {
  return [...pairs].every(([id, now]) => id === now) ? null : 'order';
}

function isSameSet(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one));
}

function priceOf({ points, tries, hintCost, hints }: Question): string {
  return [points, tries, hintCost ?? 0, hintCost === undefined ? 0 : (hints?.length ?? 0)].join();
}
