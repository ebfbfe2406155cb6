import type { Question } from '@kursdugnad/core/course/question.js';
import type { QuestionStanding } from '@kursdugnad/core/runtime/standing.js';
import type { GuideView } from './guide-view.js';
import { flag, html, type Html, type Part } from './live/html.js';
import { prose } from './prose.js';

/** Help for those who ask. A hint that costs points is opened by an event, so that it is known; others just unfold. */
export function hintList(view: GuideView, question: Question, { hints: opened, settled }: QuestionStanding): Part {
  const { hints = [], hintCost } = question;
  if (hints.length === 0) return null;
  const { words } = view;
  const one = (text: string, number: number): Html => {
    const name = hints.length === 1 ? words.hint : words.hintNumber(number);
    if (!hintCost)
      return html`<details class="hint-box">
        <summary>${name}</summary>
        ${prose(text, view.prose)}
      </details>`;
    const isOpen = opened.includes(number) || settled;
    return html`<div class="hint-box" data-hint="${number}">
      <p class="hint-row" ${flag('hidden', isOpen)}>
        <button class="hint-button" type="submit" name="hint" value="${number}" formnovalidate>
          ${words.showHint(hints.length === 1 ? '' : ` ${number}`, hintCost)}
        </button>
      </p>
      <div class="hint-text" tabindex="-1" ${flag('hidden', !isOpen)}>
        <p class="form-word">${name}</p>
        ${prose(text, view.prose)}
      </div>
    </div>`;
  };
  return html`<div class="hints">${hints.map((text, index) => one(text, index + 1))}</div>`;
}
