import type { Question } from '@kursdugnad/core/course/question.js';
import { untouched } from '@kursdugnad/core/runtime/standing.js';
import type { GuideView } from './guide-view.js';
import { hintList } from './hint-list.js';
import { eventFields } from './live/event-fields.js';
import { flag, headingOf, html, type Html, type Part } from './live/html.js';
import { answerButton, applies, triesLine, type When } from './live/question-parts.js';
import { questionView, type QuestionView } from './live/question-view.js';
import { answerFields } from './answer-fields.js';
import { inlineProse, prose } from './prose.js';
import { rightAnswer } from './right-answer.js';
import { verdict } from './verdict.js';
import type { Words } from './words.js';

/**
 * A question as a form. What the learner has not earned is in the page but hidden: the player shows it without asking the
 * network, and without the player the server shows it in the next page.
 */
export function questionForm(view: GuideView, question: Question, lesson: string): Html {
  const { words } = view;
  const known = view.standing.questions[question.id] ?? untouched(question);
  const now = questionView(question, known);
  const hint = howTo(question, words);
  return html`<form class="question" id="${question.id}" method="post" autocomplete="off" action="${view.page.urls.action}" data-question="${question.id}">
${eventFields('answered', view.page.newId(), lesson, { question: question.id })}
<fieldset${flag('disabled', now.closed)}${described(question, hint)}>
<legend><span class="form-word">${words.asks[question.kind]}</span>${headingOf(view.prose.headingLevel, inlineProse(question.prompt, view.prose))}</legend>
${question.situation && html`<div class="situation" id="${question.id}_situation">${prose(question.situation, view.prose)}</div>`}
${hint && html`<p class="hint" id="${question.id}_hint">${hint}</p>`}
${answerFields(view, question, now)}
</fieldset>
${question.kind !== 'scenario' && verdict(view, question, now)}
${later(view, now, question)}
<div class="answer-row"${flag('hidden', now.closed)}>
<button class="button" type="submit">${answerButton(question, known.tries, words)}</button>
<p class="tries">${triesLine(known.tries, known.triesLeft, words)}</p>
${question.points > 1 && html`<p class="worth">${words.worth(question.points)}</p>`}
</div>
${hintList(view, question, known)}
</form>`;
}

/** Someone who counts needs no comma. */
function howTo(question: Question, { howTo: hints, writeWhole }: Words): string | null {
  const isWhole = question.kind === 'numeric' && [question.answer, question.tolerance].every(Number.isInteger);
  return isWhole ? writeWhole : hints[question.kind];
}

function described(question: Question, hint: string | null): Html | false {
  const ids = [question.situation && `${question.id}_situation`, hint && `${question.id}_hint`].filter(Boolean);
  return ids.length > 0 && html` aria-describedby="${ids.join(' ')}"`;
}

function later(view: GuideView, now: QuestionView, question: Question): Part[] {
  const piece = (when: When, content: Part) =>
    content && html`<div class="later" data-when="${when}" ${flag('hidden', !applies(when, now))}>${content}</div>`;
  const { whenRight = '', whenWrong = '' } = 'whenRight' in question || 'whenWrong' in question ? question : {};
  return [
    piece('right', whenRight && prose(whenRight, view.prose)),
    piece('wrong', rightAnswer(view, question)),
    piece('wrong', whenWrong && prose(whenWrong, view.prose)),
    piece('closed', question.explanation && prose(question.explanation, view.prose)),
  ];
}
