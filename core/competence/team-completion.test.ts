import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type TeamFilter, teamFilterSchema } from '../contract/teams.js';
import { plusDays } from './days.js';
import type { Known } from './fulfilment.js';
import { cellOn, type KnownCell, type Team, teamCompletion } from './team-completion.js';

const today = '2026-11-21';
const fire = '6f9f0f62-0000-4000-8000-000000000001';
const hygiene = '6f9f0f62-0000-4000-8000-000000000002';
const requirements = [{ ids: [fire] }, { ids: [hygiene, 'hygiene of another role'] }];

const facts = (overrides: Partial<Known> = {}): Known => ({
  due: '2026-12-24',
  on: null,
  validUntil: null,
  progress: null,
  ...overrides,
});
const overdue = (due: string) => facts({ due });
const valid = (validUntil: string) => facts({ on: '2026-01-10', validUntil });
const person = (name: string, ...cells: Known[]) => ({
  id: name,
  name,
  role: 'Sykepleier',
  unit: 'Sør',
  cells: cells.map((cell, r) => ({ ...cell, r, q: 0 })),
});
const filter = (given: object = {}): TeamFilter => teamFilterSchema.parse(given);
const names = (people: { name: string }[]) => people.map(({ name }) => name);

const team = (): Team<{ ids: string[] }> => ({
  requirements,
  people: [
    person('Åse', valid('2028-01-10'), valid('2029-01-10')),
    person('Ola', overdue('2026-11-01')),
    person('Kari', valid('2026-12-01'), overdue('2026-10-01')),
    person('Per', facts()),
    person('Eva', valid('2026-12-20')),
    person('Anne', valid('2026-12-02')),
    person('Bo'),
  ],
});

describe('team completion', () => {
  test('shows first those who need their leader most', () => {
    const { people, counts } = teamCompletion(team(), filter(), today);
    expect(names(people)).toEqual(['Kari', 'Ola', 'Anne', 'Eva', 'Per', 'Bo', 'Åse']);
    expect(counts).toEqual({ people: 7, overdue: 2, expiring: 3, notYetDue: 1 });
  });

  test('by name sorts as Norwegians do', () => {
    expect(names(teamCompletion(team(), filter({ sort: 'name' }), today).people).at(-1)).toBe('Åse');
  });

  test('one requirement is one column, with those it applies to; the counts are of all', () => {
    const view = teamCompletion(team(), filter({ requirement: hygiene }), today);
    expect(view.requirements).toEqual([requirements[1]]);
    expect(names(view.people)).toEqual(['Kari', 'Åse']);
    expect(view.people[0]?.cells).toEqual([{ r: 0, state: 'missing', due: '2026-10-01' }]);
    expect(view.counts.people).toBe(7);
  });

  test('states and name narrow it', () => {
    expect(names(teamCompletion(team(), filter({ states: 'expired,missing', name: 'kA' }), today).people)).toEqual([
      'Kari',
    ]);
    expect(names(teamCompletion(team(), filter({ states: '' }), today).people)).toHaveLength(7);
  });

  test('a cell says only what there is to say', () => {
    expect(cellOn(valid('2028-01-10'), today)).toEqual({
      state: 'fulfilled',
      on: '2026-01-10',
      validUntil: '2028-01-10',
    });
    expect(cellOn(facts({ progress: 0.4 }), today)).toEqual({
      state: 'not-yet-due',
      due: '2026-12-24',
      progress: 0.4,
    });
  });
});

const day = fc.integer({ min: -500, max: 500 }).map((days) => plusDays(today, days));
const cell = fc.record({
  r: fc.integer({ min: 0, max: 1 }),
  q: fc.constant(0),
  due: day,
  on: fc.constantFrom('2026-01-01', null),
  validUntil: day,
  progress: fc.constant(null),
}) as fc.Arbitrary<KnownCell>;
const anyTeam = fc
  .uniqueArray(fc.uuid(), { maxLength: 12 })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc.record({
          id: fc.constant(id),
          name: fc.constantFrom('Kari', 'Kåre', 'Ola'),
          role: fc.constantFrom('Lege', 'Kokk'),
          unit: fc.constantFrom('Nord', 'Sør'),
          cells: fc.uniqueArray(cell, { maxLength: 2, selector: ({ r }) => r }),
        }),
      ),
    ),
  )
  .map((people) => ({ requirements, people }));
const sort = fc.constantFrom('attention', 'name', 'role', 'unit');

describe('in any team', () => {
  test('the order is total: it does not depend on how the rows came', () => {
    fc.assert(
      fc.property(anyTeam, sort, (given, by) => {
        const turned = { ...given, people: given.people.toReversed() };
        expect(teamCompletion(turned, filter({ sort: by }), today)).toEqual(
          teamCompletion(given, filter({ sort: by }), today),
        );
      }),
    );
  });

  test('a filter only takes away, and keeps the order and the counts', () => {
    const narrow = fc.record(
      { states: fc.constantFrom('expired,missing', 'expiring'), name: fc.constantFrom('k', 'å', 'ola') },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(anyTeam, sort, narrow, (given, by, some) => {
        const all = teamCompletion(given, filter({ sort: by }), today);
        const view = teamCompletion(given, filter({ sort: by, ...some }), today);
        expect(view.people).toEqual(all.people.filter(({ id }) => view.people.some((row) => row.id === id)));
        expect(view.counts).toEqual(all.counts);
      }),
    );
  });
});
