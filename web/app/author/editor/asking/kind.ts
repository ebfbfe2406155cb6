import type { ReactNode } from 'react';
import type { Words } from '../../../words/words.js';

export type KindId = Extract<keyof Words['asking']['kinds'], string>;

/** One kind of question, declaration or the like: how its answers are written, read back and filled in. */
export interface AskingKind<Answers = unknown> {
  id: KindId;
  /** What stands before the colon in its heading. */
  word: string;
  /** Whether a line begins its answers. */
  isAnswer(line: string): boolean;
  /** Lines of answers as fields; null where they hold something the form cannot show, or are another kind's. */
  read(lines: readonly string[]): Answers | null;
  write(answers: Answers): string[];
  empty: Answers;
  /** What the form asks for besides the answers. */
  has: { reactions?: boolean; explanation?: boolean; tries?: boolean; hints?: boolean };
  Answers: (props: { answers: Answers; change: (answers: Answers) => void }) => ReactNode;
}
