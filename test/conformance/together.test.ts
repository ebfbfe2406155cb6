import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Statement } from '@kursdugnad/core/xapi/statement.js';
import { Database } from '../../api/src/database/database.js';
import { Statements } from '../../api/src/lrs/statements.js';
import { aHouse, databases, type TestHouse } from '../../api/src/testing.js';
import { aStatement, anAgent } from '../../api/src/testing-statement.js';
import { Speaking } from './speaking.js';

/** One house on SQLite; on PostgreSQL two processes that share a database. */
describe.each(databases)('many at once on %s', (database) => {
  const houses: TestHouse[] = [];
  let all: Speaking[];
  beforeAll(async () => {
    const first = await aHouse(database);
    houses.push(first);
    if (database === 'postgres') houses.push(await aHouse(database, { databaseUrl: first.settings.databaseUrl }));
    all = houses.map((house) => new Speaking(house, '2.0.0'));
  });
  afterAll(async () => {
    for (const house of houses.reverse()) await house.close();
  });
  const anyone = (index: number) => all[index % all.length] as Speaking;
  const posted = (bodies: object[]) =>
    Promise.all(
      bodies.map(async (body, index) => (await anyone(index).ask('POST', 'statements', { body })).statusCode),
    );

  test('Communication 2.1.3: nothing is called consistent that is still being stored, by whatever process', async () => {
    const [house] = houses as [TestHouse];
    const statement = aStatement();
    const through = async (lrs: Speaking) =>
      String((await lrs.ask('GET', 'statements')).headers['x-experience-api-consistent-through']);
    const seen = await house.app.get(Database).transaction(async (transaction) => {
      await house.app.get(Statements).store(transaction, 'operator', [statement]);
      await new Promise((resolve) => setTimeout(resolve, 30));
      return Promise.all(all.map(through));
    });
    const { stored } = (await anyone(0).ask('GET', 'statements', { query: { statementId: statement.id } })).json<
      Required<Statement>
    >();
    for (const instant of seen) expect(instant < stored).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 5));
    for (const lrs of all) expect((await through(lrs)) >= stored).toBe(true);
  });

  test('batches that share actors, activities, definitions and ids: none fails', async () => {
    const activities = Array.from({ length: 8 }, () => `https://example.org/${randomUUID()}`);
    const shared = Array.from({ length: 5 }, () => aStatement());
    const batches = Array.from({ length: 60 }, (_, batch) => {
      const own = activities.map((id, index) =>
        aStatement({
          actor: anAgent(`p${(batch + index) % 4}`),
          object: { id, definition: { name: { en: `${batch % 5}` }, extensions: { 'urn:n': index } } },
        }),
      );
      const statements = [...own, ...shared];
      return batch % 2 === 0 ? statements : statements.reverse();
    });
    expect(await posted(batches)).toEqual(batches.map(() => 200));
    for (const id of activities)
      expect(await anyone(1).statements({ activity: id, limit: 0 })).toHaveLength(batches.length);
  });

  test('Data 2.3.2: a statement and its voiding that come at the same time', async () => {
    const targets = Array.from({ length: 40 }, () => aStatement());
    const voidings = targets.map(({ id }) =>
      aStatement({
        verb: { id: 'http://adlnet.gov/expapi/verbs/voided' },
        object: { objectType: 'StatementRef', id },
      }),
    );
    const pairs = targets.flatMap((target, index) => [target, voidings[index] as object]);
    expect(await posted(pairs)).toEqual(pairs.map(() => 200));
    const found = await Promise.all(
      targets.map(({ id }) => anyone(0).ask('GET', 'statements', { query: { statementId: id } })),
    );
    expect(found.map(({ statusCode }) => statusCode)).toEqual(targets.map(() => 404));
  });

  test('Communication 3.1: of many who change one version of a document, one does', async () => {
    const query = { activityId: 'https://example.org/a', profileId: randomUUID() };
    const first = { body: { n: 0 }, headers: { 'if-none-match': '*' }, query };
    expect((await anyone(0).ask('PUT', 'activities/profile', first)).statusCode).toBe(204);
    const etag = String((await anyone(0).ask('GET', 'activities/profile', { query })).headers.etag);
    const change = (n: number) =>
      anyone(n).ask('PUT', 'activities/profile', { body: { n }, headers: { 'if-match': etag }, query });
    const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => change(index + 1)));
    const codes = answers.map(({ statusCode }) => statusCode).sort();
    expect(codes).toEqual([204, ...Array.from({ length: 11 }, () => 412)]);
  });
});
