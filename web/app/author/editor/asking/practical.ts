import type { AskingKind } from './kind.js';

/** Done at work and signed off by a leader: text only. */
export const practical: AskingKind<null> = {
  id: 'practical',
  word: 'Praktisk oppgave',
  isAnswer: () => false,
  read: () => null,
  write: () => [],
  empty: null,
  has: {},
  Answers: () => null,
};
