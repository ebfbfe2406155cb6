import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { plusDays } from '@kursdugnad/core/competence/days.js';
import { dayInNorway } from '@kursdugnad/core/contract/caller.js';
import { type TeamTable, teamTableSchema } from '@kursdugnad/core/contract/teams.js';
import request from 'supertest';
import { Competence } from '../competence/competence.js';
import { aCourseInUse, callerOf, completed, reads } from '../competence/testing.js';
import { Database } from '../database/database.js';
import { roleId } from '../people/people.js';
import { aHouse, as, databases, granfoss, inhabited, solvik, type TestHouse } from '../testing.js';
import { AccessLogRow } from './teams.tables.js';
import { aTeam, health, homeCare, idOf, south } from './testing.js';

const today = dayInNorway(new Date().toISOString());

describe.each(databases)('the table of a team on %s', (database) => {
  let house: TestHouse;
  let fire: string;
  let hygiene: string;
  beforeAll(async () => {
    house = await aHouse(database);
    await inhabited(house);
    await aTeam(house);
    [fire, hygiene] = [await aCourseInUse(house, 'brannvern'), await aCourseInUse(house, 'handhygiene')];
    const coordinator = await callerOf(house, 'coordinator');
    const everybody = { competence: 'Brannvern', role: null, course: fire, validMonths: 12, deadlineDays: 0 };
    const cooks = { ...everybody, competence: 'Hygiene', role: roleId(solvik.orgnr, 'Kokk'), course: hygiene };
    await house.app.get(Competence).stateRequirement(coordinator, { ...everybody, from: '2024-01-01' });
    await house.app.get(Competence).stateRequirement(coordinator, { ...cooks, deadlineDays: 14 });
    await completed(house, 'employee', fire, `${plusDays(today, -340)}T10:00:00.000Z`);
    await completed(house, 'cook', fire, `${plusDays(today, -3)}T10:00:00.000Z`);
    await reads(house, 'cook', hygiene, 1);
  });
  afterAll(() => house.close());

  const get = (path: string, key = 'leader', municipality = solvik) =>
    request(house.app.getHttpServer()).get(`/api/teams${path}`).set(as(municipality, key));
  const table = async (path: string, key = 'leader'): Promise<TeamTable> => {
    const { body } = await get(path, key).expect(200);
    return teamTableSchema.parse(body);
  };
  const names = ({ people }: TeamTable) => people.map(({ name }) => name);

  test('a leader sees the units they lead, a leader of everything those at the top', async () => {
    expect((await get('')).body.teams).toEqual([{ id: homeCare, name: 'Hjemmetjenesten', people: 4, overdue: 2 }]);
    const { body } = await get('', 'mayor');
    expect(body.teams.map(({ name }: { name: string }) => name).sort()).toEqual(['Helse', 'Rådhuset']);
  });

  test('people × requirements of the unit and all below it, those who need their leader first', async () => {
    const team = await table(`/${homeCare}`);
    expect(names(team)).toEqual(['Kari leader', 'Åse Nord', 'Bo; "Kokk"', 'Kari employee']);
    expect(team.requirements).toMatchObject([
      { competence: 'Brannvern', roles: [null], course: { id: fire, title: 'Guide om brannvern' } },
      { competence: 'Hygiene', roles: ['Kokk'] },
    ]);
    expect(team.people[0]?.cells).toEqual([{ r: 0, state: 'missing', due: '2024-01-01' }]);
    expect(team.people[3]).toMatchObject({ role: 'Helsefagarbeider', unit: 'Hjemmetjenesten sør' });
    expect(team.people[3]?.cells).toMatchObject([{ r: 0, state: 'expiring', on: plusDays(today, -340) }]);
    expect(team.people[2]?.cells).toMatchObject([
      { r: 0, state: 'fulfilled' },
      { r: 1, state: 'not-yet-due', due: plusDays(today, 14), progress: 0.25 },
    ]);
    expect(team.counts).toEqual({ people: 4, overdue: 2, expiring: 1, notYetDue: 1 });
    expect(team).toMatchObject({ unit: { id: homeCare, name: 'Hjemmetjenesten' }, path: [] });
    expect(team.below).toMatchObject([
      { name: 'Hjemmetjenesten nord', people: 1, overdue: 1, expiring: 0 },
      { name: 'Hjemmetjenesten sør', people: 3, overdue: 1, expiring: 1 },
    ]);
  });

  test('the path begins where the leader begins', async () => {
    expect((await table(`/${south}`)).path).toEqual([{ id: homeCare, name: 'Hjemmetjenesten' }]);
    expect((await table(`/${south}`, 'mayor')).path.map(({ name }) => name)).toEqual(['Helse', 'Hjemmetjenesten']);
  });

  test('filters narrow it and leave the counts', async () => {
    const overdue = await table(`/${homeCare}?states=expired,missing&sort=name`);
    expect(names(overdue)).toEqual(['Kari leader', 'Åse Nord']);
    expect(overdue.counts.people).toBe(4);
    expect(names(await table(`/${homeCare}?name=${encodeURIComponent('åSE')}`))).toEqual(['Åse Nord']);
    const [, second] = (await table(`/${homeCare}`)).requirements;
    const one = await table(`/${homeCare}?requirement=${second?.id ?? ''}`);
    expect(one.requirements).toHaveLength(1);
    expect(names(one)).toEqual(['Bo; "Kokk"']);
    await get(`/${homeCare}?sort=age`).expect(400);
  });

  test('one person comes with history, and looking is noted', async () => {
    const { body } = await get(`/${homeCare}/people/${idOf('cook')}`).expect(200);
    expect(body.person).toEqual({
      id: idOf('cook'),
      name: 'Bo; "Kokk"',
      role: 'Kokk',
      unit: 'Hjemmetjenesten sør',
      since: '2020-01-01',
    });
    expect(body.fulfilments).toMatchObject([
      { competence: 'Brannvern', state: 'fulfilled', role: null, course: { id: fire } },
      { competence: 'Hygiene', state: 'not-yet-due', role: 'Kokk', progress: 0.25 },
    ]);
    expect(body.history).toEqual([{ course: 'Guide om brannvern', on: plusDays(today, -3), score: null }]);
    const log = await house.app.get(Database).manager.findBy(AccessLogRow, { municipality: solvik.orgnr });
    expect(log).toMatchObject([{ who: idOf('leader'), whom: idOf('cook'), what: 'teamPerson' }]);
  });

  describe('who may not', () => {
    const inUnit = ['', '/live', '/export?format=csv', `/people/${idOf('employee')}`];
    const outside: [string, typeof solvik, number][] = [
      ['employee', solvik, 403],
      ['author', solvik, 403],
      ['coordinator', solvik, 403],
      ['administrator', solvik, 403],
      ['sibling', solvik, 404],
      ['leader', granfoss, 404],
    ];
    test.each(outside.flatMap((who) => inUnit.map((path) => [...who, path] as const)))(
      '%s of %o gets %i from %s',
      async (key, municipality, status, path) => {
        await get(`/${homeCare}${path}`, key, municipality).expect(status);
      },
    );

    test.each(outside)('%s of %o gets %i for a reminder', async (key, municipality, status) => {
      const sent = request(house.app.getHttpServer()).post(`/api/teams/${homeCare}/reminders`);
      await sent.set(as(municipality, key)).send({}).expect(status);
    });

    test.each([
      ['the unit above', `/${health}`],
      ['a unit that is not', `/${randomUUID()}`],
      ['no unit at all', '/abc'],
      ['somebody of another unit', `/${homeCare}/people/${idOf('sibling')}`],
      ['somebody of no unit', `/${homeCare}/people/${randomUUID()}`],
    ])('a leader does not get %s', async (_, path) => {
      await get(path).expect(404);
    });

    test('nobody at all is told to sign in', async () => {
      await request(house.app.getHttpServer()).get(`/api/teams/${homeCare}`).expect(401);
    });

    test('only an administrator reads the outbox', async () => {
      const read = (key: string) => request(house.app.getHttpServer()).get('/api/admin/mails').set(as(solvik, key));
      for (const key of ['employee', 'leader', 'author', 'coordinator']) await read(key).expect(403);
      expect((await read('administrator').expect(200)).body).toEqual({ mails: [] });
    });
  });
});
