import type { Token, Tokens } from 'marked';
import { markAlone, markIn, type BlockMark } from './block-mark.js';
import type { BlockDraft, HeadingDraft, PlainDraft } from './guide-draft.js';
import type { PlacedToken } from './placed-tokens.js';
import { readHeading } from './read-heading.js';
import { captionIn, readPlainBlock } from './read-plain-block.js';
import { readQuestion, readSigned } from './read-question.js';

/** The top-level tokens of a lesson (its own heading not among them) as blocks. */
export function readBlocks(tokens: readonly PlacedToken[]): BlockDraft[] {
  const blocks: BlockDraft[] = [];
  let above: BlockMark | null = null;
  for (let at = 0; at < tokens.length; at += 1) {
    const placed = tokens[at];
    if (!placed) break;
    const heading = headingOf(placed);
    if (!heading?.word) {
      const table = captionIn(placed.token) === null ? null : captionedTable(tokens, at);
      const block = table?.block ?? readPlainBlock(placed, heading);
      if (block) blocks.push({ ...block, mark: block.mark ?? above });
      if (placed.token.type !== 'space') above = markAlone(placed.token);
      at = table?.at ?? at;
      continue;
    }
    const end = tokens.findIndex((next, index) => index > at && ends(heading, next.token));
    const inside = tokens.slice(at + 1, end < 0 ? tokens.length : end);
    blocks.push(namedBlock(heading, heading.word, inside));
    at += inside.length;
    above = null;
  }
  return blocks;
}

/** A scenario has headings of its own, one level down. */
function ends({ word, depth }: HeadingDraft, token: Token): boolean {
  return token.type === 'heading' && (word !== 'scenario' || (token as Tokens.Heading).depth <= depth);
}

function namedBlock(
  heading: HeadingDraft,
  word: NonNullable<HeadingDraft['word']>,
  inside: readonly PlacedToken[],
): BlockDraft {
  if (word === 'declaration' || word === 'practical' || word === 'reflection') return readSigned(heading, word, inside);
  return readQuestion(heading, word, inside);
}

function headingOf({ token, line, column }: PlacedToken): HeadingDraft | null {
  return token.type === 'heading' ? readHeading(token as Tokens.Heading, { line, column }) : null;
}

/** The table that a caption at `at` belongs to, with no more than blank lines between. */
function captionedTable(tokens: readonly PlacedToken[], at: number): { block: PlainDraft; at: number } | null {
  const caption = tokens[at];
  const next = tokens[at + 1]?.token.type === 'space' ? at + 2 : at + 1;
  const placed = tokens[next];
  if (!caption || placed?.token.type !== 'table') return null;
  const table = readPlainBlock(placed, null);
  if (table?.kind !== 'table') return null;
  const { line, column } = caption;
  const mark = markIn(caption.token) ?? table.mark;
  return { block: { ...table, caption: captionIn(caption.token), line, column, mark }, at: next };
}
