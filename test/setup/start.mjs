import { buildWhatChanged } from '../../api/bin/build.mjs';
import { startPostgres } from './postgres.mjs';
import { serveDemo } from './serve-demo.mjs';

const databases = (process.env.TEST_DATABASES ?? 'sqlite,postgres').split(',');

/** Before all tests: a real PostgreSQL, and for the journeys the built server with the demo region on each database. */
export default async function start(jest) {
  // A server started by hand, or by an earlier run: `TEST_SERVED='{"sqlite":"http://localhost:3000"}'`.
  const isServed = process.env.TEST_SERVED !== undefined;
  if (databases.includes('postgres') && !(isServed && wantsStage(jest))) {
    // Each test makes a database of its own in it.
    globalThis.__postgres = await startPostgres();
    process.env.TEST_POSTGRES = globalThis.__postgres.address;
  }
  if (isServed || !wantsStage(jest)) return;
  await buildWhatChanged();
  const served = {};
  for (const database of databases) served[database] = await serveDemo(database);
  globalThis.__served = served;
  process.env.TEST_SERVED = JSON.stringify(
    Object.fromEntries(Object.entries(served).map(([name, { url }]) => [name, url])),
  );
}

function wantsStage(jest) {
  const patterns = jest.testPathPatterns?.patterns ?? [];
  return patterns.length === 0 || patterns.some((pattern) => /journeys|robustness/.test(pattern));
}
