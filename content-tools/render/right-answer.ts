import type { Question } from '@kursdugnad/core/course/question.js';
import type { GuideView } from './guide-view.js';
import { html, type Part } from './live/html.js';
import { numberIn } from './live/live-words.js';
import { inlineProse } from './prose.js';

/** What would have been right, where the marks on the answers do not tell. */
export function rightAnswer({ words, language, prose }: GuideView, question: Question): Part {
  switch (question.kind) {
    case 'fill-in':
      return html`<p class="right-answer">${words.rightAnswer(question.accepted[0] ?? '')}</p>`;
    case 'numeric': {
      const unit = question.unit ? ` ${question.unit}` : '';
      const told = (value: number) => numberIn(language, String(Number(value.toFixed(9)))) + unit;
      const { answer, tolerance } = question;
      const range = tolerance > 0 ? words.between(told(answer - tolerance), told(answer + tolerance)) : null;
      return html`<p class="right-answer">${words.rightAnswer(told(answer))}${range && ` (${range})`}</p>`;
    }
    case 'sequencing': {
      const textOf = new Map(question.items.map(({ id, text }) => [id, text]));
      const items = question.order.map((id) => html`<li>${inlineProse(textOf.get(id) ?? '', prose)}</li>`);
      return html`<p class="right-answer">${words.rightOrder}</p>
        <ol>
          ${items}
        </ol>`;
    }
    case 'matching': {
      const textOf = new Map(question.targets.map(({ id, text }) => [id, text]));
      const pairs = question.items.map(
        ({ text, target }) =>
          html`<li>${inlineProse(text, prose)}: ${inlineProse(textOf.get(target) ?? '', prose)}</li>`,
      );
      return html`<p class="right-answer">${words.rightPairs}</p>
        <ul>
          ${pairs}
        </ul>`;
    }
    default:
      return null;
  }
}
