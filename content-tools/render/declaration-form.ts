import type { Declaration } from '@kursdugnad/core/course/course.js';
import { eventFields } from './live/event-fields.js';
import type { GuideView } from './guide-view.js';
import { flag, headingOf, html, type Html } from './live/html.js';
import { confirmedLine } from './live/declaration-parts.js';
import { inlineProse, prose } from './prose.js';

/** Something to confirm, or when it was confirmed. */
export function declarationForm(view: GuideView, declaration: Declaration, lesson: string): Html {
  const { words, language, page } = view;
  const at = page.record.declared[declaration.id];
  return html`<form class="declaration" id="${declaration.id}" method="post" autocomplete="off" action="${page.urls.action}" data-declaration="${declaration.id}">
${eventFields('declared', page.newId(), lesson, { declaration: declaration.id })}
<fieldset${flag('disabled', at !== undefined)}>
<legend><span class="form-word">${words.declaration}</span>${headingOf(view.prose.headingLevel, inlineProse(declaration.title, view.prose))}</legend>
${prose(declaration.text, view.prose)}
<div class="choice" data-mark=""><label class="option"><input type="checkbox" name="confirmed" value="1" required${flag('checked', at !== undefined)}><span>${inlineProse(declaration.confirm, view.prose)}</span></label></div>
</fieldset>
<p class="verdict" role="status" tabindex="-1" data-verdict="${at ? 'right' : ''}">${at && confirmedLine(at, language)}</p>
<div class="answer-row"${flag('hidden', at !== undefined)}><button class="button" type="submit">${words.confirm}</button></div>
</form>`;
}
