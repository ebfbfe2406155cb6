import { html, type Html } from './html.js';
import type { ChoiceMark, QuestionView } from './question-view.js';
import type { LiveWords } from './live-words.js';

// What changes in a question when it is answered. The player writes the same lines as the server.

const signs = { right: '✓', wrong: '✗' };

export function markLine(mark: ChoiceMark, words: LiveWords): Html {
  const sign = mark === 'taken-wrong' ? signs.wrong : signs.right;
  return html`<span aria-hidden="true">${sign}</span> ${words.mark[mark]}`;
}

export function verdictLine(verdict: NonNullable<QuestionView['verdict']>, words: LiveWords): Html {
  const sign = verdict === 'right' ? signs.right : signs.wrong;
  return html`<span aria-hidden="true">${sign}</span> ${words.verdict[verdict]}`;
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
