import type { Block } from '@kursdugnad/core/course/course.js';
import { declarationForm } from './declaration-form.js';
import type { GuideView } from './guide-view.js';
import { html, type Html } from './live/html.js';
import { audio, download, figure, video } from './media.js';
import { practicalForm } from './practical-form.js';
import { prose } from './prose.js';
import { questionForm } from './question-form.js';
import { reflectionPart } from './reflection-part.js';
import { folding, quote, steps, table, word } from './reading-block.js';

/** One block. `lesson` is where a form in it leads back to. */
export function blockHtml(view: GuideView, block: Block, lesson: string): Html {
  switch (block.kind) {
    case 'text':
      return html`<div class="text" id="${block.id}">${prose(block.markdown, view.prose)}</div>`;
    case 'callout':
      return html`<div class="callout" id="${block.id}" data-tone="${block.tone}" role="note">
        <p class="callout-word">${view.words.callout[block.tone]}</p>
        ${prose(block.markdown, view.prose)}
      </div>`;
    case 'folding':
      return folding(view, block);
    case 'word':
      return word(view, block);
    case 'steps':
      return steps(view, block);
    case 'table':
      return table(view, block);
    case 'quote':
      return quote(view, block);
    case 'download':
      return download(view, block);
    case 'audio':
      return audio(view, block);
    case 'figure':
      return figure(view, block);
    case 'video':
      return video(view, block);
    case 'question':
      return questionForm(view, block.question, lesson);
    case 'declaration':
      return declarationForm(view, block.declaration, lesson);
    case 'practical':
      return practicalForm(view, block.task, lesson);
    case 'reflection':
      return reflectionPart(view, block.reflection);
  }
}
