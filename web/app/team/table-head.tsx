import type { TeamTable } from '@kursdugnad/core/contract/teams.js';
import { Link } from 'react-router';
import { useWords } from '../words/words.js';
import { addressWith, type Filter, type Sorting } from './completion-filter.js';

interface TableHeadProps {
  requirements: TeamTable['requirements'];
  filter: Filter;
  withUnit: boolean;
}

export function TableHead({ requirements, filter, withUnit }: TableHeadProps) {
  const { table } = useWords().team;
  return (
    <thead>
      <tr>
        <SortedBy sorting="navn" filter={filter}>
          {table.name}
        </SortedBy>
        <SortedBy sorting="rolle" filter={filter}>
          {withUnit ? table.roleAndUnit : table.role}
        </SortedBy>
        {requirements.map(({ id, competence }) => (
          <th key={id} scope="col">
            {competence}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** A column one may sort by: once more, and what needs attention comes first again. */
function SortedBy({ sorting, filter, children }: { sorting: Sorting; filter: Filter; children: string }) {
  const isSorted = filter.sorter === sorting;
  return (
    <th scope="col" data-sorted={isSorted || undefined} {...(isSorted ? { 'aria-sort': 'ascending' as const } : {})}>
      <Link to={addressWith(filter, { sorter: isSorted ? 'haster-forst' : sorting })} preventScrollReset>
        {children}
        {isSorted && <span aria-hidden="true"> ▲</span>}
      </Link>
    </th>
  );
}
