import type { GuideView } from './guide-view.js';
import { html, type Html } from './live/html.js';
import { resultBody } from './live/result.js';

/** The last page: how it went. */
export function resultSection(view: GuideView): Html {
  const { edition, words, page } = view;
  const { home, action } = page.urls;
  const last = edition.lessons.at(-1)?.id ?? '';
  return html`<p class="guide-name">${edition.title}</p>
    <h1 tabindex="-1">${words.result}</h1>
    <div id="guide_result" class="result">${resultBody({ ...view, home, action, restartId: page.newId() })}</div>
    <div class="pager">
      <a class="button" rel="prev" href="${view.href(last)}" data-place="${last}"
        ><span aria-hidden="true">←</span> ${words.previous}</a
      >
    </div>`;
}
