import type { TeamTable } from '@kursdugnad/core/contract/teams.js';
import { memo } from 'react';
import { StatusSign } from '../ui/status-sign.js';
import { useWords } from '../words/words.js';
import { CellWhy } from './cell-why.js';
import { cellWords } from './cell-words.js';
import { cellKey } from './live-table.js';

type Row = TeamTable['people'][number];

export interface TeamRowProps {
  unit: string;
  row: number;
  person: Row;
  requirements: TeamTable['requirements'];
  today: string;
  withUnit: boolean;
  /** Whether the script has taken over: cells then open a line instead of leading to a page. */
  alive: boolean;
  /** As a grid: arrow keys move, and only one cell is in the tab order. */
  grid: boolean;
  /** The column that is in the tab order, when it is in this row. */
  tabColumn: number | null;
  /** The requirement whose line is open. */
  open: string | null;
  changed: ReadonlySet<string>;
  onOpen: (person: string, requirement: string | null) => void;
}

/** One person: the row, and the line below it where one is open. */
export const TeamRow = memo(function TeamRow(props: TeamRowProps) {
  const { unit, row, person, requirements, today, withUnit, grid, tabColumn, open, onOpen } = props;
  const { table } = useWords().team;
  const at = requirements.findIndex(({ id }) => id === open);
  const requirement = requirements[at];
  const standing = person.cells.find(({ r }) => r === at);
  const inOrder = person.cells.filter(({ state }) => state === 'fulfilled' || state === 'exempt').length;
  const cell = grid ? 'gridcell' : undefined;
  return (
    <tbody data-row={row} data-person={person.id}>
      <tr aria-rowindex={grid ? row + 2 : undefined}>
        <th scope="row">
          <a className="ds-link" href={`/team/${unit}/person/${person.id}`} {...tabbing(grid, tabColumn === 0, 0)}>
            {person.name}
          </a>
          <span className="team-in-order">{table.inOrder(inOrder, person.cells.length)}</span>
        </th>
        <td className="team-role" role={cell} {...tabbing(grid, tabColumn === 1, 1)}>
          {person.role}
          {withUnit && <span className="quiet">{person.unit}</span>}
        </td>
        {requirements.map((one, r) => (
          <TeamCell key={one.id} {...props} at={r} isTab={tabColumn === r + 2} />
        ))}
      </tr>
      {requirement && standing && (
        <tr className="team-why-row">
          <td colSpan={requirements.length + 2} role={cell}>
            <CellWhy
              id={whyId(person.id)}
              {...{ unit, person, requirement, standing, today }}
              onClose={() => onOpen(person.id, null)}
            />
          </td>
        </tr>
      )}
    </tbody>
  );
});

/** Only one cell of a grid is reached by Tab; all can have the focus. */
function tabbing(grid: boolean, isTab: boolean, column: number) {
  return grid ? { tabIndex: isTab ? 0 : -1, 'data-column': column } : {};
}

function whyId(person: string): string {
  return `hvorfor-${person}`;
}

/** One cell: without script the way to the person's own page, with it a line below the row. */
function TeamCell(props: TeamRowProps & { at: number; isTab: boolean }) {
  const { unit, person, requirements, today, alive, grid, open, changed, onOpen, at, isTab } = props;
  const words = useWords();
  const requirement = requirements[at];
  const standing = person.cells.find(({ r }) => r === at);
  const role = grid ? 'gridcell' : undefined;
  if (!standing || !requirement) {
    return (
      <td className="team-cell-none" role={role} {...tabbing(grid, isTab, at + 2)}>
        <span className="ds-sr-only">{words.team.cell.doesNotApply}</span>
      </td>
    );
  }
  const { sign, text } = cellWords(standing, today, words);
  const isOpen = open === requirement.id;
  const isChanged = requirement.ids.some((id) => changed.has(cellKey({ person: person.id, requirement: id })));
  return (
    <td className="team-cell" data-sign={sign} data-changed={isChanged || undefined} role={role}>
      <a
        href={`/team/${unit}/person/${person.id}#krav-${requirement.ids[standing.q ?? 0] ?? ''}`}
        {...(alive && {
          role: 'button',
          'aria-expanded': isOpen,
          'aria-controls': isOpen ? whyId(person.id) : undefined,
        })}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          onOpen(person.id, isOpen ? null : requirement.id);
        }}
        {...tabbing(grid, isTab, at + 2)}
      >
        <span className="team-cell-name">{requirement.competence}</span>
        <StatusSign sign={sign}>{text}</StatusSign>
      </a>
    </td>
  );
}
