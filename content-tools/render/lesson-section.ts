import type { Lesson } from '@kursdugnad/core/course/course.js';
import { blockHtml } from './block.js';
import { resultPlace } from './guide-data.js';
import type { GuideView } from './guide-view.js';
import { flag, html, type Html } from './live/html.js';

/**
 * One lesson, hidden unless it is shown. The first page of a guide with an introduction is headed by the guide itself: its
 * lesson's title is then an h2, and what is inside it goes one level down.
 */
export function lessonSection(view: GuideView, lesson: Lesson, index: number): Html {
  const introduction = index === 0 ? view.edition.introduction : [];
  const opens = introduction.length > 0;
  const inside: GuideView = opens ? { ...view, prose: { ...view.prose, headingLevel: 3 } } : view;
  return html`<section
    id="${lesson.id}"
    class="place"
    data-section="${lesson.id}"
    ${flag('hidden', lesson.id !== view.shown)}
  >
    ${opens ? opening(view, introduction, lesson) : heading(view, lesson)}
    <div class="prose">${lesson.blocks.map((block) => blockHtml(inside, block, lesson.id))}</div>
    <p class="completed-note" data-completed${flag('hidden', !view.standing.completed)}>
      <span aria-hidden="true">●</span> ${view.words.completedNote}
      <a href="${view.href(resultPlace)}" data-place="${resultPlace}">${view.words.seeResult}</a>
    </p>
    ${pager(view, index)}
  </section> `;
}

function heading(view: GuideView, lesson: Lesson): Html {
  return html`<p class="guide-name">${view.edition.title}</p>
    <h1 tabindex="-1">${lesson.title}</h1>`;
}

function opening(view: GuideView, introduction: Lesson['blocks'], lesson: Lesson): Html {
  return html`<p class="guide-name">${view.words.minutes(view.page.course.minutes)}</p>
    <h1 tabindex="-1">${view.edition.title}</h1>
    <div class="prose introduction">${introduction.map((block) => blockHtml(view, block, lesson.id))}</div>
    <h2 class="lesson-title">${lesson.title}</h2>`;
}

/** Back and forth, with the name of what comes. Forward is the page's one main action. */
export function pager(view: GuideView, index: number): Html {
  const { lessons } = view.edition;
  const previous = lessons[index - 1];
  const next = lessons[index + 1];
  const forward = next ? { place: next.id, word: view.words.next } : { place: resultPlace, word: view.words.seeResult };
  return html`<div class="pager">
    ${previous && html`<a class="button" rel="prev" href="${view.href(previous.id)}" data-place="${previous.id}"><span aria-hidden="true">←</span> ${view.words.previous}</a>`}
    <a class="button main" rel="next" href="${view.href(forward.place)}" data-place="${forward.place}"
      >${forward.word}
      <span aria-hidden="true">→</span>${next && html`<span class="pager-title">${next.title}</span>`}</a
    >
  </div>`;
}
