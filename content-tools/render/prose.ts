import { Marked } from 'marked';
import sanitizeHtml, { type Attributes, type IOptions, type Tag } from 'sanitize-html';
import { Html, html } from './html.js';

/** Where an author's prose stands, and so what its headings and links become. */
export interface ProsePlace {
  /** The level `##` gets: 2, or one deeper where the lesson's own title is an h2. */
  headingLevel: number;
  media(path: string): string;
  /** A link inside the guide, from the stable id of a lesson, a block or a question; null when nothing has that id. */
  inside(id: string): { href: string; lesson: string } | null;
  /** Read aloud before the column names of a table. */
  tableWord: string;
}

const markdown = new Marked({ gfm: true });

const inlineTags = ['strong', 'b', 'em', 'i', 'del', 's', 'code', 'kbd', 'sub', 'sup', 'br', 'a', 'span', 'abbr'];
const blockTags = ['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'hr', 'img'];
const tableTags = ['table', 'thead', 'tbody', 'tr', 'th', 'td'];

/** Block Markdown as safe HTML: a tight list of tags, no attribute that could carry code, no foreign media. */
export function prose(text: string, place: ProsePlace): Html {
  const dirty = markdown.parse(text, { async: false });
  const clean = sanitizeHtml(dirty, options([...inlineTags, ...blockTags, ...tableTags], place));
  return new Html(withScrollingTables(clean.trim(), place.tableWord));
}

/** Inline Markdown as safe HTML, for a prompt or a choice. */
export function inlineProse(text: string, place: ProsePlace): Html {
  return new Html(sanitizeHtml(markdown.parseInline(text, { async: false }), options(inlineTags, place)));
}

/** Inline Markdown as the words alone, for a link or a title. Not HTML: to be escaped where it is written. */
export function plainWords(text: string): string {
  return wordsOf(markdown.parseInline(text, { async: false }));
}

function wordsOf(markup: string): string {
  const tagless = sanitizeHtml(markup, { allowedTags: [], allowedAttributes: {} });
  return tagless
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .trim();
}

function options(allowedTags: string[], place: ProsePlace): IOptions {
  return {
    allowedTags,
    allowedAttributes: {
      a: ['href', 'rel', 'data-place'],
      img: ['src', 'alt', 'loading', 'decoding'],
      ol: ['start'],
      th: ['align', 'scope'],
      td: ['align'],
      span: ['lang'],
      abbr: ['title'],
    },
    allowedSchemes: ['https', 'http', 'mailto', 'tel'],
    nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'template', 'iframe', 'object', 'svg', 'math'],
    transformTags: {
      ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((depth) => [`h${depth}`, () => heading(depth, place)])),
      a: (_name, attributes) => link(attributes.href ?? '', place),
      img: (_name, attributes) => image(attributes, place),
      th: (_name, attributes) => ({ tagName: 'th', attribs: { ...attributes, scope: 'col' } }),
    },
  };
}

function heading(depth: number, place: ProsePlace): Tag {
  const level = Math.min(6, Math.max(2, depth) + place.headingLevel - 2);
  return { tagName: `h${level}`, attribs: {} };
}

function link(href: string, place: ProsePlace): Tag {
  if (/^https?:\/\//iu.test(href)) return { tagName: 'a', attribs: { href, rel: 'noopener noreferrer' } };
  if (/^(mailto|tel):/iu.test(href)) return { tagName: 'a', attribs: { href } };
  if (isMedia(href)) return { tagName: 'a', attribs: { href: place.media(href) } };
  const target = href.startsWith('#') ? place.inside(href.slice(1)) : null;
  if (target) return { tagName: 'a', attribs: { href: target.href, 'data-place': target.lesson } };
  return { tagName: 'span', attribs: {} };
}

/** Pictures come from the guide's own folder. Others would tell a stranger who reads the guide. */
function image(attributes: Attributes, place: ProsePlace): Tag {
  const src = attributes.src ?? '';
  if (!isMedia(src)) return { tagName: 'span', attribs: {} };
  const attribs = { src: place.media(src), alt: attributes.alt ?? '', loading: 'lazy', decoding: 'async' };
  return { tagName: 'img', attribs };
}

function isMedia(path: string): boolean {
  return /^media\/[a-z0-9][a-z0-9._/-]*$/iu.test(path) && !path.includes('..');
}

/** A wide table scrolls by itself, also by keyboard, and says what it is about. Cleaned text has no other `<table>`. */
function withScrollingTables(clean: string, word: string): string {
  return clean.replaceAll(/<table>.*?<\/table>/gsu, (table) => {
    const columns = [...table.matchAll(/<th\b[^>]*>(.*?)<\/th>/gsu)].map(([, cell]) => wordsOf(cell ?? ''));
    const label = [word, columns.filter(Boolean).join(', ')].filter(Boolean).join(': ');
    return html`<div class="table-scroll" role="group" tabindex="0" aria-label="${label}">${new Html(table)}</div>`
      .text;
  });
}
