import { Button } from '@digdir/designsystemet-react';
import { type SyntheticEvent, useState } from 'react';
import { useWords } from '../../../words/words.js';
import { FormDialog } from '../form-dialog.js';
import type { ReadBlock } from './all-kinds.js';
import { attribute, type AskingText, withAttribute } from './asking-text.js';
import { LineField } from './line-field.js';

interface AskingDialogProps {
  block: ReadBlock;
  at: object | null;
  close: () => void;
  done: (block: ReadBlock) => void;
}

/** The form of one kind of question: the same fields around what its answers are. */
export function AskingDialog({ block, at, close, done }: AskingDialogProps) {
  const { asking, editor } = useWords();
  const { kind } = block;
  const [text, setText] = useState(block.text);
  const [answers, setAnswers] = useState(block.answers);
  const [isMissing, setMissing] = useState(false);
  const set = (part: Partial<AskingText>) => setText((before) => ({ ...before, ...part }));
  const fields = asking.fields;
  const words = asking.kinds[kind.id];
  const isQuestion = Object.keys(kind.has).length > 0;
  function submit(event: SyntheticEvent) {
    event.preventDefault();
    if (text.title.trim() === '') return setMissing(true);
    done({ kind, text, answers });
  }
  return (
    <FormDialog title={words.name} close={close} submit={submit}>
      <LineField label={words.title} value={text.title} change={(title) => set({ title })} />
      {isMissing && (
        <p className="ds-validation-message" role="alert">
          {fields.titleMissing}
        </p>
      )}
      <LineField
        label={words.text}
        {...(isQuestion ? { hint: fields.situationHint } : {})}
        rows={isQuestion ? 2 : 5}
        value={text.situation}
        change={(situation) => set({ situation })}
      />
      <kind.Answers answers={answers} change={setAnswers} />
      <Further kind={kind} text={text} set={set} />
      <div className="dialog-actions">
        <Button type="submit">{at ? editor.form.save : editor.form.insert}</Button>
        <Button type="button" variant="secondary" onClick={close}>
          {editor.form.cancel}
        </Button>
      </div>
    </FormDialog>
  );
}

interface FurtherProps {
  kind: ReadBlock['kind'];
  text: AskingText;
  set: (part: Partial<AskingText>) => void;
}

/** What most questions do without: folded away unless something is in it. */
function Further({ kind: { has }, text, set }: FurtherProps) {
  const { fields } = useWords().asking;
  const tries = attribute(text.tail, 'forsok');
  if (Object.keys(has).length === 0) return null;
  const isUsed = [tries, text.whenRight, text.whenWrong, text.explanation, ...text.hints].some((value) => value !== '');
  return (
    <details className="asking-further" open={isUsed}>
      <summary>{fields.further}</summary>
      {has.reactions && (
        <>
          <LineField
            label={fields.whenRight}
            rows={2}
            value={text.whenRight}
            change={(whenRight) => set({ whenRight })}
          />
          <LineField
            label={fields.whenWrong}
            rows={2}
            value={text.whenWrong}
            change={(whenWrong) => set({ whenWrong })}
          />
        </>
      )}
      {has.explanation && (
        <LineField
          label={fields.explanation}
          hint={fields.explanationHint}
          rows={2}
          value={text.explanation}
          change={(explanation) => set({ explanation })}
        />
      )}
      {has.hints && (
        <LineField
          label={fields.hints}
          hint={fields.hintsHint}
          rows={2}
          value={text.hints.join('\n')}
          change={(value) => set({ hints: value.split('\n') })}
        />
      )}
      {has.tries && <Tries tail={text.tail} change={(tail) => set({ tail })} />}
    </details>
  );
}

function Tries({ tail, change }: { tail: string; change: (tail: string) => void }) {
  const { fields } = useWords().asking;
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor="tries">
        {fields.tries}
      </label>
      <select
        className="ds-input"
        id="tries"
        value={attribute(tail, 'forsok')}
        onChange={(event) => change(withAttribute(tail, 'forsok', event.currentTarget.value))}
      >
        <option value="">{fields.usualTries}</option>
        {['1', '2', '3', '4', '5'].map((number) => (
          <option key={number} value={number}>
            {number}
          </option>
        ))}
      </select>
    </div>
  );
}
