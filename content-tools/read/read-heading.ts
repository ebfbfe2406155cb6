import type { Tokens } from 'marked';
import { markIn, withoutMarks } from './block-mark.js';
import type { HeadingDraft, HeadingTail } from './guide-draft.js';

const words = {
  spørsmål: 'question',
  'sant eller usant': 'true-false',
  rekkefølge: 'sequencing',
  par: 'matching',
  tall: 'numeric',
  valg: 'scenario',
  erklæring: 'declaration',
  'praktisk oppgave': 'practical',
  refleksjon: 'reflection',
} as const satisfies Record<string, NonNullable<HeadingDraft['word']>>;

/** A heading token as word, title and tail. `raw` gives the columns. */
export function readHeading(token: Tokens.Heading, at: { line: number; column: number }): HeadingDraft {
  const { text, tail } = withoutTail(token, at);
  const colon = text.indexOf(':');
  const first = text.slice(0, Math.max(0, colon)).trim().normalize('NFC').toLocaleLowerCase('nb');
  const word = first in words ? words[first as keyof typeof words] : null;
  const title = (word ? text.slice(colon + 1) : text).trim();
  return { ...at, depth: token.depth, word, title, tail, mark: markIn(token) };
}

function withoutTail(token: Tokens.Heading, at: { line: number; column: number }) {
  const text = withoutMarks(token.text).trimEnd();
  const open = text.lastIndexOf('{');
  if (open < 0 || !text.endsWith('}') || text.indexOf('}', open) !== text.length - 1) return { text, tail: null };
  const raw = text.slice(open);
  const column = at.column + Math.max(0, token.raw.lastIndexOf(raw));
  return { text: text.slice(0, open).trimEnd(), tail: readTail(raw, { line: at.line, column }) };
}

function readTail(raw: string, at: { line: number; column: number }): HeadingTail {
  const attributes = new Map<string, string>();
  let id: string | null = null;
  for (const part of raw.slice(1, -1).split(/\s+/u).filter(Boolean)) {
    const equals = part.indexOf('=');
    if (part.startsWith('#') && id === null) id = part.slice(1);
    else if (equals > 0) attributes.set(part.slice(0, equals), part.slice(equals + 1));
    else attributes.set(part, '');
  }
  return { ...at, raw, id, attributes };
}
