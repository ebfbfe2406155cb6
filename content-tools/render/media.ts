import type { Block } from '@kursdugnad/core/course/course.js';
import type { GuideView } from './guide-view.js';
import { flag, html, type Html } from './live/html.js';

type Figure = Extract<Block, { kind: 'figure' }>;
type Audio = Extract<Block, { kind: 'audio' }>;
type Download = Extract<Block, { kind: 'download' }>;
type Video = Extract<Block, { kind: 'video' }>;

/** An SVG is shown as an image, never inlined: what is scripted in it does not run. */
export function figure(view: GuideView, block: Figure): Html {
  return html`<figure id="${block.id}">
    <img src="${view.page.urls.media(block.src)}" alt="${view.said(block.alt)}" loading="lazy" decoding="async" />
    ${captionHtml(view, block)}
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
    <video controls preload="metadata" playsinline aria-label="${view.said(block.alt)}" src="${media(block.src)}">
      ${tracks}<a href="${media(block.src)}">${words.downloadFilm}</a>
    </video>
    ${captionHtml(view, block)} ${transcript(view, block, words.transcript)}
  </figure>`;
}

export function audio(view: GuideView, block: Audio): Html {
  const src = view.page.urls.media(block.src);
  const { reading } = view.words;
  return html`<figure id="${block.id}">
    <audio controls preload="metadata" aria-label="${view.said(block.alt)}" src="${src}">
      <a href="${src}">${reading.downloadAudio}</a>
    </audio>
    ${captionHtml(view, block)} ${transcript(view, block, reading.audioInWords)}
  </figure>`;
}

const formats: Record<string, string> = {
  pdf: 'PDF',
  docx: 'Word',
  xlsx: 'Excel',
  pptx: 'PowerPoint',
  odt: 'OpenDocument',
};

/** A file to take away. What it is and how large it is stands in the link, for those who hear only that. */
export function download(view: GuideView, block: Download): Html {
  const file = view.page.course.media.find(({ path }) => path === block.src);
  const ending = block.src.slice(block.src.lastIndexOf('.') + 1);
  const about = [formats[ending] ?? ending.toUpperCase(), file && view.words.reading.size(file.bytes)].filter(Boolean);
  return html`<div class="download" id="${block.id}">
    <a href="${view.page.urls.media(block.src)}" download
      ><span class="download-title">${view.said(block.title)}</span>
      <span class="download-about">(${about.join(', ')})</span></a
    >
    ${block.caption && html`<p>${view.said(block.caption)}</p>`}
  </div>`;
}

function captionHtml(view: GuideView, { caption }: { caption?: string | undefined }): Html | undefined {
  return caption ? html`<figcaption>${view.said(caption)}</figcaption>` : undefined;
}

function transcript(view: GuideView, block: Audio | Video, title: string): Html | undefined {
  if (!block.transcript) return undefined;
  return html`<details class="transcript">
    <summary>${title}</summary>
    ${paragraphs(view.said(block.transcript))}
  </details>`;
}

function paragraphs(text: string): Html[] {
  return text
    .split(/\n\s*\n/u)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => html`<p>${paragraph.trim()}</p>`);
}
