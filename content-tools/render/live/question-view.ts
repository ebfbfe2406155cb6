import type { Question } from '@kursdugnad/core/course/course.js';
import type { QuestionStanding } from '@kursdugnad/core/runtime/standing.js';

/** `taken-right`: chosen and right. `right`: the answer the learner did not find. `taken-wrong`: chosen and wrong. */
export type ChoiceMark = 'taken-right' | 'right' | 'taken-wrong';

export interface ChoiceView {
  taken: boolean;
  mark: ChoiceMark | null;
  feedback: boolean;
}

/** What of a question a learner may see now. The server and the player both draw from this. */
export interface QuestionView {
  verdict: 'right' | 'not-yet' | 'wrong' | null;
  /** No more answers count. */
  closed: boolean;
  choices: Record<string, ChoiceView>;
  /** What was written, for a fill-in. */
  written: string;
  /** The explanation would give the answer away, so it waits until the question is closed. */
  explanation: boolean;
}

export function questionView(question: Question, standing: QuestionStanding): QuestionView {
  const { response, right, settled } = standing;
  const answered = response !== null;
  return {
    verdict: !answered ? null : right ? 'right' : settled ? 'wrong' : 'not-yet',
    closed: settled,
    choices: question.kind === 'fill-in' ? {} : choiceViews(question, standing),
    written: question.kind === 'fill-in' ? (response?.[0] ?? '') : '',
    explanation: settled,
  };
}

function choiceViews(question: Exclude<Question, { kind: 'fill-in' }>, standing: QuestionStanding) {
  const views = question.choices.map(({ id, correct }): [string, ChoiceView] => {
    const taken = standing.response?.includes(id) ?? false;
    // Marks on an open several-choice question would tell which of the other choices are right.
    const marked = standing.settled || (question.kind === 'single' && taken);
    const mark = taken ? (correct ? 'taken-right' : 'taken-wrong') : correct ? 'right' : null;
    return [id, { taken, mark: marked ? mark : null, feedback: taken || (standing.settled && correct) }];
  });
  return Object.fromEntries(views);
}

/** Where a question stands before anything is known about it. */
export function untouched(question: Question): QuestionStanding {
  return { response: null, right: false, tries: 0, triesLeft: question.tries, settled: false, points: 0 };
}
