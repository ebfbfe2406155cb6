import { useWords } from '../../../words/words.js';
import { oneLine } from './asking-text.js';
import type { AskingKind } from './kind.js';
import { LineField } from './line-field.js';

const box = /^[-*+] \[[ xX]\][ \t]*(.*)$/u;

/** Read and confirmed, with name and date. Its text is the situation. */
export const declaration: AskingKind<string> = {
  id: 'declaration',
  word: 'Erklæring',
  isAnswer: (line) => box.test(line),
  read: (lines) => (lines.length === 1 ? (box.exec(lines[0] ?? '')?.[1] ?? null) : null),
  write: (confirm) => [`- [ ] ${oneLine(confirm)}`],
  empty: '',
  has: {},
  Answers: function Confirm({ answers, change }) {
    const { declaration: words } = useWords().asking;
    return <LineField label={words.confirm} hint={words.hint} value={answers} change={change} />;
  },
};
