import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { plusDays, plusMonths } from '@kursdugnad/core/competence/days.js';
import { evidenceOf } from '@kursdugnad/core/competence/evidence.js';
import { fulfilment, isOverdue } from '@kursdugnad/core/competence/fulfilment.js';
import type { Requirement } from '@kursdugnad/core/competence/requirement.js';
import { dayInNorway } from '@kursdugnad/core/contract/caller.js';
import fc from 'fast-check';
import { Registrations } from '../launch/registrations.js';
import { Database } from '../database/database.js';
import { People, type PersonnelRow, personId, roleId } from '../people/people.js';
import { Teams } from './teams.js';
import { aHouse, anEmployee, databases, inhabited, solvik, type TestHouse } from '../testing.js';
import { Competence } from '../competence/competence.js';
import { aCourseInUse, callerOf } from '../competence/testing.js';

const today = dayInNorway(new Date().toISOString());
const roles = ['Kokk', 'Lærer'];
const keys = ['a', 'b', 'c'];
const { orgnr } = solvik;

type Step =
  | { do: 'employ'; row: PersonnelRow }
  | {
      do: 'require';
      role: string | null;
      course: number;
      validMonths: number | null;
      deadlineDays: number;
      from: string;
    }
  | { do: 'end'; which: number }
  | { do: 'complete'; rows: { key: string; course: number; day: string }[] };

// Mostly the days on which something turns: a deadline of 30 days, a validity of 6 or 12 months.
const turning = [today, plusDays(today, -30), plusMonths(today, -6), plusMonths(today, -12)];
const past = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(...turning.slice(1).flatMap((one) => [-1, 0, 1].map((n) => plusDays(one, n)))),
  },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 900 }).map((days) => plusDays(today, -days)) },
);
const day = fc.oneof(
  { weight: 4, arbitrary: past },
  { weight: 1, arbitrary: fc.constantFrom(today, plusDays(today, 1)) },
);
const course = fc.integer({ min: 0, max: 1 });
const employ = fc
  .record({
    key: fc.constantFrom(...keys),
    role: fc.constantFrom(...roles),
    starts: day,
    ends: fc.option(day, { nil: null }),
  })
  .map((some): Step => ({ do: 'employ', row: anEmployee({ ...some, unit: ['Skole'] }) }));
const require = fc.record({
  do: fc.constant('require' as const),
  role: fc.constantFrom(...roles, null),
  course,
  validMonths: fc.constantFrom(6, 12, null),
  deadlineDays: fc.constantFrom(0, 30, 90),
  from: day,
});
const end = fc.record({ do: fc.constant('end' as const), which: fc.nat() });
const complete = fc.record({
  do: fc.constant('complete' as const),
  rows: fc.array(fc.record({ key: fc.constantFrom(...keys), course, day: past }), { minLength: 1, maxLength: 4 }),
});
const steps: fc.Arbitrary<Step[]> = fc.array(fc.oneof(employ, require, end, complete), { minLength: 2, maxLength: 8 });

