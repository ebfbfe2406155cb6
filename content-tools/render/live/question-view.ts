import type { Choice, Question } from '@kursdugnad/core/course/question.js';
import type { QuestionStanding } from '@kursdugnad/core/runtime/standing.js';
import { walkOf } from '@kursdugnad/core/runtime/walking.js';

/** `taken-right`: chosen and right. `right`: the answer the learner did not find. `taken-wrong`: chosen and wrong. */
export type ChoiceMark = 'taken-right' | 'right' | 'taken-wrong';

export interface ChoiceView {
  taken: boolean;
  mark: ChoiceMark | null;
  feedback: boolean;
}

/** One of the things that are put in order or matched: where it stands, and whether that is right once all is told. */
export interface RowView {
  id: string;
  /** The target it is matched with; empty where none is chosen, and for what is put in order. */
  target: string;
  mark: 'taken-right' | 'taken-wrong' | null;
}

/** A situation of a scenario that is shown: with what was chosen there, or as the place where one chooses now. */
export interface SituationView {
  id: string;
  taken: string | null;
  isNow: boolean;
  /** The first one, once more: shown to those who begin anew. */
  isAgain?: true;
}

/** What of a question a learner may see now. The server and the player both draw from this. */
export interface QuestionView {
  verdict: 'right' | 'not-yet' | 'wrong' | null;
  /** No more answers count. */
  closed: boolean;
  choices: Record<string, ChoiceView>;
  /** What was written: a text, or a number with a point. */
  written: string;
  /** In the order to show. */
  rows: RowView[];
  /** In the order to show; the rest are hidden. */
  situations: SituationView[];
  /** The explanation would give the answer away, so it waits until the question is closed. */
  explanation: boolean;
}

export function questionView(question: Question, standing: QuestionStanding): QuestionView {
  const { response, right, settled } = standing;
  const isWritten = question.kind === 'fill-in' || question.kind === 'numeric';
  const verdict = right ? 'right' : settled ? 'wrong' : 'not-yet';
  return {
    // A new walk has begun: how the last one ended is said no more.
    verdict: response === null || standing.walk ? null : verdict,
    closed: settled,
    choices: choiceViews(question, standing),
    written: isWritten ? (response?.[0] ?? '') : '',
    rows: rowViews(question, standing),
    situations: situationViews(question, standing),
    explanation: settled,
  };
}

/** What one chooses among by ticking: a claim is right or not, as if both were written out. */
export function choicesOf(question: Question): Pick<Choice, 'id' | 'correct'>[] {
  if (question.kind === 'single' || question.kind === 'multiple') return question.choices;
  if (question.kind !== 'true-false') return [];
  return [true, false].map((says) => ({ id: String(says), correct: says === question.answer }));
}

function choiceViews(question: Question, standing: QuestionStanding): Record<string, ChoiceView> {
  const views = choicesOf(question).map(({ id, correct }): [string, ChoiceView] => {
    const taken = standing.response?.includes(id) ?? false;
    // Marks on an open several-choice question would tell which of the other choices are right.
    const marked = standing.settled || (question.kind !== 'multiple' && taken);
    const mark = taken ? (correct ? 'taken-right' : 'taken-wrong') : correct ? 'right' : null;
    return [id, { taken, mark: marked ? mark : null, feedback: taken || (standing.settled && correct) }];
  });
  return Object.fromEntries(views);
}

function rowViews(question: Question, { response, settled }: QuestionStanding): RowView[] {
  const marked = (isRight: boolean) => (settled ? (isRight ? 'taken-right' : 'taken-wrong') : null);
  if (question.kind === 'sequencing') {
    const order = response ?? question.items.map(({ id }) => id);
    return order.map((id, index) => ({ id, target: '', mark: marked(id === question.order[index]) }));
  }
  if (question.kind !== 'matching') return [];
  const chosen = new Map((response ?? []).map((pair) => pair.split('.') as [string, string]));
  return question.items.map(({ id, target }) => {
    const own = chosen.get(id) ?? '';
    return { id, target: own, mark: marked(own === target) };
  });
}

/** The walk so far. Where it has ended and may be taken again, the ending and then the beginning. */
function situationViews(question: Question, { response, walk, settled }: QuestionStanding): SituationView[] {
  if (question.kind !== 'scenario') return [];
  const begin: SituationView = { id: question.situations[0]?.id ?? '', taken: null, isNow: true };
  const walked = walkOf(question, walk ?? response ?? []);
  if (!walked || walked.trail.length === 0) return [begin];
  const trail = walked.trail.map(({ situation, step }) => ({ id: situation.id, taken: step.id, isNow: false }));
  const at: SituationView = { id: walked.at.id, taken: null, isNow: walk !== null };
  return walk !== null || settled ? [...trail, at] : [at, { ...begin, isAgain: true }];
}
