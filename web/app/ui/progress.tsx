import { useId } from 'react';
import { useWords } from '../words/words.js';

/** How far one has come: a bar and the words. `value` from 0 to 1; never 100 % for what is not all. */
export function Progress({ value }: { value: number }) {
  const { frame } = useWords();
  const id = useId();
  const percent = Math.floor(value * 100 + 1e-9);
  return (
    <span className="progress">
      <progress max={100} value={percent} aria-labelledby={id} />
      <span id={id}>{frame.done(percent)}</span>
    </span>
  );
}
