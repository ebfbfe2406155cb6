import type { TeamTable } from '@kursdugnad/core/contract/teams.js';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useAlive, useMedia } from '../ui/alive.js';
import { useWords } from '../words/words.js';
import type { Filter } from './completion-filter.js';
import { TableHead } from './table-head.js';
import { TeamRow } from './team-row.js';
import { useGridKeys } from './use-grid-keys.js';
import { rowsDrawn, useRowWindow } from './use-row-window.js';

interface CompletionTableProps {
  table: TeamTable;
  today: string;
  filter: Filter;
  changed: ReadonlySet<string>;
  /** The cell whose line is open to begin with. */
  start: OpenCell | null;
}

export interface OpenCell {
  person: string;
  requirement: string;
}

const nothingChanged: ReadonlySet<string> = new Set();

/** People × requirements. A grid on a wide screen; on a narrow one each person is a card, with the same parts. */
export function CompletionTable({ table, today, filter, changed, start }: CompletionTableProps) {
  const { team: words } = useWords();
  const { unit, people, requirements, below } = table;
  const isWide = useMedia('(min-width: 48rem)', true);
  const alive = useAlive();
  const grid = alive && isWide;
  const element = useRef<HTMLTableElement>(null);
  const [open, setOpen] = useState(start);
  const onOpen = useCallback((person: string, requirement: string | null) => {
    const next = requirement === null ? null : { person, requirement };
    setOpen(next);
    rememberOpen(next);
  }, []);
  const end = { row: people.length - 1, column: requirements.length + 1 };
  const { at, onFocus, onKeyDown } = useGridKeys(element, end, () => open && onOpen(open.person, null));
  const ids = useMemo(() => people.map(({ id }) => id), [people]);
  const isLong = alive && people.length > rowsDrawn;
  const pieces = useRowWindow(ids, element, at.row);
  return (
    <div className="team-region">
      {grid && (
        <p className="ds-sr-only" id="team-hvordan">
          {words.table.how}
        </p>
      )}
      <table
        ref={element}
        className="team-table"
        data-long={isLong || undefined}
        // Columns that stay as wide as they are, whichever rows are drawn. Only the browser's script may set a style.
        style={isLong && isWide ? { width: `${21 + 10.5 * requirements.length}rem` } : undefined}
        role={grid ? 'grid' : undefined}
        aria-rowcount={grid ? people.length + 1 : undefined}
        aria-describedby={grid ? 'team-hvordan' : undefined}
        onFocus={onFocus}
        onKeyDown={grid ? onKeyDown : undefined}
      >
        <caption className="ds-sr-only">{words.table.caption(unit.name)}</caption>
        <TableHead requirements={requirements} filter={filter} withUnit={below.length > 0} />
        {pieces.map((piece, index) => {
          if ('gap' in piece) return <Gap key={`gap-${index}`} height={piece.gap} />;
          const person = people[piece.row];
          if (!person) return null;
          return (
            <TeamRow
              key={person.id}
              {...{ unit: unit.id, row: piece.row, person, requirements, today, alive, grid, onOpen }}
              withUnit={below.length > 0}
              tabColumn={at.row === piece.row ? at.column : null}
              open={open?.person === person.id ? open.requirement : null}
              changed={isAmong(changed, person.id) ? changed : nothingChanged}
            />
          );
        })}
      </table>
    </div>
  );
}

function isAmong(changed: ReadonlySet<string>, person: string): boolean {
  return [...changed].some((key) => key.startsWith(person));
}

/** The open line is part of the address, without going anywhere. */
function rememberOpen(cell: OpenCell | null): void {
  const address = new URL(location.href);
  if (cell) address.searchParams.set('rute', `${cell.person}.${cell.requirement}`);
  else address.searchParams.delete('rute');
  history.replaceState(history.state, '', address);
}

/** Rows that are not drawn. Only the browser draws it, so the height may be set by script. */
function Gap({ height }: { height: number }) {
  return (
    <tbody aria-hidden="true" className="team-gap">
      <tr style={{ height }}>
        <td />
      </tr>
    </tbody>
  );
}
