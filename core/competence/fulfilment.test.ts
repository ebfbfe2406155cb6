import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { daysBetween, plusDays, plusMonths } from './days.js';
import { type Evidence, evidenceOf } from './evidence.js';
import { factsOf, fulfilment, stateOn } from './fulfilment.js';
import type { Requirement, Spell } from './requirement.js';
import { noCompletion } from '../runtime/completion.js';

const fire = '6f9f0f62-0000-4000-8000-000000000001';
const nurse = '6f9f0f62-0000-4000-8000-0000000000aa';
const cook = '6f9f0f62-0000-4000-8000-0000000000bb';

const aRequirement = (overrides: Partial<Requirement> = {}): Requirement => ({
  id: '6f9f0f62-0000-4000-8000-0000000000cc',
  competence: 'Brannvern',
  role: nurse,
  validMonths: 12,
  deadlineDays: 30,
  accepts: [{ kind: 'completion', course: fire }],
  from: '2026-01-01',
  to: null,
  ...overrides,
});
const aSpell = (overrides: Partial<Spell> = {}): Spell => ({
  role: nurse,
  starts: '2020-01-01',
  ends: null,
  ...overrides,
});
const done = (on: string, course = fire): Evidence => ({ kind: 'completion', course, on, progress: null });
const underWay = (progress: number): Evidence => ({ kind: 'completion', course: fire, on: null, progress });

const stateWhen = (today: string, evidence: Evidence[] = [], requirement = aRequirement(), spells = [aSpell()]) =>
  fulfilment(requirement, spells, evidence, today);

