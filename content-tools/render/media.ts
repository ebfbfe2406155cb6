import type { Block } from '@kursdugnad/core/course/course.js';
import type { GuideView } from './guide-view.js';
import { flag, html, type Html } from './live/html.js';

type Figure = Extract<Block, { kind: 'figure' }>;
type Video = Extract<Block, { kind: 'video' }>;

/** An SVG is shown as an image, never inlined: what is scripted in it does not run. */
export function figure(view: GuideView, block: Figure): Html {
  return html`<figure id="${block.id}">
    <img src="${view.page.urls.media(block.src)}" alt="${block.alt}" loading="lazy" decoding="async" />
    ${block.caption && html`<figcaption>${block.caption}</figcaption>`}
  </figure>`;
}

export function video(view: GuideView, block: Video): Html {
  const { media } = view.page.urls;
  const { words } = view;
  const tracks = block.captions.map(
    (track) =>
      html`<track
        kind="captions"
        srclang="${track.language}"
        label="${words.captionsIn[track.language]}"
        src="${media(track.src)}"
        ${flag('default', track.language === view.language)}
      />`,
  );
  return html`<figure id="${block.id}">
    <video controls preload="metadata" playsinline aria-label="${block.alt}" src="${media(block.src)}">
      ${tracks}<a href="${media(block.src)}">${words.downloadFilm}</a>
    </video>
    ${block.caption && html`<figcaption>${block.caption}</figcaption>`}
    ${
      block.transcript &&
      html`<details class="transcript">
        <summary>${words.transcript}</summary>
        ${paragraphs(block.transcript)}
      </details>`
    }
  </figure>`;
}

function paragraphs(text: string): Html[] {
  return text
    .split(/\n\s*\n/u)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => html`<p>${paragraph.trim()}</p>`);
}
