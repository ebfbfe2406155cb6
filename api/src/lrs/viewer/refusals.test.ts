import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Answered } from '@kursdugnad/core/contract/conversation.js';
import type { refusedRequest, refusedRequests } from '@kursdugnad/core/contract/statement-viewer.js';
import request from 'supertest';
import { aHouse, as, databases, granfoss, inhabited, solvik, type TestHouse } from '../../testing.js';
import { aStatement } from '../../testing-statement.js';
import { Credentials } from '../credentials.js';

type List = Answered<typeof refusedRequests>['refused'];
type One = Answered<typeof refusedRequest>;

describe.each(databases)('requests that were refused, on %s', (database) => {
  let house: TestHouse;
  let key: { key: string; secret: string };
  beforeAll(async () => {
    house = await aHouse(database);
    await inhabited(house);
    key = await house.app.get(Credentials).create(solvik.orgnr, { label: 'Fagsystemet', scopes: ['statements/write'] });
  });
  afterAll(() => house.close());

  const http = () => request(house.app.getHttpServer());
  const version = { 'X-Experience-API-Version': '1.0.3' };
  const post = (body: string | object, secret = key.secret) =>
    http().post('/xapi/statements').auth(key.key, secret).set(version).type('application/json').send(body);
  const seen = async (who = as(solvik, 'administrator')) =>
    (await http().get('/api/lrs/refused').set(who).expect(200)).body.refused as List;
  const one = async (id: string) =>
    (await http().get(`/api/lrs/refused/${id}`).set(as(solvik, 'administrator')).expect(200)).body as One;
  /** They are written down a moment later. */
  const until = async (holds: (refused: List) => boolean): Promise<List> => {
    for (const end = Date.now() + 5000; Date.now() < end; await new Promise((wait) => setTimeout(wait, 50))) {
      const refused = await seen();
      if (holds(refused)) return refused;
    }
    throw new Error('It was not written down');
  };
  const latest = async (status: number) => (await until(([first]) => first?.status === status))[0]!;

  test('a statement that does not follow xAPI, with path, clause and what was sent', async () => {
    await post({ ...aStatement(), verb: { id: 'completed' } }).expect(400);
    const refused = await latest(400);
    expect(refused).toMatchObject({ key: key.key, label: 'Fagsystemet', method: 'POST', resource: '/statements' });
    expect(refused.problems).toEqual([
      { at: 'verb.id', message: expect.any(String) as unknown, rule: expect.stringContaining('xAPI') as unknown },
    ]);
    const opened = await one(refused.id);
    expect(opened).toMatchObject({ version: '1.0.3', isCut: false });
    expect(JSON.parse(opened.body ?? '')).toMatchObject({ verb: { id: 'completed' } });
  });

  test('a wrong secret, a missing scope, a wrong address', async () => {
    await post(aStatement(), 'guessed').expect(401);
    expect(await latest(401)).toMatchObject({ label: 'Fagsystemet' });
    await http().get('/xapi/statements').auth(key.key, key.secret).set(version).expect(403);
    expect((await latest(403)).detail).toContain('statements/read');
    await http().get('/xapi/statement?x=1').auth(key.key, key.secret).set(version).expect(404);
    expect(await latest(404)).toMatchObject({ resource: '/statement?x=1' });
  });

  test('what is no JSON at all, as it came, cut where it is long', async () => {
    await post(`{"actor": 'Kari'}${' '.repeat(10_000)}`).expect(400);
    const opened = await one((await until(([first]) => first?.problems.length === 0 && first.status === 400))[0]!.id);
    expect(opened.body).toMatch(/^\{"actor": 'Kari'\}/);
    expect(opened.body).toHaveLength(8192);
    expect(opened.isCut).toBe(true);
  });

  test('are not those that were answered, nor what an unknown key sent', async () => {
    const before = (await seen()).length;
    await post(aStatement()).expect(200);
    await http().post('/xapi/statements').auth('made-up', 'x').set(version).send(aStatement()).expect(401);
    await new Promise((wait) => setTimeout(wait, 1500));
    expect(await seen()).toHaveLength(before);
  });

  test('are the municipality’s own', async () => {
    const [first] = await seen();
    expect(await seen(as(granfoss, 'administrator'))).toEqual([]);
    await http().get(`/api/lrs/refused/${first!.id}`).set(as(granfoss, 'administrator')).expect(404);
  });

  test('a flood keeps its latest two hundred, and 50 a second', async () => {
    await Promise.all(Array.from({ length: 120 }, () => post(aStatement(), 'guessed').expect(401)));
    await new Promise((wait) => setTimeout(wait, 1500));
    const { length } = (await seen()).filter(({ status }) => status === 401);
    expect(length).toBeGreaterThanOrEqual(50);
    expect(length).toBeLessThanOrEqual(121);
  });

  test('are still there when the key has been taken back, and later ones too', async () => {
    await house.app.get(Credentials).revoke(solvik.orgnr, key.key);
    const before = (await seen()).length;
    await post(aStatement()).expect(401);
    const [first] = await until((refused) => refused.length > before);
    expect(first).toMatchObject({ key: key.key, label: null, status: 401 });
  });
});
