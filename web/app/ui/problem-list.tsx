import { useEffect, useRef } from 'react';
import { useWords } from '../words/words.js';

export interface FieldProblem {
  /** The field's name; '' for the form as a whole. */
  at: string;
  message: string;
}

/** What is wrong in a form, first thing to be read, with the way to each field. */
export function ProblemList({ problems }: { problems: FieldProblem[] }) {
  const { frame } = useWords();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.focus(), [problems]);
  if (problems.length === 0) return null;
  return (
    <div ref={list} tabIndex={-1} role="group" aria-label={frame.mendThis(problems.length)} className="problem-list">
      <h2>{frame.mendThis(problems.length)}</h2>
      <ul>
        {problems.map(({ at, message }) => (
          <li key={at + message}>
            {at ? (
              <a href={`#${at}`} className="ds-link">
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
