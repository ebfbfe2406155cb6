import type { Refusal } from '@kursdugnad/core/contract/statement-viewer.js';
import { useWords } from '../words/words.js';

/** What is wrong: the path in the statement, what is the matter there, and the clause that says so. */
export function Reasons({ problems }: { problems: Refusal['problems'] }) {
  const { refused: said } = useWords().lrs;
  if (problems.length === 0) return null;
  return (
    <ul className="reasons">
      {problems.map(({ at, message, rule }) => (
        <li key={at + message}>
          <code>{at}</code> <span lang="en">{message}</span>{' '}
          {rule !== undefined && (
            <span className="quiet" lang="en">
              {said.rule(rule)}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
