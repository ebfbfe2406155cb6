import { useWords } from '../../../words/words.js';
import type { AskingKind } from './kind.js';
import { LineField } from './line-field.js';

/** The learner writes the answer; one accepted form on each line of the field. */
export const fillIn: AskingKind<string> = {
  id: 'fillIn',
  word: 'Spørsmål',
  isAnswer: (line) => /^svar:/iu.test(line),
  read(lines) {
    const [line = ''] = lines;
    const codes = [...line.matchAll(/`([^`]+)`/gu)].map(([, code = '']) => code.trim());
    const rest = line.replace(/^svar:/iu, '').replace(/`[^`]+`/gu, '');
    return lines.length === 1 && codes.length > 0 && /^[\s,]*(?:eller[\s,]*)*$/iu.test(rest) ? codes.join('\n') : null;
  },
  write: (accepted) => {
    const forms = accepted.split('\n').map((form) => form.replaceAll('`', '').trim());
    return [
      `Svar: ${forms
        .filter(Boolean)
        .map((form) => `\`${form}\``)
        .join(' eller ')}`.trimEnd(),
    ];
  },
  empty: '',
  has: { reactions: true, explanation: true, tries: true, hints: true },
  Answers: function Accepted({ answers, change }) {
    const { fillIn: words } = useWords().asking;
    return <LineField label={words.accepted} hint={words.hint} rows={3} value={answers} change={change} />;
  },
};
