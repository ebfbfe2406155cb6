import type { Language } from '@kursdugnad/core/course/course.js';
import type { BlockMark } from './block-mark.js';
import type { FrontMatterDraft } from './front-matter.js';
import type { PlacedToken } from './placed-tokens.js';
import type { HeadingDraft, Placed, SignedWord } from './heading-draft.js';
import type { ChoiceDraft, QuestionDraft } from './question-draft.js';
import type { TextFault } from './source-text.js';

export type { HeadingDraft, HeadingTail, Placed } from './heading-draft.js';

// A guide as it was written, mistakes and all. The reader fills these in without judging; the rules judge.

/** Something with a name of its own that is confirmed, signed off or thought about, but not marked. */
export interface SignedDraft extends Placed {
  kind: SignedWord;
  heading: HeadingDraft;
  text: string;
  boxes: ChoiceDraft[];
  strays: Placed[];
}

/** A block that is read and not answered. */
export type PlainDraft = Placed & { mark: BlockMark | null } & (
    | { kind: 'text'; markdown: string; heading: HeadingDraft | null }
    | { kind: 'callout'; word: string; title: string; body: string; steps: string[] }
    | { kind: 'quote'; markdown: string; source: string | null }
    | { kind: 'table'; markdown: string; caption: string | null; rowHeaders: 'none' | 'some' | 'all' }
    | { kind: 'download'; src: string; title: string; caption: string | null }
    | { kind: 'media'; src: string; alt: string; caption: string | null }
  );

export type BlockDraft = QuestionDraft | SignedDraft | PlainDraft;

export interface LessonDraft {
  heading: HeadingDraft;
  blocks: BlockDraft[];
  /** Everything in the lesson except its own heading. */
  tokens: PlacedToken[];
}

export interface GuideDraft {
  file: string;
  isMain: boolean;
  /** From the front matter, or from the file's name where that is wrong. */
  language: Language | null;
  fault: { kind: TextFault; line: number } | null;
  frontMatter: FrontMatterDraft;
  introduction: { blocks: BlockDraft[]; tokens: PlacedToken[] };
  lessons: LessonDraft[];
  /** Every token of the body in reading order. */
  tokens: PlacedToken[];
}

/** All blocks in reading order. */
export function blocksIn(guide: GuideDraft): BlockDraft[] {
  return [...guide.introduction.blocks, ...guide.lessons.flatMap((lesson) => lesson.blocks)];
}

export function questionsIn(guide: GuideDraft): QuestionDraft[] {
  return blocksIn(guide).filter((block) => block.kind === 'question');
}

export function signedIn(guide: GuideDraft, kind: SignedDraft['kind']): SignedDraft[] {
  return blocksIn(guide).filter((block): block is SignedDraft => block.kind === kind);
}

/** Lessons, questions and what is signed, in reading order: what must have a stable id. */
export function namedHeadings(
  guide: GuideDraft,
): { kind: 'lesson' | 'question' | SignedWord; heading: HeadingDraft }[] {
  const inside = (blocks: BlockDraft[]) =>
    blocks.flatMap((block) => (isNamed(block) ? [{ kind: block.kind, heading: block.heading }] : []));
  return [
    ...inside(guide.introduction.blocks),
    ...guide.lessons.flatMap((lesson) => [
      { kind: 'lesson' as const, heading: lesson.heading },
      ...inside(lesson.blocks),
    ]),
  ];
}

function isNamed(block: BlockDraft): block is QuestionDraft | SignedDraft {
  return 'boxes' in block || block.kind === 'question';
}
