import { Button } from '@digdir/designsystemet-react';
import { useWords } from '../../../words/words.js';
import { oneLine } from './asking-text.js';
import type { AskingKind } from './kind.js';
import { LineField } from './line-field.js';

interface Choice {
  text: string;
  isRight: boolean;
  feedback: string;
}

const box = /^[-*+] \[([ xX])\][ \t]*(.*)$/u;
const said = /^\s{2,}>[ \t]?(.*)$/u;

/** One of many where one is ticked, many of many where several are. */
export const choice: AskingKind<Choice[]> = {
  id: 'choice',
  word: 'Spørsmål',
  isAnswer: (line) => box.test(line),
  read(lines) {
    const choices: Choice[] = [];
    for (const line of lines) {
      const begun = box.exec(line);
      const feedback = said.exec(line);
      const last = choices.at(-1);
      if (begun) choices.push({ text: begun[2] ?? '', isRight: begun[1] !== ' ', feedback: '' });
      else if (feedback && last) last.feedback = [last.feedback, feedback[1] ?? ''].filter(Boolean).join('\n');
      else return null;
    }
    return choices.length > 0 ? choices : null;
  },
  write: (choices) =>
    choices
      .filter(({ text, feedback }) => text.trim() !== '' || feedback.trim() !== '')
      .flatMap(({ text, isRight, feedback }) => [
        `- [${isRight ? 'x' : ' '}] ${oneLine(text)}`,
        ...feedback.split('\n').flatMap((line) => (line.trim() === '' ? [] : [`  > ${line.trim()}`])),
      ]),
  empty: [
    { text: '', isRight: true, feedback: '' },
    { text: '', isRight: false, feedback: '' },
    { text: '', isRight: false, feedback: '' },
  ],
  has: { explanation: true, tries: true, hints: true },
  Answers: Choices,
};

function Choices({ answers, change }: { answers: Choice[]; change: (answers: Choice[]) => void }) {
  const { choice: words } = useWords().asking;
  const set = (index: number, part: Partial<Choice>) =>
    change(answers.map((one, at) => (at === index ? { ...one, ...part } : one)));
  return (
    <fieldset className="asking-answers">
      <legend>{words.legend}</legend>
      <p className="quiet">{words.hint}</p>
      {answers.map(({ text, isRight, feedback }, index) => (
        <div key={index} className="asking-answer" role="group" aria-label={words.answer(index + 1)}>
          <LineField label={words.answer(index + 1)} value={text} change={(value) => set(index, { text: value })} />
          <label className="tick">
            <input
              type="checkbox"
              checked={isRight}
              onChange={(event) => set(index, { isRight: event.currentTarget.checked })}
            />{' '}
            {words.right}
          </label>
          <LineField
            label={words.feedback}
            value={feedback}
            rows={2}
            change={(value) => set(index, { feedback: value })}
          />
          {answers.length > 2 && (
            <Button
              type="button"
              variant="tertiary"
              data-size="sm"
              onClick={() => change(answers.filter((_, at) => at !== index))}
            >
              {words.remove(index + 1)}
            </Button>
          )}
        </div>
      ))}
      {answers.length < 10 && (
        <Button
          type="button"
          variant="secondary"
          data-size="sm"
          onClick={() => change([...answers, { text: '', isRight: false, feedback: '' }])}
        >
          {words.more}
        </Button>
      )}
    </fieldset>
  );
}