describe('the calendar', () => {
  test('a month from the last of January is the last of February', () => {
    expect(plusMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(plusMonths('2024-02-29', 12)).toBe('2025-02-28');
    expect(plusMonths('2026-11-30', 3)).toBe('2027-02-28');
    expect(plusMonths('2026-12-15', 1)).toBe('2027-01-15');
  });

  test('summer time makes no day longer or shorter', () => {
    expect(plusDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
  });
});

describe('fulfilment', () => {
  test('the deadline counts from when the requirement came, for those who were there before it', () => {
    expect(stateWhen('2026-01-31')).toMatchObject({ state: 'not-yet-due', due: '2026-01-31', since: '2026-01-01' });
    expect(stateWhen('2026-02-01')).toMatchObject({ state: 'missing', daysOverdue: 1 });
  });

  test('and from the first day in the role, for those who come later', () => {
    const spells = [aSpell({ starts: '2026-05-10' })];
    expect(stateWhen('2026-06-09', [], aRequirement(), spells)).toMatchObject({
      state: 'not-yet-due',
      due: '2026-06-09',
    });
  });

  test.each([
    ['2026-03-14', 'fulfilled'],
    ['2027-01-12', 'fulfilled'],
    ['2027-01-13', 'expiring'],
    ['2027-03-14', 'expiring'],
    ['2027-03-15', 'expired'],
  ])('done 14 March 2026 for a year is, on %s, %s', (today, state) => {
    expect(stateWhen(today, [done('2026-03-14')])).toMatchObject({ state, validUntil: '2027-03-14', on: '2026-03-14' });
  });

  test('for good is for good', () => {
    const forGood = aRequirement({ validMonths: null });
    expect(stateWhen('2099-01-01', [done('2019-03-14')], forGood)).toMatchObject({ state: 'fulfilled', due: null });
  });

  test('the latest completion counts, another course does not', () => {
    const evidence = [done('2026-03-14'), done('2026-09-01'), done('2026-10-01', cook)];
    expect(stateWhen('2026-11-21', evidence).validUntil).toBe('2027-09-01');
  });

  test('who comes with evidence that has run out has time to renew it', () => {
    expect(stateWhen('2026-01-20', [done('2020-01-01')])).toMatchObject({ state: 'not-yet-due', due: '2026-01-31' });
    expect(stateWhen('2026-02-20', [done('2020-01-01')])).toMatchObject({ state: 'expired', daysOverdue: 20 });
  });

  test('it applies in the role and while in force, and to everybody when no role is named', () => {
    expect(stateWhen('2025-12-31').state).toBe('exempt');
    expect(stateWhen('2026-08-01', [], aRequirement({ to: '2026-07-31' })).state).toBe('exempt');
    expect(stateWhen('2026-08-01', [], aRequirement(), [aSpell({ role: cook })]).state).toBe('exempt');
    expect(stateWhen('2026-08-01', [], aRequirement({ role: null }), [aSpell({ role: cook })]).state).toBe('missing');
    expect(stateWhen('2026-08-01', [], aRequirement({ to: '2025-07-31' })).since).toBeNull();
  });

  test('a new contract in the same role gives no new deadline, a break does', () => {
    const first = aSpell({ starts: '2026-01-01', ends: '2026-03-31' });
    const next = (starts: string) => [first, aSpell({ starts })];
    expect(stateWhen('2026-04-02', [], aRequirement(), next('2026-04-01')).state).toBe('missing');
    expect(stateWhen('2026-04-02', [], aRequirement(), next('2026-04-02')).state).toBe('not-yet-due');
  });

  test('progress is of the registration under way', () => {
    expect(stateWhen('2026-01-02', [underWay(0.4), underWay(0.2)]).progress).toBe(0.4);
  });

  test('a guide that everybody is to take again counts as long as one has the first time; taken again, for good', () => {
    const before = { ...done('2026-02-01'), redoFrom: '2026-06-01' };
    const { deadlineDays } = aRequirement();
    const last = plusDays('2026-06-01', deadlineDays);
    const forGood = aRequirement({ validMonths: null });
    expect(stateWhen('2026-06-02', [before], forGood)).toMatchObject({ on: '2026-02-01', validUntil: last });
    expect(stateWhen(plusDays(last, 1), [before], forGood).state).toBe('expired');
    expect(stateWhen('2026-06-02', [before], aRequirement({ validMonths: 1 })).validUntil).toBe('2026-03-01');
    for (const evidence of [
      [before, done('2026-06-10')],
      [done('2026-06-10'), before],
    ])
      expect(stateWhen('2026-06-12', evidence, forGood)).toMatchObject({ on: '2026-06-10', validUntil: null });
    expect(stateWhen('2026-06-12', [{ ...underWay(0.5), redoFrom: '2026-06-01' }], forGood).progress).toBeNull();
  });

  test('the day of a completion is the day in Norway; completed and failed shows nothing', () => {
    const completion = { ...noCompletion, completed: true, completedAt: '2026-06-30T22:30:00.000Z', progress: 1 };
    expect(evidenceOf(fire, completion).on).toBe('2026-07-01');
    expect(evidenceOf(fire, { ...completion, success: 'failed' }).on).toBeNull();
  });
});

const day = fc.integer({ min: 0, max: 2500 }).map((days) => plusDays('2022-01-01', days));
const orOpen = fc.option(day, { nil: null });
const spell = fc.record({ role: fc.constantFrom(nurse, cook), starts: day, ends: orOpen });
const requirement = fc.record({
  id: fc.uuid(),
  competence: fc.constant('Brannvern'),
  role: fc.constantFrom(nurse, cook, null),
  validMonths: fc.option(fc.integer({ min: 1, max: 60 }), { nil: null }),
  deadlineDays: fc.integer({ min: 0, max: 200 }),
  accepts: fc.constant<Requirement['accepts']>([{ kind: 'completion', course: fire }]),
  from: day,
  to: orOpen,
});
const evidence = fc.oneof(
  day.map((on) => done(on)),
  fc.double({ min: 0, max: 1, noNaN: true }).map(underWay),
);
const world = fc.record({ requirement, spells: fc.array(spell, { maxLength: 5 }), evidence: fc.array(evidence) });
const goodness = { missing: 0, expired: 0, 'not-yet-due': 1, expiring: 2, fulfilled: 3, exempt: 4 };

describe('in any world', () => {
  test('what is stored says the same as the whole, every day', () => {
    fc.assert(
      fc.property(world, day, (given, today) => {
        const stored = factsOf(given.requirement, given.spells, given.evidence);
        const states = stored.map((facts) => stateOn(facts, today)).filter((state) => state !== 'exempt');
        const whole = fulfilment(given.requirement, given.spells, given.evidence, today);
        expect(states).toEqual(whole.state === 'exempt' ? [] : [whole.state]);
      }),
    );
  });

  test('more evidence never makes it worse, today or later', () => {
    fc.assert(
      fc.property(world, evidence, day, (given, more, today) => {
        const before = fulfilment(given.requirement, given.spells, given.evidence, today);
        const after = fulfilment(given.requirement, given.spells, [...given.evidence, more], today);
        expect(goodness[after.state]).toBeGreaterThanOrEqual(goodness[before.state]);
        expect((after.due ?? '9999') >= (before.due ?? '9999')).toBe(true);
      }),
    );
  });

  test('the order of spells and evidence does not matter', () => {
    fc.assert(
      fc.property(world, ({ requirement: one, spells, evidence: shown }) => {
        expect(factsOf(one, spells.toReversed(), shown.toReversed())).toEqual(factsOf(one, spells, shown));
      }),
    );
  });

  test('without new evidence time only makes it worse', () => {
    fc.assert(
      fc.property(world, day, day, (given, a, b) => {
        const [early, late] = [a, b].sort() as [string, string];
        const facts = factsOf(given.requirement, given.spells, given.evidence);
        for (const period of facts) {
          const [before, after] = [stateOn(period, early), stateOn(period, late)];
          if (before !== 'exempt' && after !== 'exempt') expect(goodness[after]).toBeLessThanOrEqual(goodness[before]);
        }
      }),
    );
  });
});
