import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { aHouse, type TestHouse } from '../testing.js';
import { aStatement } from '../testing-statement.js';

describe('an SQLite that another process writes to', () => {
  let house: TestHouse;
  let other: Sqlite.Database;
  beforeAll(async () => {
    house = await aHouse('sqlite');
    other = new Sqlite(join(house.settings.dataDir, 'kursdugnad.db'));
  });
  afterAll(async () => {
    other.close();
    await house.close();
  });
  const headers = {
    authorization: `Basic ${Buffer.from('key:secret-of-the-lrs').toString('base64')}`,
    'x-experience-api-version': '1.0.3',
  };
  const send = () => house.app.inject({ method: 'POST', url: '/xapi/statements', headers, payload: [aStatement()] });
  const read = () => house.app.inject({ method: 'GET', url: '/xapi/statements', headers });

  test('for a moment is waited for, and reading goes on meanwhile', async () => {
    other.exec('BEGIN IMMEDIATE');
    let isSent = false;
    const sent = send().finally(() => (isSent = true));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect((await read()).statusCode).toBe(200);
    expect(isSent).toBe(false);
    other.exec('ROLLBACK');
    expect((await sent).statusCode).toBe(200);
  });

  test('for long is told as 503 to all who wait, and it goes on when that one has finished', async () => {
    other.exec('BEGIN IMMEDIATE');
    const begun = performance.now();
    const answers = await Promise.all(Array.from({ length: 20 }, send));
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([503]));
    for (const answer of answers) expect(answer.headers['retry-after']).toMatch(/^\d+$/);
    // One wait for all of them, not one for each.
    expect(performance.now() - begun).toBeLessThan(20_000);
    other.exec('ROLLBACK');
    expect((await send()).statusCode).toBe(200);
  });
});
