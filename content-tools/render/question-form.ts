import type { Choice, Question } from '@kursdugnad/core/course/course.js';
import { eventFields } from './live/event-fields.js';
import type { GuideView } from './guide-view.js';
import { flag, headingOf, html, type Html, type Part } from './live/html.js';
import { inlineProse, prose } from './prose.js';
import { applies, markLine, triesLine, verdictLine, type When } from './live/question-parts.js';
import { questionView, untouched, type QuestionView } from './live/question-view.js';

/**
 * A question as a form. What the learner has not earned is in the page but hidden: the player shows it without asking the
 * network, and without the player the server shows it in the next page.
 */
export function questionForm(view: GuideView, question: Question, lesson: string): Html {
  const { words } = view;
  const known = view.standing.questions[question.id] ?? untouched(question);
  const now = questionView(question, known);
  const hint = { single: words.chooseOne, multiple: words.chooseAll, 'fill-in': '' }[question.kind];
  return html`<form class="question" id="${question.id}" method="post" autocomplete="off" action="${view.page.urls.action}" data-question="${question.id}">
${eventFields('answered', view.page.newId(), lesson, { question: question.id })}
<fieldset${flag('disabled', now.closed)}${described(question, hint)}>
<legend><span class="form-word">${words.question}</span>${headingOf(view.prose.headingLevel, inlineProse(question.prompt, view.prose))}</legend>
${question.situation && html`<div class="situation" id="${question.id}_situation">${prose(question.situation, view.prose)}</div>`}
${hint && html`<p class="hint" id="${question.id}_hint">${hint}</p>`}
${question.kind === 'fill-in' ? written(view, question, now) : question.choices.map((choice) => option(view, question, choice, now))}
</fieldset>
${verdict(view, question, now)}
${later(view, now, question)}
<div class="answer-row"${flag('hidden', now.closed)}>
<button class="button" type="submit">${known.tries === 0 ? words.answer : words.answerAgain}</button>
<p class="tries">${triesLine(known.tries, known.triesLeft, words)}</p>
${question.points > 1 && html`<p class="worth">${words.worth(question.points)}</p>`}
</div>
</form>`;
}

function described(question: Question, hint: string): Html | false {
  const ids = [question.situation && `${question.id}_situation`, hint && `${question.id}_hint`].filter(Boolean);
  return ids.length > 0 && html` aria-describedby="${ids.join(' ')}"`;
}

function option(view: GuideView, question: Question, choice: Choice, now: QuestionView): Html {
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
      /><span>${inlineProse(choice.text, view.prose)}</span></label
    >
    <div class="choice-answer" id="${about}">
      <p class="mark" ${flag('hidden', !shown?.mark)}>${shown?.mark && markLine(shown.mark, view.words)}</p>
      ${choice.feedback && html`<div class="feedback" ${flag('hidden', !shown?.feedback)}>${prose(choice.feedback, view.prose)}</div>`}
    </div>
  </div>`;
}

function written(view: GuideView, question: Question, now: QuestionView): Html {
  return html`<p class="written">
    <label for="${question.id}_response">${view.words.yourAnswer}</label>
    <input
      id="${question.id}_response"
      type="text"
      name="response"
      value="${now.written}"
      maxlength="500"
      autocomplete="off"
      autocapitalize="none"
      spellcheck="false"
      required
    />
  </p>`;
}

/** Where the result of an answer is said, and where the player moves the focus. */
function verdict(view: GuideView, question: Question, now: QuestionView): Html {
  const { notice } = view.page;
  const asked = notice?.kind === 'no-answer' && notice.question === question.id;
  const first = question.kind === 'fill-in' ? view.words.writeFirst : view.words.chooseFirst;
  const line = asked ? first : now.verdict && verdictLine(now.verdict, view.words);
  return html`<p
    class="verdict"
    role="status"
    tabindex="-1"
    data-verdict="${asked ? 'no-answer' : (now.verdict ?? '')}"
  >
    ${line}
  </p>`;
}

function later(view: GuideView, now: QuestionView, question: Question): Part[] {
  const piece = (when: When, content: Part) =>
    html`<div class="later" data-when="${when}" ${flag('hidden', !applies(when, now))}>${content}</div>`;
  const { words } = view;
  const { explanation } = question;
  const fillIn = question.kind === 'fill-in' ? question : null;
  return [
    fillIn?.whenRight && piece('right', prose(fillIn.whenRight, view.prose)),
    fillIn && piece('wrong', html`<p class="right-answer">${words.rightAnswer(fillIn.accepted[0] ?? '')}</p>`),
    fillIn?.whenWrong && piece('wrong', prose(fillIn.whenWrong, view.prose)),
    explanation && piece('closed', prose(explanation, view.prose)),
  ];
}
