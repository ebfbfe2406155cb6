import type { Token, Tokens } from 'marked';
import { calloutIn } from './read-callout.js';
import type { BlockDraft, HeadingDraft } from './guide-draft.js';
import { innerTokens, type PlacedToken } from './placed-tokens.js';
import { readHeading } from './read-heading.js';
import { readDeclaration, readQuestion } from './read-question.js';

/** The top-level tokens of a lesson (its own heading not among them) as blocks. */
export function readBlocks(tokens: readonly PlacedToken[]): BlockDraft[] {
  const blocks: BlockDraft[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const placed = tokens[at];
    if (!placed) break;
    const heading = headingOf(placed);
    if (!heading?.word) {
      const block = readBlock(placed, heading);
      if (block) blocks.push(block);
      continue;
    }
    const end = tokens.findIndex((next, index) => index > at && next.token.type === 'heading');
    const inside = tokens.slice(at + 1, end < 0 ? tokens.length : end);
    blocks.push(heading.word === 'question' ? readQuestion(heading, inside) : readDeclaration(heading, inside));
    at += inside.length;
  }
  return blocks;
}

function headingOf({ token, line, column }: PlacedToken): HeadingDraft | null {
  return token.type === 'heading' ? readHeading(token as Tokens.Heading, { line, column }) : null;
}

function readBlock({ token, line, column }: PlacedToken, heading: HeadingDraft | null): BlockDraft | null {
  const at = { line, column };
  if (['space', 'def', 'html'].includes(token.type)) return null;
  const image = loneImage(token);
  if (image) return { kind: 'media', src: image.href, alt: image.text, caption: image.title || null, ...at };
  const callout = calloutIn(token);
  if (callout) return { kind: 'callout', ...callout, ...at };
  return { kind: 'text', markdown: heading ? headingMarkdown(heading) : token.raw.trim(), heading, ...at };
}

function headingMarkdown(heading: HeadingDraft): string {
  return `${'#'.repeat(heading.depth)} ${heading.title.replaceAll('\n', ' ')}`.trim();
}

function loneImage(token: Token): Tokens.Image | null {
  if (token.type !== 'paragraph') return null;
  const parts = innerTokens(token).filter((part) => part.type !== 'text' || part.raw.trim() !== '');
  return parts.length === 1 && parts[0]?.type === 'image' ? (parts[0] as Tokens.Image) : null;
}
