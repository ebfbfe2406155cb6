import type { Question } from '@kursdugnad/core/course/question.js';
import type { GuideView } from './guide-view.js';
import { flag, html, type Html, type Part } from './live/html.js';
import { markLine } from './live/question-parts.js';
import type { QuestionView } from './live/question-view.js';
import { orderRows, pairRows } from './answer-rows.js';
import { inlineProse, prose } from './prose.js';
import { numberIn } from './live/live-words.js';
import { scenarioWalk } from './scenario-walk.js';

/** Where the answer is given. Every field works without script, and by keyboard. */
export function answerFields(view: GuideView, question: Question, now: QuestionView): Part {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.choices.map(({ id, text, feedback }) =>
        option(view, question, { id, text: inlineProse(text, view.prose), feedback }, now),
      );
    case 'true-false':
      return [true, false].map((says) =>
        option(view, question, { id: String(says), text: view.words.claim[`${says}`] }, now),
      );
    case 'fill-in':
      return written(view, question, now.written);
    case 'numeric':
      return written(view, question, numberIn(view.language, now.written));
    case 'sequencing':
      return orderRows(view, question, now);
    case 'matching':
      return pairRows(view, question, now);
    case 'scenario':
      return scenarioWalk(view, question, now);
  }
}

interface Option {
  id: string;
  text: Html | string;
  feedback?: string | undefined;
}

function option(view: GuideView, question: Question, choice: Option, now: QuestionView): Html {
  const shown = now.choices[choice.id];
  const type = question.kind === 'multiple' ? 'checkbox' : 'radio';
  const about = `${question.id}_${choice.id}`;
  return html`<div class="choice" data-choice="${choice.id}" data-mark="${shown?.mark ?? ''}">
    <label class="option"
      ><input
        type="${type}"
        name="response"
        value="${choice.id}"
        aria-describedby="${about}"
        ${flag('checked', shown?.taken ?? false)}${flag('required', type === 'radio')}
      /><span>${choice.text}</span></label
    >
    <div class="choice-answer" id="${about}">
      <p class="mark" ${flag('hidden', !shown?.mark)}>${shown?.mark && markLine(shown.mark, view.words)}</p>
      ${choice.feedback && html`<div class="feedback" ${flag('hidden', !shown?.feedback)}>${prose(choice.feedback, view.prose)}</div>`}
    </div>
  </div>`;
}

function written(view: GuideView, question: Question, value: string): Html {
  const isNumber = question.kind === 'numeric';
  const unit = isNumber ? question.unit : undefined;
  return html`<p class="written">
    <label for="${question.id}_response"
      >${view.words.yourAnswer}${unit && html`<span class="unseen"> (${unit})</span>`}</label
    >
    <input
      id="${question.id}_response"
      type="text"
      name="response"
      value="${value}"
      maxlength="${isNumber ? 40 : 500}"
      inputmode="${isNumber ? 'decimal' : 'text'}"
      autocomplete="off"
      autocapitalize="none"
      spellcheck="false"
      required
    />${unit && html`<span class="unit" aria-hidden="true">${unit}</span>`}
  </p>`;
}
