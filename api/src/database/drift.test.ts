import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aHouse, databases, type TestHouse } from '../testing.js';
import { Database } from './database.js';

describe.each(databases)('the tables on %s', (database) => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await aHouse(database);
  });
  afterAll(() => house.close());

  test('are exactly what the entities say: the migrations have not drifted', async () => {
    const { upQueries } = await house.app.get(Database).source.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });
});