describe.each(databases)('in any world on %s', (database) => {
  let house: TestHouse;
  let courses: string[];
  let world = 0;
  beforeAll(async () => {
    house = await aHouse(database);
    await inhabited(house);
    courses = [await aCourseInUse(house, 'en'), await aCourseInUse(house, 'to')];
  });
  afterAll(() => house.close());

  /** Other people, and no requirement in force. */
  async function begin(): Promise<void> {
    world += 1;
    const coordinator = await callerOf(house, 'coordinator');
    const competence = house.app.get(Competence);
    for (const { id } of await competence.requirements(coordinator)) await competence.endRequirement(coordinator, id);
    const rows = keys.map((key) => anEmployee({ key: inWorld(key), unit: ['Skole'], role: 'Kokk' }));
    await house.app.get(People).importPersonnel(orgnr, rows);
  }

  const inWorld = (key: string) => `${key}-${world}`;

  async function take(step: Step): Promise<void> {
    const competence = house.app.get(Competence);
    if (step.do === 'employ')
      await house.app.get(People).importPersonnel(orgnr, [{ ...step.row, key: inWorld(step.row.key) }]);
    if (step.do === 'complete') {
      const rows = step.rows.map((row) => ({
        person: personId(orgnr, inWorld(row.key)),
        course: courses[row.course] ?? '',
        completedAt: `${row.day}T10:00:00.000Z`,
        scaled: null,
      }));
      await house.app.get(Registrations).recordEarlier(orgnr, rows);
    }
    const coordinator = await callerOf(house, 'coordinator');
    if (step.do === 'require') {
      const { do: _do, role, course: which, ...rest } = step;
      const asked = {
        ...rest,
        competence: `Noe for ${role ?? 'alle'}`,
        role: role && roleId(orgnr, role),
        course: courses[which] ?? '',
      };
      // The same again is refused, and that is as it should be.
      await competence.stateRequirement(coordinator, asked).catch(() => undefined);
    }
    if (step.do === 'end') {
      const all = await competence.requirements(coordinator);
      const one = all[step.which % Math.max(1, all.length)];
      if (one) await competence.endRequirement(coordinator, one.id);
    }
  }

  test('what is kept equals what it follows from, and the counts in SQL equal the rules', async () => {
    const worlds = fc.asyncProperty(steps, async (given) => {
      await begin();
      for (const step of given) await take(step);
      const competence = house.app.get(Competence);
      expect((await competence.recompute()).differed).toBe(0);
      const coordinator = await callerOf(house, 'coordinator');
      const [row] = given.flatMap((step) => (step.do === 'employ' ? [step.row] : []));
      if (row) expect(await stored(inWorld(row.key))).toEqual(await ruled(inWorld(row.key)));
      const views = await competence.requirements(coordinator);
      const leader = { ...coordinator, access: [{ right: 'leader' as const, unit: null }] };
      for (const { id, people } of await house.app.get(Teams).myTeams(leader)) {
        const { rows } = await house.app.get(Teams).rowsOf(leader, id);
        expect(rows).toHaveLength(people);
      }
      await expectCounts(views, leader);
    });
    await fc.assert(worlds, { numRuns: 30, endOnFailure: true });
  }, 120_000);

  type Leader = Parameters<Teams['myTeams']>[0];

  /** Counted by SQL and counted by the rules, over all units at the top. */
  async function expectCounts(views: Awaited<ReturnType<Competence['requirements']>>, leader: Leader): Promise<void> {
    const teams = house.app.get(Teams);
    const states = new Map<string, Map<string, string>>();
    for (const unit of await teams.myTeams(leader)) {
      const { rows, requirements } = await teams.rowsOf(leader, unit.id);
      const overdue = rows.filter(({ cells }) => cells.some(({ state }) => isOverdue(state)));
      expect({ unit: unit.name, overdue: unit.overdue }).toEqual({ unit: unit.name, overdue: overdue.length });
      for (const { id, cells } of rows)
        for (const { r, q = 0, state } of cells) {
          const key = requirements[r]?.ids[q] ?? '';
          states.set(key, (states.get(key) ?? new Map<string, string>()).set(id, state));
        }
    }
    for (const { id, people, fulfilled } of views) {
      const counted = [...(states.get(id) ?? new Map<string, string>()).values()];
      const good = counted.filter((state) => state === 'fulfilled' || state === 'expiring');
      expect({ people, fulfilled }).toEqual({ people: counted.length, fulfilled: good.length });
    }
  }

  async function stored(key: string) {
    const asked = await house.app.get(Competence).fulfilmentsOf(orgnr, personId(orgnr, key), today);
    return new Map(
      asked.map(({ requirement, facts: { due, on, validUntil } }) => [requirement, { due, on, validUntil }]),
    );
  }

  /** Straight from the tables, through the pure rule. */
  async function ruled(key: string) {
    const manager = house.app.get(Database).manager;
    const person = personId(orgnr, key);
    const read = <Row>(text: string): Promise<Row[]> => manager.query(text);
    const spells = (
      await read<{ person: string; role: string; starts: string; ends: string | null }>(
        'SELECT person, role, starts, ends FROM employment',
      )
    ).filter((one) => one.person === person);
    const runs = await house.app.get(Registrations).completionsOf(orgnr, [person]);
    const evidence = runs.map((run) => evidenceOf(run.course, run.completion));
    type Row = { id: string; role: string | null; course: string; valid_months: number; deadline_days: number };
    const rows = await read<Row & { starts: string; ends: string | null }>('SELECT * FROM requirement');
    return new Map(
      rows.flatMap((row): [string, object][] => {
        const requirement: Requirement = {
          id: row.id,
          competence: 'Noe',
          role: row.role,
          validMonths: row.valid_months,
          deadlineDays: row.deadline_days,
          accepts: [{ kind: 'completion', course: row.course }],
          from: row.starts,
          to: row.ends,
        };
        const { since, on, validUntil, state } = fulfilment(requirement, spells, evidence, today);
        return state === 'exempt' || since === null
          ? []
          : [[row.id, { due: plusDays(since, row.deadline_days), on, validUntil }]];
      }),
    );
  }
});
