import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { plusDays } from '@kursdugnad/core/competence/days.js';
import { dayInNorway } from '@kursdugnad/core/contract/caller.js';
import request from 'supertest';
import { aHouse, anEmployee, as, databases, granfoss, inhabited, solvik, type TestHouse } from '../testing.js';
import { People, personId, roleId } from '../people/people.js';
import { Competence } from './competence.js';
import { aCourseInUse, completed, reads } from './testing.js';

const today = dayInNorway(new Date().toISOString());

describe.each(databases)('requirements on %s', (database) => {
  let house: TestHouse;
  let fire: string;
  let hygiene: string;
  beforeAll(async () => {
    house = await aHouse(database);
    await inhabited(house);
    fire = await aCourseInUse(house, 'brannvern');
    hygiene = await aCourseInUse(house, 'handhygiene');
  });
  afterAll(() => house.close());

  const ask = () => request(house.app.getHttpServer());
  const state = (body: object, who = as(solvik, 'coordinator')) => ask().post('/api/requirements').set(who).send(body);
  const aRequirement = (overrides: object = {}) => ({
    competence: 'Brannvern',
    role: null,
    course: fire,
    validMonths: 12,
    deadlineDays: 30,
    ...overrides,
  });
  const myGuides = async (key = 'employee') => (await ask().get('/api/me/guides').set(as(solvik, key))).body;

  test('roles are told with how many hold each', async () => {
    const { body } = await ask().get('/api/roles').set(as(solvik, 'coordinator')).expect(200);
    expect(body.everybody).toBe(5);
    expect(body.roles).toContainEqual({ id: roleId(solvik.orgnr, 'Saksbehandler'), name: 'Saksbehandler', people: 2 });
  });

  test('one that is stated reaches people at once, and not twice', async () => {
    const { body } = await state(aRequirement()).expect(201);
    expect(body).toMatchObject({ competence: 'Brannvern', role: null, people: 5, fulfilled: 0, from: today, to: null });
    const { waiting } = await myGuides();
    expect(waiting).toMatchObject([
      {
        state: 'not-yet-due',
        due: plusDays(today, 30),
        course: { id: fire },
        because: { competence: 'Brannvern', role: null, unit: 'Hjemmetjenesten sør' },
        registration: null,
      },
    ]);
    await state(aRequirement({ competence: 'Brann' })).expect(409);
  });

  test('of a role reaches those in it and nobody else', async () => {
    const role = roleId(solvik.orgnr, 'Helsefagarbeider');
    const asked = aRequirement({ competence: 'Hygiene', role, course: hygiene, from: '2024-01-01', deadlineDays: 0 });
    const { body } = await state(asked).expect(201);
    expect(body).toMatchObject({ people: 1, role: { name: 'Helsefagarbeider' } });
    expect((await myGuides()).waiting[0]).toMatchObject({ state: 'missing', course: { id: hygiene } });
    expect((await myGuides('coordinator')).open).toMatchObject([{ course: { id: hygiene }, because: null }]);
  });

  test('a completion fulfils it, progress shows', async () => {
    await reads(house, 'employee', hygiene, 2);
    expect((await myGuides()).waiting[0].registration).toMatchObject({ completed: false, progress: 0.5 });
    await completed(house, 'employee', fire, `${today}T08:00:00.000Z`);
    const { waiting, done } = await myGuides();
    expect(waiting).toHaveLength(1);
    expect(done).toMatchObject([{ course: { id: fire }, state: 'fulfilled', completedOn: today }]);
    const { body } = await ask().get('/api/requirements').set(as(solvik, 'coordinator')).expect(200);
    expect(body.requirements.map((one: { fulfilled: number }) => one.fulfilled)).toEqual([1, 0]);
  });

  test('two that ask for the same guide show it once, with the most urgent', async () => {
    const role = roleId(solvik.orgnr, 'Leder');
    await state(aRequirement({ competence: 'Brann for ledere', role, from: '2024-01-01', deadlineDays: 1 })).expect(
      201,
    );
    const { waiting } = await myGuides('leader');
    expect(waiting).toHaveLength(1);
    expect(waiting[0]).toMatchObject({ state: 'missing', because: { competence: 'Brann for ledere', role: 'Leder' } });
  });

  test('who comes to a role meets what it requires', async () => {
    await house.app.get(People).importPersonnel(solvik.orgnr, [anEmployee({ key: 'new', starts: today })]);
    const competence = house.app.get(Competence);
    const asked = await competence.fulfilmentsOf(solvik.orgnr, personId(solvik.orgnr, 'new'), today);
    expect(asked.map(({ facts }) => facts.due)).toEqual([plusDays(today, 30), today]);
  });

  test('a course goes out of use only when nothing asks for it', async () => {
    const { body } = await ask().delete(`/api/adoptions/${fire}`).set(as(solvik, 'coordinator')).expect(409);
    expect(body.detail).toContain('«Brannvern»');
  });

  test('one that is ended is asked of nobody, and the course may go', async () => {
    const { body } = await ask().get('/api/requirements').set(as(solvik, 'coordinator'));
    const ended = body.requirements.find((one: { competence: string }) => one.competence === 'Hygiene');
    await ask().delete(`/api/requirements/${ended.id}`).set(as(granfoss, 'coordinator')).expect(404);
    await ask().delete(`/api/requirements/${ended.id}`).set(as(solvik, 'coordinator')).expect(200);
    expect((await myGuides()).waiting).toEqual([]);
    await ask().delete(`/api/adoptions/${hygiene}`).set(as(solvik, 'coordinator')).expect(200);
  });

  test('asks for a course in use and a role that exists', async () => {
    await state(aRequirement({ course: randomUUID() })).expect(409);
    await state(aRequirement({ role: randomUUID() })).expect(422);
    await state(aRequirement({ competence: ' ' })).expect(400);
    await state(aRequirement(), as(granfoss, 'coordinator')).expect(409);
  });

  test('what happens at the same time is not overlooked', async () => {
    const keys = Array.from({ length: 12 }, (_, at) => `busy-${at}`);
    const rows = keys.map((key) => anEmployee({ key, unit: ['Skole'], role: 'Lærer' }));
    await house.app.get(People).importPersonnel(solvik.orgnr, rows);
    const course = await aCourseInUse(house, 'samtidig');
    const teachers = aRequirement({ role: roleId(solvik.orgnr, 'Lærer'), course, competence: 'Samtidig' });
    await Promise.all([
      ...keys.slice(0, 6).map((key) => completed(house, key, course, '2026-01-10T10:00:00.000Z')),
      state(teachers).expect(201),
      house.app.get(People).importPersonnel(solvik.orgnr, rows.slice(3, 9)),
      ...keys.slice(3).map((key) => completed(house, key, course, '2026-02-10T10:00:00.000Z')),
    ]);
    const { body } = await ask().get('/api/requirements').set(as(solvik, 'coordinator'));
    const stated = body.requirements.find((one: { competence: string }) => one.competence === 'Samtidig');
    expect(stated).toMatchObject({ people: 12, fulfilled: 12 });
  });

  test('made anew it is the same', async () => {
    const { rows, differed } = await house.app.get(Competence).recompute();
    expect(rows).toBeGreaterThan(5);
    expect(differed).toBe(0);
  });

  test.each(['employee', 'leader', 'author', 'administrator'])(
    '%s neither sees nor states requirements',
    async (key) => {
      await state(aRequirement(), as(solvik, key)).expect(403);
      await ask().get('/api/requirements').set(as(solvik, key)).expect(403);
      await ask().get('/api/roles').set(as(solvik, key)).expect(403);
      await ask().delete(`/api/requirements/${randomUUID()}`).set(as(solvik, key)).expect(403);
    },
  );
});
