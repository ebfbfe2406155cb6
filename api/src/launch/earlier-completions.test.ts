import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { databases, granfoss, solvik, type TestHouse } from '../testing.js';
import { aHouseWithGuide, type GuideInUse } from '../testing-guide.js';
import { personId } from '../people/people.js';
import type { CompletionChange } from './completion-keeper.js';
import { Registrations } from './registrations.js';

describe.each(databases)('completions from an older system on %s', (database) => {
  let house: TestHouse;
  let guide: GuideInUse;
  const told: CompletionChange[] = [];
  beforeAll(async () => {
    ({ house, guide } = await aHouseWithGuide(database));
    house.app.get(Registrations).onCompletionChanged((_, changes) => Promise.resolve(void told.push(...changes)));
  });
  afterAll(() => house.close());

  const registrations = () => house.app.get(Registrations);
  const earlier = (key: string, completedAt: string, scaled: number | null = 0.9) => ({
    person: personId(solvik.orgnr, key),
    course: guide.courseId,
    completedAt,
    scaled,
  });

  test('become runs with completions, and the rooms above are told', async () => {
    const rows = [
      earlier('employee', '2023-03-01T09:00:00.000Z'),
      earlier('employee', '2024-03-01T09:00:00.000Z', null),
    ];
    await registrations().recordEarlier(solvik.orgnr, rows);
    const found = await registrations().completionsOf(solvik.orgnr, [personId(solvik.orgnr, 'employee')]);
    const said = found.map(({ completion }) => completion).sort((a, b) => (a.completedAt! < b.completedAt! ? -1 : 1));
    expect(said).toMatchObject([
      { completed: true, completedAt: rows[0]?.completedAt, success: 'passed', scoreBest: 0.9, progress: 1 },
      { completed: true, completedAt: rows[1]?.completedAt, success: 'unknown', scoreBest: null, progress: 1 },
    ]);
    expect(told.map(({ completion }) => completion.completedAt).sort()).toEqual(rows.map((row) => row.completedAt));
  });

  test('the same once more changes nothing', async () => {
    const before = told.length;
    await registrations().recordEarlier(solvik.orgnr, [earlier('employee', '2023-03-01T09:00:00.000Z')]);
    expect(told).toHaveLength(before);
  });

  test('of a course that is not in use are refused', async () => {
    const rows = [{ ...earlier('employee', '2023-03-01T09:00:00.000Z'), course: solvik.orgnr }];
    await expect(registrations().recordEarlier(granfoss.orgnr, rows)).rejects.toMatchObject({ kind: 'not-found' });
  });

  test('come in by the thousand', async () => {
    const rows = Array.from({ length: 2000 }, (_, index) => earlier(`p${index}`, '2022-01-01T08:00:00.000Z'));
    const start = performance.now();
    await registrations().recordEarlier(solvik.orgnr, rows);
    if (process.env.MEASURE) process.stderr.write(`${Math.round(2e6 / (performance.now() - start))} rows/s\n`);
    const people = rows.map(({ person }) => person);
    expect(await registrations().completionsOf(solvik.orgnr, people)).toHaveLength(2000);
    expect((await registrations().recompute()).differed).toBe(0);
  });
});
