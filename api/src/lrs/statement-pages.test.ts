import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import type { Statement } from '@kursdugnad/core/xapi/statement.js';
import { Database } from '../database/database.js';
import { aHouse, databases, granfoss, inhabited, solvik, type TestHouse } from '../testing.js';
import { aStatement } from '../testing-statement.js';
import { Credentials } from './credentials.js';
import { Statements } from './statements.js';

const registration = randomUUID();
const perMunicipality = 12;

describe.each(databases)('pages of statements on %s', (database) => {
  let house: TestHouse;
  let ours: { key: string; secret: string };
  const operator = { key: 'key', secret: 'secret-of-the-lrs' };
  beforeAll(async () => {
    house = await aHouse(database);
    await inhabited(house);
    ours = await house.app.get(Credentials).create(solvik.orgnr, { label: 'Test', scopes: ['statements/read'] });
    for (let round = 0; round < perMunicipality; round += 1)
      for (const { orgnr } of [solvik, granfoss]) await store(orgnr);
    await tie();
  });
  afterAll(() => house.close());

  const store = (municipality: string) =>
    house.app.get(Database).transaction((transaction) =>
      house.app.get(Statements).store(transaction, municipality, [
        // What stands between two statements of a list stands in one of them too.
        aStatement({ context: { registration }, result: { response: 'æ,\n{"id":"😀"}],"more":"",\u2028' } }),
      ]),
    );

  /** Several at the same place, as two processes may store them within the same millisecond. */
  async function tie(): Promise<void> {
    const rows = await placed();
    const updates = ['UPDATE statement SET seq = :seq WHERE id IN (:ids)'];
    updates.push('UPDATE statement_key SET seq = :seq WHERE statement IN (:ids)');
    for (const some of [rows.slice(2, 7), rows.slice(13, 20)]) {
      const given = { seq: some[0]?.seq ?? 0, ids: some.map(({ id }) => id) };
      await house.app.get(Database).transaction(async ({ query }) => {
        for (const text of updates) await query({ text }, given);
      });
    }
  }

  /** In the order of storing, then of ids. */
  async function placed(): Promise<{ municipality: string; seq: number; id: string }[]> {
    const all = { text: 'SELECT municipality, seq, id FROM statement WHERE municipality IN (:orgnrs)' };
    const rows = await house.app
      .get(Database)
      .query<{ municipality: string; seq: number; id: string }>(all, { orgnrs: [solvik.orgnr, granfoss.orgnr] });
    return rows.sort((a, b) => a.seq - b.seq || (a.id < b.id ? -1 : 1));
  }

  async function through(who: typeof operator, query: object): Promise<Statement[]> {
    const found: Statement[] = [];
    const first = new URLSearchParams(query as Record<string, string>).toString();
    for (let url = `/xapi/statements?${first}`; url !== '';) {
      const { body } = await request(house.app.getHttpServer())
        .get(url)
        .auth(who.key, who.secret)
        .set('X-Experience-API-Version', '1.0.3')
        .expect(200);
      found.push(...(body as { statements: Statement[] }).statements);
      url = (body as { more: string }).more;
      expect(found.length).toBeLessThan(100);
    }
    return found;
  }

  test.each([1, 2, 3, 5, 7, 11, 12, 13, 24, 50])('%i at a time: each once, in order', async (limit) => {
    const rows = await placed();
    const own = rows.filter(({ municipality }) => municipality === solvik.orgnr);
    for (const ascending of [true, false])
      for (const format of ['exact', 'ids', 'canonical'])
        for (const [who, theirs] of [
          [operator, rows],
          [ours, own],
        ] as const) {
          const ids = theirs.map(({ id }) => id);
          const found = await through(who, { limit, ascending, format, registration });
          expect(found.map(({ id }) => id)).toEqual(ascending ? ids : ids.reverse());
        }
  });

  test('without a filter the order and the texts are the same', async () => {
    const rows = await placed();
    const own = rows.filter(({ municipality }) => municipality === solvik.orgnr).map(({ id }) => id);
    const found = await through(ours, { limit: 5, ascending: true });
    expect(found.map(({ id }) => id)).toEqual(own);
    expect(new Set(found.map(({ result }) => result?.response))).toEqual(
      new Set(['æ,\n{"id":"😀"}],"more":"",\u2028']),
    );
  });

  test('a place that does not come from more is refused', async () => {
    for (const from of ['', 'x', '1', `1.${'z'.repeat(36)}`])
      await request(house.app.getHttpServer())
        .get('/xapi/statements')
        .query({ from })
        .auth(ours.key, ours.secret)
        .set('X-Experience-API-Version', '1.0.3')
        .expect(400);
  });
});
