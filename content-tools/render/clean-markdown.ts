import { Marked } from 'marked';
import sanitizeHtml, { type Attributes, type IOptions, type Tag } from 'sanitize-html';

const markdown = new Marked({ gfm: true });

const inlineTags = ['strong', 'b', 'em', 'i', 'del', 's', 'code', 'kbd', 'sub', 'sup', 'br', 'a', 'span', 'abbr'];
const blockTags = ['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'hr', 'img'];
const tableTags = ['table', 'thead', 'tbody', 'tr', 'th', 'td'];

/** The same guide is read by many: cleaning takes ten times as long as the rest of a page, and has the same answer. */
const known = new Map<string, string>();
const mostCharacters = 20_000_000;
let characters = 0;

/**
 * Block Markdown as HTML from a tight list: no attribute that could carry code, no foreign media. Links inside the guide
 * are still `#id`, and media still `media/…`. `headingLevel` is what `##` becomes.
 */
export function cleanBlocks(text: string, headingLevel: number): string {
  return remembered(`${headingLevel} ${text}`, () => {
    const dirty = markdown.parse(text, { async: false });
    return sanitizeHtml(dirty, options([...inlineTags, ...blockTags, ...tableTags], headingLevel)).trim();
  });
}

/** Inline Markdown, likewise. */
export function cleanInline(text: string): string {
  return remembered(`i ${text}`, () =>
    sanitizeHtml(markdown.parseInline(text, { async: false }), options(inlineTags, 2)),
  );
}

/** The words alone of HTML. Not HTML itself: to be escaped where they are written. */
export function wordsOf(markup: string): string {
  const none = { allowedTags: [], allowedAttributes: {} };
  return remembered(`w ${markup}`, () => sanitizeHtml(markup, none))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .trim();
}

function remembered(key: string, make: () => string): string {
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = make();
  characters += key.length + made.length;
  if (characters > mostCharacters) {
    known.clear();
    characters = key.length + made.length;
  }
  known.set(key, made);
  return made;
}

function options(allowedTags: string[], headingLevel: number): IOptions {
  return {
    allowedTags,
    allowedAttributes: {
      a: ['href', 'rel'],
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
      ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((depth) => [`h${depth}`, () => heading(depth, headingLevel)])),
      a: (_name, attributes) => link(attributes.href ?? ''),
      img: (_name, attributes) => image(attributes),
      th: (_name, attributes) => ({ tagName: 'th', attribs: { ...attributes, scope: 'col' } }),
    },
  };
}

function heading(depth: number, headingLevel: number): Tag {
  const level = Math.min(6, Math.max(2, depth) + headingLevel - 2);
  return { tagName: `h${level}`, attribs: {} };
}

function link(href: string): Tag {
  if (/^https?:\/\//iu.test(href)) return { tagName: 'a', attribs: { href, rel: 'noopener noreferrer' } };
  const [, lang] = /^lang:([a-z]{2,3}(-[a-z]{2,4})?)$/iu.exec(href) ?? [];
  if (lang) return { tagName: 'span', attribs: { lang } };
  if (/^(mailto:|tel:|#)/iu.test(href) || isMedia(href)) return { tagName: 'a', attribs: { href } };
  return { tagName: 'span', attribs: {} };
}

/** Pictures come from the guide's own folder. Others would tell a stranger who reads the guide. */
function image({ src = '', alt = '' }: Attributes): Tag {
  if (!isMedia(src)) return { tagName: 'span', attribs: {} };
  return { tagName: 'img', attribs: { src, alt, loading: 'lazy', decoding: 'async' } };
}

function isMedia(path: string): boolean {
  return /^media\/[a-z0-9][a-z0-9._/-]*$/iu.test(path) && !path.includes('..');
}
