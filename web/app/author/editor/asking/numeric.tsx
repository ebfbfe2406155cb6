import { useWords } from '../../../words/words.js';
import type { AskingKind } from './kind.js';
import { LineField } from './line-field.js';

interface NumberAnswer {
  value: string;
  tolerance: string;
  unit: string;
}

const line = /^svar:\s*(-?\d+(?:[.,]\d+)?)(?:\s*(?:±|\+\/?-)\s*(\d+(?:[.,]\d+)?))?\s*(\D*)$/iu;

/** A number, with what may differ and its unit. */
export const numeric: AskingKind<NumberAnswer> = {
  id: 'numeric',
  word: 'Tall',
  isAnswer: (text) => /^svar:/iu.test(text),
  read(lines) {
    const found = line.exec(lines[0] ?? '');
    if (!found || lines.length !== 1) return null;
    return { value: found[1] ?? '', tolerance: found[2] ?? '', unit: (found[3] ?? '').trim() };
  },
  write: ({ value, tolerance, unit }) => [
    ['Svar:', value.trim(), tolerance.trim() && `± ${tolerance.trim()}`, unit.trim()].filter(Boolean).join(' '),
  ],
  empty: { value: '', tolerance: '', unit: '' },
  has: { reactions: true, explanation: true, tries: true, hints: true },
  Answers: function NumberFields({ answers, change }) {
    const { numeric: words } = useWords().asking;
    return (
      <>
        <LineField label={words.value} value={answers.value} change={(value) => change({ ...answers, value })} />
        <LineField
          label={words.tolerance}
          hint={words.hint}
          value={answers.tolerance}
          change={(tolerance) => change({ ...answers, tolerance })}
        />
        <LineField label={words.unit} value={answers.unit} change={(unit) => change({ ...answers, unit })} />
      </>
    );
  },
};
