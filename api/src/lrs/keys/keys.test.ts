import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { LrsKey } from '@kursdugnad/core/contract/lrs.js';
import request from 'supertest';
import { aHouse, as, databases, granfoss, inhabited, solvik, type TestHouse } from '../../testing.js';
import { Database } from '../../database/database.js';
import { aStatement } from '../../testing-statement.js';
import { LastUse } from './last-use.js';

describe.each(databases)('an administrator’s keys to the LRS on %s', (database) => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await aHouse(database);
    await inhabited(house);
  });
  afterAll(() => house.close());

  const http = () => request(house.app.getHttpServer());
  const administrator = as(solvik, 'administrator');
  const make = (body: object) => http().post('/api/lrs/keys').set(administrator).send(body);
  const list = async (who = administrator) => {
    const answer = await http().get('/api/lrs/keys').set(who).expect(200);
    return answer.body.keys as LrsKey[];
  };
  const ask = (key: string, secret: string) =>
    http().get('/xapi/statements').auth(key, secret).set('X-Experience-API-Version', '1.0.3');

  test('is made, works, is listed without its secret, and opens nothing once it is revoked', async () => {
    const made = await make({ label: 'Filmserveren', scopes: ['statements/write', 'statements/read'] }).expect(201);
    const { key, secret } = made.body as { key: LrsKey; secret: string };
    expect(key).toMatchObject({ label: 'Filmserveren', madeBy: 'Kari administrator', lastUsed: null, expires: null });
    await ask(key.key, secret).expect(200);
    const listed = await http().get('/api/lrs/keys').set(administrator).expect(200);
    expect(listed.text).not.toContain(secret);
    expect(await list(as(granfoss, 'administrator'))).toEqual([]);
    await http().delete(`/api/lrs/keys/${key.key}`).set(as(granfoss, 'administrator')).expect(404);
    await ask(key.key, secret).expect(200);
    await http().delete(`/api/lrs/keys/${key.key}`).set(administrator).expect(200);
    await ask(key.key, secret).expect(401);
    expect((await list()).map((one) => one.key)).not.toContain(key.key);
  });

  test('says when it was last used; a hundred requests are one write a minute, and only a right secret counts', async () => {
    const made = await make({ label: 'Brukt', scopes: ['statements/write'] }).expect(201);
    const { key, secret } = made.body as { key: LrsKey; secret: string };
    await ask(key.key, 'wrong').expect(401);
    expect((await list()).find((one) => one.key === key.key)?.lastUsed).toBeNull();
    const post = () =>
      http()
        .post('/xapi/statements')
        .auth(key.key, secret)
        .set('X-Experience-API-Version', '1.0.3')
        .send(aStatement())
        .expect(200);
    for (let time = 0; time < 5; time += 1) await post();
    const stored = async () => {
      const text = 'SELECT last_used AS at FROM lrs_credential WHERE credential_key = :key';
      const [row] = await house.app.get(Database).query<{ at: string | null }>({ text }, { key: key.key });
      return row?.at ?? null;
    };
    expect(await stored()).toBeNull();
    const shown = (await list()).find((one) => one.key === key.key)?.lastUsed;
    expect(Date.now() - Date.parse(shown ?? '')).toBeLessThan(60_000);
    await house.app.get(LastUse).flush();
    expect(await stored()).toBe(shown);
    expect((await list()).find((one) => one.key === key.key)?.lastUsed).toBe(shown);
  });

  test('needs a name, a scope that we know and days to come; each is said where it is wrong', async () => {
    const wrong = await make({ label: ' ', scopes: ['everything'], expires: '2020-02-31' }).expect(400);
    const places = (wrong.body.problems as { at: string }[]).map(({ at }) => at);
    expect(places).toEqual(expect.arrayContaining(['label', 'scopes.0', 'expires']));
    const over = await make({ label: 'x', scopes: ['all'], expires: '2020-02-01' }).expect(400);
    expect(over.body.detail).toContain('Velg en dag som kommer');
    const later = await make({ label: 'x', scopes: ['all'], expires: '2999-01-01' }).expect(201);
    expect(later.body.key.expires).toBe('2999-01-01T00:00:00.000Z');
  });
});
