import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { plusDays } from '@kursdugnad/core/competence/days.js';
import { dayInNorway } from '@kursdugnad/core/contract/caller.js';
import { Catalogue } from '../catalogue/catalogue.js';
import { Registrations } from '../launch/registrations.js';
import { aHouse, databases, granfoss, inhabited, solvik, type TestHouse } from '../testing.js';
import { aVersionOf, type LessonText, opens } from '../testing-versions.js';
import { Competence } from './competence.js';
import { Fulfilments } from './fulfilments.js';
import { callerOf } from './testing.js';

describe.each(databases)('a new version and what is required on %s', (database) => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await aHouse(database);
    await inhabited(house);
  });
  afterAll(() => house.close());

  const first: LessonText[] = [{ id: 'en' }, { id: 'to' }];
  const reads = async (course: string, home: typeof solvik, ...lessons: string[]) => {
    const caller = await callerOf(house, 'employee', home);
    const { registration } = await house.app.get(Registrations).start(caller, course);
    await house.app.get(Registrations).record(
      caller,
      registration,
      lessons.map((lesson) => opens(lesson)),
    );
  };
  const facts = async (home: typeof solvik, course: string) => {
    const { person, municipality } = await callerOf(house, 'employee', home);
    const all = await house.app
      .get(Competence)
      .fulfilmentsOf(municipality, person, dayInNorway(new Date().toISOString()));
    return all.find((one) => one.course === course)?.facts;
  };

  test('gives nobody a duty, until its author says that everybody is to take it again', async () => {
    const { course } = await aVersionOf(house, 'krav', first);
    await house.app.get(Catalogue).adopt(await callerOf(house, 'coordinator', granfoss), course.id);
    for (const home of [solvik, granfoss])
      await house.app.get(Competence).stateRequirement(await callerOf(house, 'coordinator', home), {
        ...{ competence: 'Brannvern', role: null, validMonths: null, deadlineDays: 30, course: course.id },
      });
    await reads(course.id, solvik, 'en', 'to');
    await reads(course.id, granfoss, 'en');
    const today = dayInNorway(new Date().toISOString());
    expect(await facts(solvik, course.id)).toMatchObject({ on: today, validUntil: null });

    await aVersionOf(house, 'krav', [...first, { id: 'tre' }]);
    expect(await facts(solvik, course.id)).toMatchObject({ on: today, validUntil: null });
    expect(await facts(granfoss, course.id)).toMatchObject({ on: null, progress: 0.5 });

    await aVersionOf(house, 'krav', [{ id: 'en' }], 'all');
    expect(await facts(solvik, course.id)).toMatchObject({ on: today, validUntil: plusDays(today, 30) });
    expect(await facts(granfoss, course.id)).toMatchObject({ on: null, progress: null });

    for (const home of [solvik, granfoss]) await reads(course.id, home, 'en');
    for (const home of [solvik, granfoss])
      expect(await facts(home, course.id)).toMatchObject({ on: today, validUntil: null });
    expect((await house.app.get(Fulfilments).recompute()).differed).toBe(0);
  });
});
