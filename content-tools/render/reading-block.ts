import type { Block } from '@kursdugnad/core/course/course.js';
import type { GuideView } from './guide-view.js';
import { Html, html } from './live/html.js';
import { inlineProse, plainWords, prose } from './prose.js';

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;

export function folding(view: GuideView, block: Of<'folding'>): Html {
  return html`<details class="folding" id="${block.id}">
    <summary>${inlineProse(block.title, view.prose)}</summary>
    <div class="folded">${prose(block.markdown, view.prose)}</div>
  </details>`;
}

/** The word where the author has put it. Links to it open the note that `wordNotes` writes. */
export function word(view: GuideView, block: Of<'word'>): Html {
  return html`<div class="word" id="${block.id}" role="note">
    <p class="callout-word">
      <span class="word-kind">${view.words.reading.word}:</span> <dfn>${inlineProse(block.title, view.prose)}</dfn>
    </p>
    ${prose(block.markdown, view.prose)}
  </div>`;
}

/** What links to words open, without script and without leaving the place. */
export function wordNotes(view: GuideView): Html[] {
  const blocks = [...view.edition.introduction, ...view.edition.lessons.flatMap((lesson) => lesson.blocks)];
  return blocks.flatMap((block) =>
    block.kind === 'word'
      ? [
          html`<div class="word-note prose" id="word_${block.name}" popover role="note">
            <p class="callout-word"><dfn>${inlineProse(block.title, view.prose)}</dfn></p>
            ${prose(block.markdown, { ...view.prose, word: () => null })}
          </div>`,
        ]
      : [],
  );
}

/** A procedure, to follow on the screen or to print and hang up. */
export function steps(view: GuideView, block: Of<'steps'>): Html {
  return html`<section class="steps" id="${block.id}" aria-labelledby="${block.id}_title">
    <p class="steps-title" id="${block.id}_title">${inlineProse(block.title, view.prose)}</p>
    <ol>
      ${block.steps.map((step) => html`<li>${prose(step, view.prose)}</li>`)}
    </ol>
  </section>`;
}

export function quote(view: GuideView, block: Of<'quote'>): Html {
  return html`<figure class="quote" id="${block.id}">
    <blockquote>${prose(block.markdown, view.prose)}</blockquote>
    ${block.source && html`<figcaption>– ${inlineProse(block.source, view.prose)}</figcaption>`}
  </figure>`;
}

export function table(view: GuideView, block: Of<'table'>): Html {
  const name = block.caption ? view.said(plainWords(block.caption)) : null;
  const bare = prose(block.markdown, { ...view.prose, tableName: name }).text;
  const caption = block.caption
    ? html`<caption>
        ${inlineProse(block.caption, view.prose)}
      </caption>`.text
    : '';
  const named = bare.replace('<table>', () => `<table>${caption}`);
  return html`<div class="text" id="${block.id}">${new Html(block.rowHeaders ? withRowHeaders(named) : named)}</div>`;
}

/** The first cell of each row below the column names, without the bold that said so. */
function withRowHeaders(table: string): string {
  return table.replaceAll(/<tr>\s*<td([^>]*)>(?:<strong>)?(.*?)(?:<\/strong>)?<\/td>/gsu, (_row, attributes, words) => {
    return `<tr><th scope="row"${attributes}>${words}</th>`;
  });
}
