import type { LiveCell, TeamTable } from '@kursdugnad/core/contract/teams.js';
import { isOverdue } from './cell-words.js';

type Row = TeamTable['people'][number];
type Counts = TeamTable['counts'];

/** The table with one cell changed; the same table when it shows neither the person nor the requirement. */
export function patched(table: TeamTable, change: LiveCell): TeamTable {
  const r = table.requirements.findIndex(({ ids }) => ids.includes(change.requirement));
  const q = table.requirements[r]?.ids.indexOf(change.requirement) ?? 0;
  const place = table.people.findIndex(({ id }) => id === change.person);
  const before = table.people[place];
  if (r < 0 || before === undefined) return table;
  const others = before.cells.filter((cell) => cell.r !== r);
  const after = { ...before, cells: [...others, { ...change.cell, r, q }].sort((a, b) => a.r - b.r) };
  return { ...table, people: table.people.with(place, after), counts: countsAfter(table.counts, before, after) };
}

/** People are counted once each, however many such cells they have. */
function countsAfter(counts: Counts, before: Row, after: Row): Counts {
  const step = (has: (row: Row) => boolean) => Number(has(after)) - Number(has(before));
  return {
    ...counts,
    overdue: counts.overdue + step((row) => row.cells.some(({ state }) => isOverdue(state))),
    expiring: counts.expiring + step((row) => row.cells.some(({ state }) => state === 'expiring')),
    notYetDue: counts.notYetDue + step((row) => row.cells.some(({ state }) => state === 'not-yet-due')),
  };
}

export function cellKey({ person, requirement }: { person: string; requirement: string }): string {
  return `${person}.${requirement}`;
}

/** What is on screen, and every change told since it was last known to be whole. */
export interface LiveState {
  base: TeamTable;
  table: TeamTable;
  since: ReadonlyMap<string, LiveCell>;
}

export function startOf(base: TeamTable): LiveState {
  return { base, table: base, since: new Map() };
}

export type Told =
  | { kind: 'changes'; changes: LiveCell[] }
  /** The table was read again. Changes told while it was being read are newer than it, or the same. */
  | { kind: 'read'; base: TeamTable }
  /** Something may have been missed: what was told before is no longer surely the latest. */
  | { kind: 'gap' };

export function afterTold(state: LiveState, told: Told): LiveState {
  switch (told.kind) {
    case 'changes': {
      const since = new Map(state.since);
      for (const change of told.changes) since.set(cellKey(change), change);
      return { ...state, since, table: told.changes.reduce(patched, state.table) };
    }
    case 'read':
      return { ...state, base: told.base, table: [...state.since.values()].reduce(patched, told.base) };
    case 'gap':
      return { ...state, since: new Map() };
  }
}
