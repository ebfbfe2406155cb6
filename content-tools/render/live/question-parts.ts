import type { Question } from '@kursdugnad/core/course/question.js';
import { html, type Html } from './html.js';
import type { ChoiceMark, QuestionView } from './question-view.js';
import type { LiveWords } from './live-words.js';

// What changes in a question when it is answered. The player writes the same lines as the server.

const signs = { right: '✓', wrong: '✗' };

export function markLine(mark: ChoiceMark, words: LiveWords): Html {
  const sign = mark === 'taken-wrong' ? signs.wrong : signs.right;
  return html`<span aria-hidden="true">${sign}</span> ${words.mark[mark]}`;
}

export function rowMarkLine(mark: 'taken-right' | 'taken-wrong', words: LiveWords): Html {
  return html`<span aria-hidden="true">${mark === 'taken-right' ? signs.right : signs.wrong}</span>
    ${words.rowMark[mark]}`;
}

export function verdictLine({ kind }: Question, verdict: NonNullable<QuestionView['verdict']>, words: LiveWords): Html {
  const sign = verdict === 'right' ? signs.right : signs.wrong;
  const said = kind === 'scenario' ? words.ending : words.verdict;
  return html`<span aria-hidden="true">${sign}</span> ${said[verdict]}`;
}

/** What was chosen on the way through a scenario. */
export function takenLine({ taken }: LiveWords): Html {
  return html`<span aria-hidden="true">●</span> ${taken}`;
}

/** What the button says. */
export function answerButton({ kind }: Question, tries: number, words: LiveWords): string {
  if (kind === 'scenario') return words.goOn;
  return tries === 0 ? words.answer : words.answerAgain;
}

/** How often one may try: said before the first answer, and what is left of it after. */
export function triesLine(tries: number, triesLeft: number, words: LiveWords): string {
  return tries === 0 ? words.tries(triesLeft) : words.triesLeft(triesLeft);
}

/** Text that waits for its moment, by its `data-when`. */
export type When = 'right' | 'wrong' | 'closed';

export function applies(when: When, view: QuestionView): boolean {
  return when === 'closed' ? view.explanation : view.verdict === when;
}
