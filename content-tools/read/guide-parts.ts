import { createHash } from 'node:crypto';
import { withoutMarks, type BlockMark } from './block-mark.js';
import type { BlockDraft, GuideDraft, HeadingDraft } from './guide-draft.js';

/** What is named, translated and compared as one: a block, or the title of a lesson. */
export interface GuidePart {
  /** The block, or the lesson's heading. */
  draft: BlockDraft | HeadingDraft;
  /** The heading that carries the part's name in braces; null for parts that are named by a mark. */
  heading: HeadingDraft | null;
  mark: BlockMark | null;
  /** `lesson` or the block's own kind; callouts with their word. */
  kind: string;
  line: number;
  column: number;
  /** The heading of the lesson it is in; null in the introduction. */
  lesson: HeadingDraft | null;
  /** The words as written, without names, marks and the way the lines are broken. */
  text: string;
}

/** Every part of a guide in reading order. */
export function partsOf(guide: GuideDraft): readonly GuidePart[] {
  const known = remembered.get(guide) ?? findParts(guide);
  remembered.set(guide, known);
  return known;
}

/** A draft never changes, and many ask. */
const remembered = new WeakMap<GuideDraft, readonly GuidePart[]>();

/** Eight hexadecimal digits that change when the words do. */
export function sourceHash({ text }: GuidePart): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

function findParts(guide: GuideDraft): GuidePart[] {
  const parts = [
    ...guide.introduction.blocks.map((block) => blockPart(block, null)),
    ...guide.lessons.flatMap(({ heading, blocks }) => [
      { draft: heading, heading, kind: 'lesson', lesson: heading },
      ...blocks.map((block) => blockPart(block, heading)),
    ]),
  ];
  const lines = guide.frontMatter.body.split('\n');
  return parts.map((part, index) => {
    const { line, column } = part.draft;
    const end = parts[index + 1]?.draft.line ?? Infinity;
    const written = lines.slice(line - guide.frontMatter.bodyLine, end - guide.frontMatter.bodyLine).join('\n');
    const mark = part.heading ? part.heading.mark : 'mark' in part.draft ? part.draft.mark : null;
    return { ...part, mark, line, column, text: wordsAlone(written) };
  });
}

function blockPart(draft: BlockDraft, lesson: HeadingDraft | null) {
  const isNamed = 'heading' in draft && draft.kind !== 'text';
  const kind = draft.kind === 'callout' ? `callout ${draft.word.toLowerCase()}` : draft.kind;
  return { draft, kind, lesson, heading: isNamed ? draft.heading : null };
}

function wordsAlone(written: string): string {
  const text = withoutMarks(written).replaceAll(/\{#[^{}\n]*\}/gu, ' ');
  return text.replaceAll(/\s+/gu, ' ').trim();
}
