import type { Reflection } from '@kursdugnad/core/course/course.js';
import type { GuideView } from './guide-view.js';
import { headingOf, html, type Html } from './live/html.js';
import { inlineProse, prose } from './prose.js';

/**
 * Something to think about. It is no form: nothing in it can be sent. The player opens the field and keeps what is written
 * on the device; without script there is only the question.
 */
export function reflectionPart(view: GuideView, { id, prompt, text }: Reflection): Html {
  const { words } = view;
  return html`<div class="reflection" id="${id}" role="group" aria-labelledby="${id}_prompt" data-reflection="${id}">
    <p class="form-word">${words.reflection}</p>
    <div id="${id}_prompt">${headingOf(view.prose.headingLevel, inlineProse(prompt, view.prose))}</div>
    ${text && prose(text, view.prose)}
    <div class="reflection-field" hidden>
      <label for="${id}_text">${words.reflectionField}</label>
      <textarea id="${id}_text" rows="4" maxlength="5000" aria-describedby="${id}_private"></textarea>
      <p class="hint" id="${id}_private">${words.reflectionPrivate}</p>
      <button class="button" type="button">${words.clearReflection}</button>
    </div>
  </div>`;
}
