import type { BlockMark } from './block-mark.js';

export interface Placed {
  line: number;
  column: number;
}

/** The first word of a heading that asks; `question` is told by its answers to be a choice or a fill-in. */
export type QuestionWord = 'question' | 'true-false' | 'sequencing' | 'matching' | 'numeric' | 'scenario';
/** The first word of one that confirms, asks for a signature or gives something to think about. */
export type SignedWord = 'declaration' | 'practical' | 'reflection';

/** `{#royk forsok=1}` at the end of a heading. */
export interface HeadingTail extends Placed {
  raw: string;
  id: string | null;
  attributes: ReadonlyMap<string, string>;
}

export interface HeadingDraft extends Placed {
  depth: number;
  word: QuestionWord | SignedWord | null;
  /** Inline Markdown without `Spørsmål:` and tail. */
  title: string;
  tail: HeadingTail | null;
  mark: BlockMark | null;
}
