import { expect, test } from '@jest/globals';
import { Database } from '../database/database.js';
import { aHouse, inhabited, solvik } from '../testing.js';
import { aStatement } from '../testing-statement.js';
import { Statements } from './statements.js';

test('on SQLite the order of storing goes on where it was, also when the clock has been set back', async () => {
  const house = await aHouse('sqlite');
  await inhabited(house);
  const later = await place(house, aStatement().id);
  const anHour = 3_600_000 * 4096;
  await house.app
    .get(Database)
    .transaction(({ query }) => query({ text: 'UPDATE statement SET seq = seq + :anHour' }, { anHour }));
  const again = await aHouse('sqlite', { dataDir: house.settings.dataDir });
  expect(await place(again, aStatement().id)).toBeGreaterThan(later + anHour);
  await again.app.close();
  await house.close();
});

async function place({ app }: Awaited<ReturnType<typeof aHouse>>, id: string): Promise<number> {
  const database = app.get(Database);
  await database.transaction((transaction) =>
    app.get(Statements).store(transaction, solvik.orgnr, [aStatement({ id })]),
  );
  const text = 'SELECT seq FROM statement WHERE municipality = :solvik AND id = :id';
  const [row] = await database.query<{ seq: number }>({ text }, { solvik: solvik.orgnr, id });
  return row?.seq ?? NaN;
}
