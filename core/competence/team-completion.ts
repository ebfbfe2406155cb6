import type { Cell, TeamFilter } from '../contract/teams.js';
import { plusDays } from './days.js';
import { dueOf, expiringDays, isOverdue, type Known, stateWithin } from './fulfilment.js';

export interface TeamMember<Given> {
  id: string;
  name: string;
  role: string;
  unit: string;
  cells: Given[];
}

/** `r` is the place of the column in the table's list, `q` which of its requirements it is. */
export type KnownCell = Known & { r: number; q: number };
export type TeamRow = TeamMember<Cell>;

/** Requirements that ask for the same by the same course are one column. */
export interface Column {
  ids: string[];
}

export interface Team<Requirement extends Column> {
  requirements: Requirement[];
  people: TeamMember<KnownCell>[];
}

export interface TeamView<Requirement> {
  requirements: Requirement[];
  /** Filtered, and in the order asked for. */
  people: TeamRow[];
  /** People with at least one such cell, before the filter. */
  counts: { people: number; overdue: number; expiring: number; notYetDue: number };
}

/** The table of a unit on a day: who has what, those who need their leader first. */
export function teamCompletion<Requirement extends Column>(
  team: Team<Requirement>,
  filter: TeamFilter,
  today: string,
): TeamView<Requirement> {
  return viewOf(team.requirements, rowsOn(team.people, today), filter);
}

/** Everybody, with what is known as it looks on a day. */
export function rowsOn(people: TeamMember<KnownCell>[], today: string): TeamRow[] {
  const soon = plusDays(today, expiringDays);
  return people.map(({ cells, ...person }) => ({
    ...person,
    cells: cells.map((known) => filled(placed(known, stateWithin(known, today, soon)), known)),
  }));
}

function placed({ r, q }: KnownCell, state: Cell['state']): Cell {
  return q === 0 ? { r, state } : { r, q, state };
}

/** The rows that are asked for, in the order asked for. */
export function viewOf<Requirement extends Column>(
  requirements: Requirement[],
  rows: TeamRow[],
  filter: TeamFilter,
): TeamView<Requirement> {
  const only = filter.requirement;
  const narrowed = only === undefined ? { requirements, people: rows } : onlyOne(requirements, rows, only);
  const people = sorted(
    narrowed.people.filter((row) => isAskedFor(row, filter)),
    filter.sort,
  );
  return { requirements: narrowed.requirements, people, counts: countsOf(rows) };
}

/** What is known as it looks on a day when the requirement applies. */
export function cellOn(known: Known, today: string): Omit<Cell, 'r' | 'q'> {
  return filled({ state: stateWithin(known, today) }, known);
}

/** The rest of a cell: only what there is to say. One that is fulfilled says until when in `validUntil`, not in `due`. */
function filled<Begun extends Omit<Cell, 'r' | 'q'>>(cell: Begun, known: Known): Begun {
  const due = cell.state === 'fulfilled' ? null : dueOf(known);
  if (due !== null) cell.due = due;
  if (known.validUntil !== null) cell.validUntil = known.validUntil;
  if (known.on !== null) cell.on = known.on;
  if (known.progress !== null) cell.progress = known.progress;
  return cell;
}

export function countsOf(rows: { cells: Pick<Cell, 'state'>[] }[]): TeamView<unknown>['counts'] {
  const withSome = (is: (state: Cell['state']) => boolean) =>
    rows.filter(({ cells }) => cells.some(({ state }) => is(state))).length;
  return {
    people: rows.length,
    overdue: withSome(isOverdue),
    expiring: withSome((state) => state === 'expiring'),
    notYetDue: withSome((state) => state === 'not-yet-due'),
  };
}

function onlyOne<Requirement extends Column>(requirements: Requirement[], rows: TeamRow[], id: string) {
  const place = requirements.findIndex((requirement) => requirement.ids.includes(id));
  const people = rows
    .map((row) => ({ ...row, cells: row.cells.filter(({ r }) => r === place).map((cell) => ({ ...cell, r: 0 })) }))
    .filter(({ cells }) => cells.length > 0);
  return { requirements: requirements.filter((_, at) => at === place), people };
}

function isAskedFor(row: TeamRow, { name, states }: TeamFilter): boolean {
  const wanted = states === undefined || states === '' ? null : states.split(',');
  const hasState = wanted === null || row.cells.some(({ state }) => wanted.includes(state));
  return hasState && (name === undefined || plain(row.name).includes(plain(name)));
}

function plain(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase('nb').trim();
}

type Order = (a: TeamRow, b: TeamRow) => number;
const { compare } = new Intl.Collator('nb');

const byName: Order = (a, b) => compare(a.name, b.name) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

function sorted(rows: TeamRow[], sort: TeamFilter['sort']): TeamRow[] {
  if (sort !== 'attention') return rows.sort(orders[sort]);
  return rows
    .map((row) => ({ row, attention: attentionOf(row.cells) }))
    .sort((a, b) => byAttention(a.attention, b.attention) || byName(a.row, b.row))
    .map(({ row }) => row);
}

const orders: Record<'name' | 'role' | 'unit', Order> = {
  name: byName,
  role: (a, b) => compare(a.role, b.role) || byName(a, b),
  unit: (a, b) => compare(a.unit, b.unit) || byName(a, b),
};

/** How urgent, most urgent first: 0 overdue, 1 something to do, 2 nothing to do; and by which day. */
export interface Attention {
  rank: 0 | 1 | 2;
  day: string;
}

export function attentionOf(cells: Pick<Cell, 'state' | 'due' | 'validUntil'>[]): Attention {
  let first: Attention = { rank: 2, day: '' };
  for (const cell of cells) {
    const one = urgency(cell);
    if (byAttention(one, first) < 0) first = one;
  }
  return first;
}

/** Longest overdue first, then what runs out or is due soonest. */
export function byAttention(a: Attention, b: Attention): number {
  return a.rank - b.rank || (a.day < b.day ? -1 : a.day > b.day ? 1 : 0);
}

function urgency({ state, due = '', validUntil = '' }: Pick<Cell, 'state' | 'due' | 'validUntil'>): Attention {
  if (isOverdue(state)) return { rank: 0, day: due };
  if (state === 'expiring') return { rank: 1, day: validUntil };
  return state === 'not-yet-due' ? { rank: 1, day: due } : { rank: 2, day: '' };
}
