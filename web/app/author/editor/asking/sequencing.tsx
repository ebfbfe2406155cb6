import { useWords } from '../../../words/words.js';
import type { AskingKind } from './kind.js';
import { LineField } from './line-field.js';

const item = /^\d+[.)] (.*)$/u;

/** Put in order: the right order is written, one step on each line of the field. */
export const sequencing: AskingKind<string> = {
  id: 'sequencing',
  word: 'Rekkefølge',
  isAnswer: (line) => item.test(line),
  read(lines) {
    const steps = lines.map((line) => item.exec(line)?.[1]);
    return steps.every((step) => step !== undefined) ? steps.join('\n') : null;
  },
  write: (steps) =>
    steps
      .split('\n')
      .map((step) => step.trim())
      .filter(Boolean)
      .map((step, index) => `${index + 1}. ${step}`),
  empty: '',
  has: { reactions: true, explanation: true, tries: true, hints: true },
  Answers: function Steps({ answers, change }) {
    const { sequencing: words } = useWords().asking;
    return <LineField label={words.steps} hint={words.hint} rows={5} value={answers} change={change} />;
  },
};
