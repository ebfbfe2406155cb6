import type { Token, Tokens } from 'marked';
import { markIn, withoutMarks } from './block-mark.js';
import type { HeadingDraft, PlainDraft } from './guide-draft.js';
import { mediaKind } from './media-kinds.js';
import { localPath } from './media-uses.js';
import { innerTokens, type PlacedToken } from './placed-tokens.js';
import { calloutIn } from './read-callout.js';

/** A block that is read and not answered; null for what shows nothing. */
export function readPlainBlock({ token, line, column }: PlacedToken, heading: HeadingDraft | null): PlainDraft | null {
  if (['space', 'def', 'html'].includes(token.type)) return null;
  const at = { line, column, mark: markIn(token) };
  if (heading) return { kind: 'text', markdown: headingMarkdown(heading), heading, ...at };
  const alone = aloneIn(token);
  if (alone?.type === 'image') return { kind: 'media', alt: alone.text, ...fileIn(alone), ...at };
  if (alone && isAttachment(alone.href)) return { kind: 'download', title: alone.text.trim(), ...fileIn(alone), ...at };
  const callout = calloutIn(token);
  if (callout) return { kind: 'callout', ...callout, steps: stepsIn(token as Tokens.Blockquote), ...at };
  if (token.type === 'blockquote') return { kind: 'quote', ...quoteIn(token as Tokens.Blockquote), ...at };
  if (token.type === 'table') return tableBlock(token as Tokens.Table, at);
  const markdown = token.type === 'code' ? token.raw : withoutMarks(token.raw);
  return { kind: 'text', markdown: markdown.trim(), heading: null, ...at };
}

/** What stands behind `Tabell:` in a paragraph of one line, or null. */
export function captionIn(token: Token): string | null {
  if (token.type !== 'paragraph') return null;
  const text = withoutMarks(token.raw).trim();
  return /^tabell:/iu.test(text) && !text.includes('\n') ? text.slice('tabell:'.length).trim() : null;
}

function headingMarkdown(heading: HeadingDraft): string {
  return `${'#'.repeat(heading.depth)} ${heading.title.replaceAll('\n', ' ')}`.trim();
}

/** The image or link that a paragraph is and nothing else. */
function aloneIn(token: Token): Tokens.Image | Tokens.Link | null {
  if (token.type !== 'paragraph') return null;
  const parts = innerTokens(token).filter((part) =>
    part.type === 'html' ? markIn(part) === null : part.type !== 'text' || part.raw.trim() !== '',
  );
  const [part] = parts;
  const isOne = parts.length === 1 && (part?.type === 'image' || part?.type === 'link');
  return isOne ? (part as Tokens.Image | Tokens.Link) : null;
}

function fileIn({ href, title }: Tokens.Image | Tokens.Link) {
  return { src: href, caption: title || null };
}

function isAttachment(href: string): boolean {
  return mediaKind(localPath(href) ?? '')?.use === 'attachment';
}

/** The steps of a numbered list that stands alone below `[!STEG]`; empty where something else stands there. */
function stepsIn(quote: Tokens.Blockquote): string[] {
  const below = quote.tokens.filter((token) => token.type !== 'space' && calloutLine(token) === null);
  const [list] = below;
  const isList = below.length === 1 && list?.type === 'list' && (list as Tokens.List).ordered;
  return isList ? (list as Tokens.List).items.map((item) => withoutMarks(item.text).trim()) : [];
}

/** The first line of a callout where it is a paragraph of its own. */
function calloutLine(token: Token): string | null {
  const text = token.raw.trim();
  return token.type === 'paragraph' && text.startsWith('[!') && !text.includes('\n') ? text : null;
}

/** A last paragraph that begins with a dash says who it was. */
function quoteIn(quote: Tokens.Blockquote): { markdown: string; source: string | null } {
  const parts = quote.tokens.filter((token) => token.type !== 'space');
  const last = parts.at(-1);
  const text = last?.type === 'paragraph' ? withoutMarks(last.raw).trim() : '';
  const whole = withoutMarks(quote.text).trim();
  if (parts.length < 2 || !/^[—–]\s*\S/u.test(text)) return { markdown: whole, source: null };
  const markdown = withoutMarks(
    parts
      .slice(0, -1)
      .map((part) => part.raw)
      .join('\n\n'),
  ).trim();
  return { markdown, source: text.slice(1).trim() };
}

function tableBlock(table: Tokens.Table, at: Pick<PlainDraft, 'line' | 'column' | 'mark'>): PlainDraft {
  const first = table.rows.map((row) => row[0]?.tokens.filter((token) => markIn(token) === null) ?? []);
  const bold = first.filter((tokens) => tokens.length === 1 && tokens[0]?.type === 'strong').length;
  const rowHeaders = bold === 0 ? 'none' : bold === first.length ? 'all' : 'some';
  return { kind: 'table', caption: null, rowHeaders, markdown: withoutMarks(table.raw).trim(), ...at };
}
