import { resultPlace } from './guide-data.js';
import type { GuideView } from './guide-view.js';
import { Html, html } from './live/html.js';
import { lessonState, lessonStateLine } from './live/lesson-state.js';

/** All lessons with where the learner stands in each: a column beside the text, or below it on a narrow screen. */
export function lessonList(view: GuideView): Html {
  const { edition, words, standing, page } = view;
  const lessons = edition.lessons.map((lesson, index) => {
    const state = lessonState(lesson.id, index === 0, page.record, standing);
    const line = html`<span class="lesson-state" data-state="${state.kind}" data-state-of="${lesson.id}"
      >${lessonStateLine(state, words)}</span
    >`;
    return html`<li>
      ${placeLink(view, lesson.id, html`<span class="contents-title">${lesson.title}</span> ${line}`)}
    </li>`;
  });
  return html`<nav id="guide_contents" class="contents" aria-labelledby="guide_contents_title" tabindex="-1">
    <h2 id="guide_contents_title">${words.contents}</h2>
    <ol>
      ${lessons}
    </ol>
    <p>${placeLink(view, resultPlace, html`<span class="contents-title">${words.result}</span>`)}</p>
  </nav>`;
}

function placeLink(view: GuideView, place: string, content: Html): Html {
  const current = new Html(place === view.shown ? ' aria-current="page"' : '');
  return html`<a href="${view.href(place)}" data-place="${place}" ${current}>${content}</a>`;
}
