import { describe, expect, test } from '@jest/globals';
import type { Cell, LiveCell, TeamTable } from '@kursdugnad/core/contract/teams.js';
import { words } from '../words/nb/words.js';
import { afterTold, patched, startOf } from './live-table.js';
import { inWords } from './use-live-table.js';

const requirement = (id: string) => ({
  id,
  ids: [id, `${id}-leder`],
  competence: id,
  roles: [null, 'Leder'],
  course: null,
});
const person = (id: string, cells: Cell[]) => ({ id, name: `Navn ${id}`, role: 'Sykepleier', unit: 'Sør', cells });

const table: TeamTable = {
  unit: { id: 'unit', name: 'Sør' },
  path: [],
  below: [],
  requirements: [requirement('brann'), requirement('taushet')],
  people: [
    person('a', [
      { r: 0, state: 'missing', due: '2026-11-01' },
      { r: 1, state: 'expired' },
    ]),
    person('b', [{ r: 1, state: 'missing' }]),
    person('c', [{ r: 0, state: 'fulfilled' }]),
  ],
  counts: { people: 3, overdue: 2, expiring: 0, notYetDue: 0 },
  signOffs: 0,
  at: '2026-11-21T10:00:00.000Z',
};

const told = (who: string, what: string, state: Cell['state'] = 'fulfilled'): LiveCell => ({
  person: who,
  requirement: what,
  cell: { state },
});

describe('one cell changed', () => {
  test('is that cell and no other row', () => {
    const after = patched(table, told('a', 'brann'));
    expect(after.people[0]?.cells).toEqual([
      { r: 0, q: 0, state: 'fulfilled' },
      { r: 1, state: 'expired' },
    ]);
    expect(patched(table, told('a', 'brann-leder')).people[0]?.cells[0]).toEqual({ r: 0, q: 1, state: 'fulfilled' });
    expect(after.people[1]).toBe(table.people[1]);
    expect(table.people[0]?.cells[0]?.state).toBe('missing');
  });

  test('takes a person from the count only with the last overdue cell', () => {
    const once = patched(table, told('a', 'brann'));
    expect(once.counts.overdue).toBe(2);
    expect(patched(once, told('a', 'taushet', 'expiring')).counts).toEqual({
      ...table.counts,
      overdue: 1,
      expiring: 1,
    });
  });

  test('may be one that was not there', () => {
    const after = patched(table, told('c', 'taushet', 'not-yet-due'));
    expect(after.people[2]?.cells.map(({ r }) => r)).toEqual([0, 1]);
    expect(after.counts.notYetDue).toBe(1);
  });

  test('of somebody else leaves the table as it is', () => {
    expect(patched(table, told('d', 'brann'))).toBe(table);
    expect(patched(table, told('a', 'annet'))).toBe(table);
  });
});

describe('a table read again', () => {
  test('does not undo what was told while it was being read', () => {
    const live = afterTold(startOf(table), { kind: 'changes', changes: [told('b', 'taushet')] });
    const read = afterTold(live, { kind: 'read', base: { ...table } });
    expect(read.table.people[1]?.cells[0]?.state).toBe('fulfilled');
    expect(read.table.counts.overdue).toBe(1);
  });

  test('is believed after a gap', () => {
    const live = afterTold(startOf(table), { kind: 'changes', changes: [told('b', 'taushet')] });
    const read = afterTold(afterTold(live, { kind: 'gap' }), { kind: 'read', base: { ...table } });
    expect(read.table.people[1]?.cells[0]?.state).toBe('missing');
  });
});

test('a change is said in one sentence, many as a number, and the same cell once', () => {
  const say = (...changes: LiveCell[]) => inWords(changes, table, '2026-11-21', words);
  expect(say(told('a', 'brann'))).toBe('Navn a: brann er fullført');
  expect(say(told('a', 'brann', 'missing'), told('a', 'brann'))).toBe('Navn a: brann er fullført');
  expect(say(told('a', 'brann'), told('a', 'taushet'), told('b', 'taushet'), told('c', 'brann'))).toBe(
    '4 ruter i tabellen er oppdatert',
  );
  expect(say(told('x', 'brann'))).toBe('');
});
