import type { QuestionOf } from '@kursdugnad/core/course/question.js';
import type { GuideView } from './guide-view.js';
import { Html, flag, html } from './live/html.js';
import { rowMarkLine } from './live/question-parts.js';
import type { QuestionView, RowView } from './live/question-view.js';
import { inlineProse, plainWords } from './prose.js';

/**
 * What is put in order, as it stands now. Without script each row says its place in a list of places; the player moves the
 * rows by buttons, and sets the places after them.
 */
export function orderRows(view: GuideView, question: QuestionOf<'sequencing'>, now: QuestionView): Html {
  const textOf = new Map(question.items.map(({ id, text }) => [id, text]));
  const rows = now.rows.map((row, index) => {
    const text = textOf.get(row.id) ?? '';
    const name = view.said(plainWords(text));
    const places = now.rows.map(
      (_row, place) => html`<option value="${place + 1}.${row.id}" ${selected(place === index)}>${place + 1}</option>`,
    );
    return html`<li class="row" data-item="${row.id}" data-mark="${row.mark ?? ''}" data-name="${name}">
      <span class="row-text">${inlineProse(text, view.prose)}</span>
      <select name="place" aria-label="${view.words.placeOf(name)}">
        ${places}
      </select>
      <span class="moves" hidden>${move(view, -1, name)}${move(view, 1, name)}</span>
      ${rowMark(view, row)}
    </li>`;
  });
  return html`<ol class="rows order">
      ${rows}
    </ol>
    <p class="unseen" role="status" data-moved></p>`;
}

function move({ words }: GuideView, by: 1 | -1, name: string): Html {
  const [sign, word] = by < 0 ? ['↑', words.up] : ['↓', words.down];
  return html`<button class="move" type="button" data-move="${by}">
    <span aria-hidden="true">${sign}</span> ${word} <span class="unseen">${name}</span>
  </button>`;
}

/** What is matched: for each item a list of what it may belong to. */
export function pairRows(view: GuideView, question: QuestionOf<'matching'>, now: QuestionView): Html {
  const chosen = new Map(now.rows.map((row) => [row.id, row]));
  const targets = question.targets.map(({ id, text }) => ({ id, name: view.said(plainWords(text)) }));
  const rows = question.items.map(({ id, text }) => {
    const row = chosen.get(id) ?? { id, target: '', mark: null };
    const options = targets.map(
      (target) =>
        html`<option value="${id}.${target.id}" ${selected(target.id === row.target)}>${target.name}</option>`,
    );
    return html`<li class="row" data-item="${id}" data-mark="${row.mark ?? ''}">
      <label class="row-text" for="${question.id}_${id}">${inlineProse(text, view.prose)}</label>
      <select id="${question.id}_${id}" name="response" required>
        <option value="">${view.words.choose}</option>
        ${options}
      </select>
      ${rowMark(view, row)}
    </li>`;
  });
  return html`<ul class="rows pairs">
      ${rows}
    </ul>
    <p class="on-paper">${targets.map(({ name }) => name).join(' · ')}</p>`;
}

function rowMark({ words }: GuideView, { mark }: RowView): Html {
  return html`<p class="mark" ${flag('hidden', !mark)}>${mark && rowMarkLine(mark, words)}</p>`;
}

function selected(is: boolean): Html {
  return new Html(is ? ' selected' : '');
}
