import type { AskingKind } from './kind.js';

/** Not scored, and seen by nobody else: text only. */
export const reflection: AskingKind<null> = {
  id: 'reflection',
  word: 'Refleksjon',
  isAnswer: () => false,
  read: () => null,
  write: () => [],
  empty: null,
  has: {},
  Answers: () => null,
};
