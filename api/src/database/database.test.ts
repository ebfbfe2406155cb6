import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MunicipalityRow } from '../people/people.tables.js';
import { aHouse, databases, type TestHouse } from '../testing.js';
import { Database, type Transaction } from './database.js';
import { positional } from './sql.js';
import { together } from './together.js';
import { TryAgain } from './writer.js';

describe.each(databases)('transactions on %s', (driver) => {
  let house: TestHouse;
  let database: Database;
  beforeAll(async () => {
    house = await aHouse(driver);
    database = house.app.get(Database);
  });
  afterAll(() => house.close());

  const added = (orgnr: string, fail = false) =>
    database.transaction(async ({ manager }) => {
      await manager.insert(MunicipalityRow, { orgnr, name: 'x', region: 'y' });
      if (fail) throw new Error('on purpose');
      return orgnr;
    });
  const names = async () =>
    (await database.query<{ orgnr: string }>({ text: 'SELECT orgnr FROM municipality ORDER BY orgnr' })).map(
      ({ orgnr }) => orgnr,
    );

  test('one that fails takes nothing with it but itself', async () => {
    const results = await Promise.allSettled([added('1'), added('2', true), added('3')]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await names()).toEqual(['1', '3']);
  });

  test('readers never see what is not committed', async () => {
    let seenInside: string[] = [];
    await database.transaction(async ({ manager }) => {
      await manager.insert(MunicipalityRow, { orgnr: '7', name: 'x', region: 'y' });
      seenInside = await names();
    });
    expect(seenInside).not.toContain('7');
    expect(await names()).toContain('7');
  });

  test('of queries on their way together, the reason of the first that fails is told, and nothing is kept', async () => {
    const ended: string[] = [];
    const adding = (transaction: Transaction, orgnr: string) => () =>
      transaction.manager
        .insert(MunicipalityRow, { orgnr, name: 'x', region: 'y' })
        .then(() => orgnr)
        .finally(() => ended.push(orgnr));
    const both = await database.transaction((transaction) =>
      together(transaction, [adding(transaction, '10'), adding(transaction, '11')]),
    );
    expect(both).toEqual(['10', '11']);
    const failing = database.transaction((transaction) =>
      together(transaction, [adding(transaction, '12'), adding(transaction, '10'), adding(transaction, '13')]),
    );
    await expect(failing).rejects.toThrow(/unique/i);
    // All have ended, in whatever order one hears of it. SQLite was not asked for more.
    expect(ended.sort()).toEqual(['10', '10', '11', '12', ...(driver === 'postgres' ? ['13'] : [])]);
    expect(await names()).toEqual(expect.not.arrayContaining(['12', '13']));
  });

  test('a work that another process came in the way of is done again on PostgreSQL', async () => {
    let times = 0;
    const work = database.transaction(async ({ manager }) => {
      times += 1;
      await manager.insert(MunicipalityRow, { orgnr: `2${times}`, name: 'x', region: 'y' });
      if (times < 3) throw new TryAgain('on purpose');
    });
    if (driver === 'sqlite') return expect(work).rejects.toThrow(TryAgain);
    await work;
    expect((await names()).filter((orgnr) => orgnr.startsWith('2'))).toEqual(['23']);
    return undefined;
  });

  test('what is told after the commit is told only then', async () => {
    const told: string[] = [];
    const failing = database.transaction(async (transaction) => {
      transaction.afterCommit(() => told.push('failed'));
      await Promise.reject(new Error('on purpose'));
    });
    await expect(failing).rejects.toThrow('on purpose');
    await database.transaction(async (transaction) => {
      transaction.afterCommit(() => told.push('kept'));
      await Promise.resolve();
    });
    expect(told).toEqual(['kept']);
  });
});

test('names become placeholders, not in comments, texts and casts', () => {
  const sql = { text: `SELECT ':no', a::text -- :no\nFROM t WHERE b = :b AND c IN (:c) AND b <> :b` };
  expect(positional(sql, { b: 1, c: [2, 3] }, 'postgres')).toEqual({
    text: `SELECT ':no', a::text \nFROM t WHERE b = $1 AND c IN ($2, $3) AND b <> $1`,
    values: [1, 2, 3],
    isFixed: false,
  });
  expect(positional({ text: 'SELECT :b' }, { b: 1 }, 'sqlite')).toEqual({
    text: 'SELECT ?',
    values: [1],
    isFixed: true,
  });
  expect(positional(sql, { b: 1, c: [] }, 'sqlite').values).toEqual([1, 1]);
  expect(() => positional(sql, { b: 1 }, 'sqlite')).toThrow(':c');
});
