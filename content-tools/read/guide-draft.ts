import type { Language } from '@kursdugnad/core/course/course.js';
import type { FrontMatterDraft } from './front-matter.js';
import type { PlacedToken } from './placed-tokens.js';
import type { TextFault } from './source-text.js';

// A guide as it was written, mistakes and all. The reader fills these in without judging; the rules judge.

interface Placed {
  line: number;
  column: number;
}

/** `{#royk forsok=1}` at the end of a heading. */
export interface HeadingTail extends Placed {
  raw: string;
  id: string | null;
  attributes: ReadonlyMap<string, string>;
}

export interface HeadingDraft extends Placed {
  depth: number;
  word: 'question' | 'declaration' | null;
  /** Inline Markdown without `Spørsmål:` and tail. */
  title: string;
  tail: HeadingTail | null;
}

export interface ChoiceDraft extends Placed {
  text: string;
  /** Null where the item has no tick box. */
  ticked: boolean | null;
  feedback: string | null;
  /** Something stands in the item that is neither the answer nor a quote. */
  hasMore: boolean;
}

export interface QuestionDraft extends Placed {
  kind: 'question';
  heading: HeadingDraft;
  situation: string;
  choices: ChoiceDraft[];
  /** Lists with tick boxes after the first one: usually because a quote was not indented. */
  furtherLists: Placed[];
  answerLine: (Placed & { accepted: string[] }) | null;
  whenRight: string | null;
  whenWrong: string | null;
  explanation: string;
  /** Text after the answers that is not a quote. */
  strays: Placed[];
}

export interface DeclarationDraft extends Placed {
  kind: 'declaration';
  heading: HeadingDraft;
  text: string;
  boxes: ChoiceDraft[];
  strays: Placed[];
}

export type BlockDraft =
  | QuestionDraft
  | DeclarationDraft
  | ({ kind: 'text'; markdown: string; heading: HeadingDraft | null } & Placed)
  | ({ kind: 'callout'; word: string; markdown: string } & Placed)
  | ({ kind: 'media'; src: string; alt: string; caption: string | null } & Placed);

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

export function declarationsIn(guide: GuideDraft): DeclarationDraft[] {
  return blocksIn(guide).filter((block) => block.kind === 'declaration');
}

/** Lessons, questions and declarations in reading order: what must have a stable id. */
export function namedHeadings(
  guide: GuideDraft,
): { kind: 'lesson' | 'question' | 'declaration'; heading: HeadingDraft }[] {
  const inside = (blocks: BlockDraft[]) =>
    blocks.flatMap((block) =>
      block.kind === 'question' || block.kind === 'declaration' ? [{ kind: block.kind, heading: block.heading }] : [],
    );
  return [
    ...inside(guide.introduction.blocks),
    ...guide.lessons.flatMap((lesson) => [
      { kind: 'lesson' as const, heading: lesson.heading },
      ...inside(lesson.blocks),
    ]),
  ];
}
