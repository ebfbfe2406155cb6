import type { Token, Tokens } from 'marked';
import { innerTokens } from './placed-tokens.js';

/**
 * What the tool writes at the end of a block's first line, as a comment that no viewer shows: `<!--#k3f9a-->` names the
 * block, `<!--#k3f9a=8d1c02f3-->` says also which text it was translated from, and `<!--=8d1c02f3-->` says that alone,
 * where the heading has a name in braces.
 */
export interface BlockMark {
  id: string | null;
  /** `sourceHash` of the block in `guide.md` as it was when this one was translated. */
  from: string | null;
}

const mark = /<!--(?:#([a-z0-9]+(?:-[a-z0-9]+)*))?(?:=([0-9a-f]{8}))?-->/u;
const alone = new RegExp(`^\\s*${mark.source}\\s*$`, 'u');
const everyMark = new RegExp(mark.source, 'gu');

/** The mark that a token is and nothing else, or null. */
export function markAlone(token: Token): BlockMark | null {
  if (token.type !== 'html' || token.raw.length > 200) return null;
  const [whole, id, from] = alone.exec(token.raw) ?? [];
  if (whole === undefined || (id === undefined && from === undefined)) return null;
  return { id: id ?? null, from: from ?? null };
}

/** The first mark anywhere in a block. What looks like one inside code is code. */
export function markIn(token: Token): BlockMark | null {
  if (!token.raw.includes('<!--')) return null;
  const own = markAlone(token);
  if (own) return own;
  for (const inner of insideOf(token)) {
    const found = markIn(inner);
    if (found) return found;
  }
  return null;
}

/** The text without its marks and the blanks before them. */
export function withoutMarks(text: string): string {
  if (!text.includes('<!--')) return text;
  let rest = '';
  let from = 0;
  for (const [{ length }, at] of marksIn(text)) {
    rest += text.slice(from, blanksBefore(text, at));
    from = at + length;
  }
  return rest + text.slice(from);
}

/** Every mark in a text as written, and where it begins. An empty comment is none. */
export function marksIn(text: string): [written: string, at: number][] {
  return [...text.matchAll(everyMark)].filter(([, id, source]) => id ?? source).map((found) => [found[0], found.index]);
}

/** Where the blanks that end at `end` begin. By hand: a regular expression takes the square of a long run of blanks. */
export function blanksBefore(text: string, end: number): number {
  let at = end;
  while (text[at - 1] === ' ' || text[at - 1] === '\t') at -= 1;
  return at;
}

export function markText({ id, from }: BlockMark): string {
  return `<!--${id === null ? '' : `#${id}`}${from === null ? '' : `=${from}`}-->`;
}

function insideOf(token: Token): readonly Token[] {
  if (token.type === 'list') return (token as Tokens.List).items;
  if (token.type !== 'table') return innerTokens(token);
  const { header, rows } = token as Tokens.Table;
  return [header, ...rows].flat().flatMap((cell) => cell.tokens);
}
