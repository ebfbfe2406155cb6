import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { aStatement } from '../../api/src/testing-statement.js';
import { anAttachment, inParts, partOf } from '../conformance/speaking.js';
import { freePort } from '../setup/free-port.mjs';
import { xapi } from '../setup/serve-demo.mjs';
import { statementsThere } from './busy-clients.js';
import { pause } from './killable-server.js';
import { fillUp, megabyte, statementsSent } from './small-disk.js';

const house = fileURLToPath(new URL('../..', import.meta.url));
jest.setTimeout(180_000);

/** A small disk that only the server sees needs a system that lets a process have its own mounts. */
const mayMount = spawnSync('unshare', ['-rm', 'true']).status === 0;

(mayMount ? describe : describe.skip)('the disk is full', () => {
  let child: ChildProcess;
  let url: string;
  /** DATA_DIR as the server sees it. */
  let disk: string;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kursdugnad-disk-'));
    const port = await freePort();
    url = `http://localhost:${port}`;
    const { JEST_WORKER_ID: _, NODE_OPTIONS: __, ...inherited } = process.env;
    const own = { NODE_ENV: 'production', PORT: String(port), DATA_DIR: folder, DEMO: '0', LOG_LEVEL: 'fatal' };
    const start = `mount -t tmpfs -o size=32m none "$DATA_DIR" && exec ${process.execPath} api/dist/main.js`;
    const env = { ...inherited, ...own, PUBLIC_URL: url, XAPI_KEY: xapi.key, XAPI_SECRET: xapi.secret };
    child = spawn('unshare', ['-rm', 'sh', '-c', start], { cwd: house, env });
    disk = join(`/proc/${child.pid ?? 0}/root`, folder);
    for (const end = Date.now() + 60_000; !(await isReady(url)); await pause(50))
      if (Date.now() > end || child.exitCode !== null) throw new Error('The server does not start');
  });
  afterAll(async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill();
    await ended;
    rmSync(folder, { recursive: true });
  });

  const verb = 'urn:disk';
  const { stored, post, postSome } = statementsSent(() => url, verb);
  const postFile = (bytes: Buffer) => {
    const statement = { ...aStatement(), attachments: [anAttachment(bytes)] };
    const { body, headers } = inParts([statement], [partOf(bytes)]);
    return post(new Uint8Array(body as Buffer), { ...(headers as Record<string, string>), connection: 'close' });
  };
  const files = () => {
    const root = join(disk, 'attachments');
    return readdirSync(root).flatMap((part) => readdirSync(join(root, part)).map((name) => join(root, part, name)));
  };

  test('what does not fit is refused with the reason, what is there can be read, and with room it goes on', async () => {
    expect((await postSome()).status).toBe(200);
    expect((await postFile(Buffer.alloc(megabyte, 'a'))).status).toBe(200);
    const ballast = join(disk, 'ballast');
    const filled = fillUp(ballast);
    // Some more fit.
    truncateSync(ballast, filled - megabyte);

    let told = await postSome();
    for (let tries = 0; tries < 100 && told.status === 200; tries += 1) told = await postSome();
    expect(told).toMatchObject({ status: 503, retryAfter: expect.stringMatching(/^\d+$/) });
    expect(JSON.parse(told.text)).toMatchObject({ detail: expect.stringMatching(/no room|ikke plass/) });
    expect((await postFile(Buffer.alloc(4 * megabyte, 'b'))).status).toBe(503);
    expect(stored.size).toBeGreaterThan(50);

    expect(await statementsThere(url, verb)).toEqual(stored);
    expect(soundness(disk)).toEqual([{ integrity_check: 'ok' }]);
    for (const file of files())
      expect(file).toMatch(new RegExp(`${createHash('sha256').update(readFileSync(file)).digest('hex')}$`));

    truncateSync(ballast, 0);
    expect((await postSome()).status).toBe(200);
    expect((await postFile(Buffer.alloc(4 * megabyte, 'b'))).status).toBe(200);
    expect(await statementsThere(url, verb)).toEqual(stored);
    expect(soundness(disk)).toEqual([{ integrity_check: 'ok' }]);
    expect(child.exitCode).toBeNull();
  });
});

/** Of a copy of the database as it lies there, with its journal. */
function soundness(disk: string): unknown {
  const folder = mkdtempSync(join(tmpdir(), 'kursdugnad-copy-'));
  for (const name of ['kursdugnad.db', 'kursdugnad.db-wal']) copyFileSync(join(disk, name), join(folder, name));
  const database = new Sqlite(join(folder, 'kursdugnad.db'));
  try {
    return database.pragma('integrity_check');
  } finally {
    database.close();
    rmSync(folder, { recursive: true });
  }
}

function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/health/ready`, { headers: { connection: 'close' } }).then(
    ({ ok }) => ok,
    () => false,
  );
}
