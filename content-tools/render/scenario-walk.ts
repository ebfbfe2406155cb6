import type { QuestionOf, Situation, Step } from '@kursdugnad/core/course/question.js';
import type { GuideView } from './guide-view.js';
import { flag, headingOf, html, type Html } from './live/html.js';
import { takenLine } from './live/question-parts.js';
import type { QuestionView, SituationView } from './live/question-view.js';
import { inlineProse, plainWords, prose } from './prose.js';
import { verdict } from './verdict.js';

/**
 * A scenario: the way walked so far, what came of it, and what one may do now. Where it has ended and may be taken again,
 * the beginning unfolds below. The situations not yet come to are there, but hidden.
 */
export function scenarioWalk(view: GuideView, question: QuestionOf<'scenario'>, now: QuestionView): Html {
  const shown = new Map(now.situations.map((one) => [one.id, one]));
  const titles = new Map(question.situations.map(({ id, title }) => [id, view.said(plainWords(title))]));
  const part = (one: Situation) => situationPart(view, question, one, shown.get(one.id), titles);
  const walked = now.situations.filter(({ isAgain }) => !isAgain);
  const again = now.situations.find(({ isAgain }) => isAgain);
  const parts = new Map(question.situations.map((one) => [one.id, part(one)]));
  return html`<div class="walk">
    ${walked.map(({ id }) => parts.get(id))} ${verdict(view, question, now)}
    <details class="again" ${flag('hidden', !again)}>
      <summary class="button">${view.words.beginAgain}</summary>
      ${again && parts.get(again.id)}
    </details>
    ${question.situations.map(({ id }) => !shown.has(id) && parts.get(id))}
  </div>`;
}

function situationPart(
  view: GuideView,
  question: QuestionOf<'scenario'>,
  { id, title, text, steps }: Situation,
  shown: SituationView | undefined,
  titles: ReadonlyMap<string, string>,
): Html {
  const isNow = shown?.isNow ?? false;
  const level = Math.min(6, view.prose.headingLevel + 1);
  return html`<div class="scene" data-scene="${id}" ${flag('hidden', !shown)}>
    ${title && html`<div class="scene-title" tabindex="-1">${headingOf(level, inlineProse(title, view.prose))}</div>`}
    ${text && html`<div class="scene-text">${prose(text, view.prose)}</div>`}
    <input type="hidden" name="response" value="${shown?.taken ?? ''}" ${flag('disabled', !shown?.taken)} />
    ${
      steps.length > 0 &&
      html`<fieldset class="ways" ${flag('disabled', !isNow)}>
        <legend class="unseen">${view.words.whatNow}</legend>
        ${steps.map((step) => way(view, `${question.id}_${id}_${step.id}`, step, shown?.taken ?? null, titles.get(step.to) ?? ''))}
      </fieldset>`
    }
  </div>`;
}

/** What one may do. Where something was chosen, only that is left, with what came of it. */
function way(view: GuideView, about: string, step: Step, taken: string | null, leadsTo: string): Html {
  const isTaken = taken === step.id;
  return html`<div class="choice" data-choice="${step.id}" data-mark="" ${flag('hidden', taken !== null && !isTaken)}>
    <label class="option" data-to="${leadsTo}"
      ><input
        type="radio"
        name="response"
        value="${step.id}"
        aria-describedby="${about}"
        required${flag('hidden', taken !== null)}
      /><span>${inlineProse(step.text, view.prose)}</span></label
    >
    <div class="choice-answer" id="${about}">
      <p class="mark" ${flag('hidden', !isTaken)}>${takenLine(view.words)}</p>
      ${step.feedback && html`<div class="feedback" ${flag('hidden', !isTaken)}>${prose(step.feedback, view.prose)}</div>`}
    </div>
  </div>`;
}
