import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Redo } from '@kursdugnad/core/catalogue/version-changes.js';
import { mainEdition, questionsOf } from '@kursdugnad/core/course/course-parts.js';
import type { LearnerEvent } from '@kursdugnad/core/runtime/learner-event.js';
import { standing } from '@kursdugnad/core/runtime/standing.js';
import { Catalogue } from '../catalogue/catalogue.js';
import { callerOf } from '../competence/testing.js';
import { aHouse, databases, granfoss, inhabited, solvik, type TestHouse } from '../testing.js';
import { aVersionOf, type LessonText, opens, says } from '../testing-versions.js';
import { Registrations } from './registrations.js';

describe.each(databases)('a new version on %s', (database) => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await aHouse(database);
    await inhabited(house);
  });
  afterAll(() => house.close());

  const registrations = () => house.app.get(Registrations);
  const publish = (slug: string, lessons: LessonText[], redo?: Redo) => aVersionOf(house, slug, lessons, redo);
  /** Somebody who takes the course: what they do, and what they see. */
  const learner = async (course: string, who: string, home = solvik) => {
    const caller = async () => callerOf(house, who, home);
    const start = async () => (await registrations().start(await caller(), course)).registration;
    const registration = await start();
    const see = async (one = registration) => {
      const guide = await registrations().guide(await caller(), one);
      return { ...guide, now: standing(guide.course, guide.record) };
    };
    const does = async (...events: LearnerEvent[]) => registrations().record(await caller(), registration, events);
    return { registration, start, see, does };
  };
  const progressOf = async (registration: string) => {
    const { person } = await callerOf(house, 'employee');
    const all = await registrations().completionsOf(solvik.orgnr, [person]);
    return all.find((one) => one.registration === registration)?.completion;
  };

  const first: LessonText[] = [
    { id: 'en', claims: { dor: false, olje: false } },
    { id: 'to', claims: { lys: true } },
  ];

  test('takes those on the way along: the same place, what they have done, and what is new said once', async () => {
    const { course, version } = await publish('paa-vei', first);
    const one = await learner(course.id, 'employee');
    await one.does(opens('en'), says('dor', false), says('olje', false), opens('to'));
    const before = await progressOf(one.registration);
    const second = await publish('paa-vei', [
      { id: 'en', text: 'Du lukker døra med en gang.', claims: { dor: false, olje: true, stige: true } },
      { id: 'to', claims: { lys: true } },
    ]);
    expect(second.redo).toEqual(['olje']);
    expect(second.changes.map(({ id, kind, why }) => [id, kind, why])).toEqual(
      expect.arrayContaining([
        ['olje', 'changed', 'key'],
        ['stige', 'added', 'new'],
      ]),
    );
    expect(await one.see()).toMatchObject({ newer: true, news: null, version: { hash: version.hash } });

    expect(await one.start()).toBe(one.registration);
    const seen = await one.see();
    expect(seen).toMatchObject({ newer: false, news: { added: 1, redo: 1 }, version: second.version });
    expect(seen.record.place?.lesson).toBe('to');
    expect(seen.now.questions).toMatchObject({ dor: { right: true }, olje: { response: null } });
    expect(await progressOf(one.registration)).toMatchObject({ progress: before?.progress });
    expect(await one.start()).toBe(one.registration);
    expect((await one.see()).record).toEqual(seen.record);

    await one.does(says('olje', true), says('stige', true), says('lys', true));
    expect(await one.see()).toMatchObject({ news: null, now: { completed: true } });
    expect(await progressOf(one.registration)).toMatchObject({ completed: true, progress: 1 });
  });

  test('leaves what the author says is kept, right or not; and what is gone completes nobody twice', async () => {
    const { course } = await publish('beholdt', first);
    const one = await learner(course.id, 'employee');
    await one.does(opens('en'), opens('to'), says('dor', false), says('olje', false));
    await publish('beholdt', [{ id: 'en', claims: { dor: true, olje: false } }, { id: 'to' }], []);
    await one.start();
    const { now } = await one.see();
    expect(now.questions.dor).toMatchObject({ right: true, points: 1, settled: true });
    // The question that was left has gone: nothing is left.
    expect(now.completed).toBe(true);
    expect(await progressOf(one.registration)).toMatchObject({ completed: true, scoreBest: 1 });
  });

  test('skipped is gone through: a question that was taken out and put back is new', async () => {
    const { course } = await publish('hoppet', first);
    const one = await learner(course.id, 'employee');
    await one.does(opens('en'), says('dor', false), says('olje', false));
    await publish('hoppet', [{ id: 'en', claims: { dor: false } }, { id: 'tre' }]);
    await publish('hoppet', [{ id: 'en', claims: { dor: true, olje: false } }, { id: 'tre' }, { id: 'fire' }], ['dor']);
    await one.start();
    const seen = await one.see();
    expect(seen.version.number).toBe(3);
    expect(Object.keys(seen.record.opened)).toEqual(['en']);
    expect(seen.record.answers).toEqual([]);
    expect(seen.news).toEqual({ added: 3, redo: 1 });
  });

  test('takes in what was done in the version before, late and from another device', async () => {
    const { course, version } = await publish('sent', first);
    const one = await learner(course.id, 'employee');
    await one.does(opens('en'));
    const second = await publish('sent', [
      { id: 'en', claims: { dor: false, olje: true } },
      { id: 'to', claims: { lys: true } },
    ]);
    await one.start();
    const old = version.hash;
    const answer = await one.does(says('olje', false, old), says('dor', false, old), says('ukjent', true, old));
    expect(answer.accepted).toHaveLength(2);
    expect(answer.version).toBe(second.version.hash);
    const { record } = await one.see();
    expect(record.answers.map(({ question }) => question)).toEqual(['dor']);
  });

  test('draws what was drawn', async () => {
    const pool = (size: number, draw: number): LessonText[] => [
      { id: 'trekning', draw, claims: Object.fromEntries(Array.from({ length: size }, (_, at) => [`p-${at}`, true])) },
    ];
    const { course } = await publish('trekk', pool(12, 3));
    const one = await learner(course.id, 'employee');
    const drawn = questionsOf(mainEdition((await one.see()).course)).map(({ id }) => id);
    await one.does(opens('trekning'), says(drawn[1] ?? '', true));
    await publish('trekk', pool(26, 4));
    await one.start();
    const more = questionsOf(mainEdition((await one.see()).course)).map(({ id }) => id);
    expect(more).toHaveLength(4);
    expect(more).toEqual(expect.arrayContaining(drawn));
    await publish('trekk', pool(26, 1));
    await one.start();
    const seen = await one.see();
    expect(questionsOf(mainEdition(seen.course)).map(({ id }) => id)).toEqual([drawn[1]]);
    expect(seen.now.completed).toBe(true);
  });

  test('leaves whoever has finished alone, in the version they finished', async () => {
    const { course, version } = await publish('ferdig', first);
    const one = await learner(course.id, 'employee');
    await one.does(opens('en'), opens('to'), says('dor', false), says('olje', false), says('lys', true));
    await publish('ferdig', [{ id: 'en', claims: { dor: true } }, { id: 'ny' }]);
    expect(await one.see()).toMatchObject({ newer: false, news: null, version, completedOn: expect.any(String) });
    expect(await progressOf(one.registration)).toMatchObject({ completed: true });
  });

  test('that everybody is to take again begins anew, also at a neighbour’s', async () => {
    const { course } = await publish('alle', first);
    await house.app.get(Catalogue).adopt(await callerOf(house, 'coordinator', granfoss), course.id);
    const one = await learner(course.id, 'employee', granfoss);
    await one.does(opens('en'));
    await publish('alle', [{ id: 'en', claims: { dor: true, olje: false } }, ...first.slice(1)], ['en']);
    await one.start();
    expect((await one.see()).version.number).toBe(2);
    expect(Object.keys((await one.see()).record.opened)).toEqual([]);
    await publish('alle', [{ id: 'en' }], 'all');
    const again = await one.start();
    expect(again).not.toBe(one.registration);
    expect((await one.see(again)).record.answers).toEqual([]);
    expect((await one.see()).newer).toBe(false);
    expect(await one.start()).toBe(again);
  });

  test('made anew from the statements, everything is what it was', async () => {
    const { rows, differed } = await registrations().recompute();
    expect(rows).toBeGreaterThan(6);
    expect(differed).toBe(0);
  });
});
