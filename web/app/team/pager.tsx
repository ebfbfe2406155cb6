import { Link } from 'react-router';
import { useWords } from '../words/words.js';
import { addressWith, type Filter } from './completion-filter.js';
import { rowsDrawn } from './use-row-window.js';

interface PagerProps {
  filter: Filter;
  from: number;
  shown: number;
  matching: number;
}

/** Without script a long table comes in pages. With it this is on screen only until the rest has come. */
export function Pager({ filter, from, shown, matching }: PagerProps) {
  const { table } = useWords().team;
  return (
    <p className="team-pager">
      {table.page(from + 1, from + shown, matching)}
      {from > 0 && (
        <Link className="ds-link" to={addressWith(filter, {}, from - rowsDrawn)}>
          {table.previous}
        </Link>
      )}
      {from + shown < matching && (
        <Link className="ds-link" to={addressWith(filter, {}, from + shown)}>
          {table.next}
        </Link>
      )}
    </p>
  );
}
