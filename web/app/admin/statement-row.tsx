import type { ReadStatement } from '@kursdugnad/core/contract/statement-viewer.js';
import { Link } from 'react-router';
import { secondIn } from '../ui/dates.js';
import { useWords } from '../words/words.js';
import { resultOf, sentenceOf, sourceOf } from './statement-words.js';

/** One statement in a list: when, the sentence that opens it, how it went and where it comes from. */
export function StatementRow({ statement, today }: { statement: ReadStatement; today: string }) {
  const words = useWords();
  const result = resultOf(statement, words);
  return (
    <li className="statement-row">
      <time dateTime={statement.stored} className="quiet">
        {secondIn(words, statement.stored, today)}
      </time>
      <Link className="ds-link" to={`/administrasjon/utsagn/${statement.id}`}>
        {sentenceOf(statement, words)}
      </Link>
      <span>{result}</span>
      <span className="quiet">{sourceOf(statement.source, words)}</span>
    </li>
  );
}
