import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { freePort } from '../setup/free-port.mjs';
import { serveDemo } from '../setup/serve-demo.mjs';

const house = fileURLToPath(new URL('../..', import.meta.url));
jest.setTimeout(60_000);

describe('the server starts', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kursdugnad-start-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each([
    ['PORT', 'three'],
    ['PORT', '70000'],
    ['PUBLIC_URL', 'kurs.example.no'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['SMTP_URL', 'mail.example.no'],
    ['DEMO', 'yes'],
    ['LOG_LEVEL', 'loud'],
  ])('not with %s=%s: it says so in one sentence', async (name, value) => {
    const { exit, said } = await ended(aServer({ DATA_DIR: folder, [name]: value }));
    expect(exit).toBe(1);
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(said).toMatch(new RegExp(`^${name} is wrong: it must be `));
  });

  test('not as a demo that everybody can reach', async () => {
    const { exit, said } = await ended(aServer({ DATA_DIR: folder, DEMO: '1', PUBLIC_URL: 'https://kurs.example.no' }));
    expect(exit).toBe(1);
    expect(said).toMatch(/^DEMO must not be 1 when PUBLIC_URL is https:\/\/kurs\.example\.no/);
  });

  test('not on a port that is taken: it says which', async () => {
    const port = await freePort();
    const other = await new Promise<Server>((resolve) => {
      const listening = createServer().listen(port, '0.0.0.0', () => resolve(listening));
    });
    const { exit, said } = await ended(aServer({ DATA_DIR: folder, DEMO: '0', PORT: String(port) }));
    other.close();
    expect(exit).toBe(1);
    expect(said.trim()).toBe(`PORT ${port} is taken by another program: stop it, or set PORT to a free one.`);
  });
});

describe('the server stops', () => {
  let served: Awaited<ReturnType<typeof serveDemo>>;
  let child: ChildProcess;
  beforeAll(async () => {
    served = await serveDemo('sqlite');
    await served.stop();
    expect(served.child.exitCode).toBe(0);
  });
  afterAll(async () => {
    child.kill('SIGKILL');
    await served.remove();
  });

  test('when asked to: what runs is finished, nothing new is let in, and it ends well, also with a table open', async () => {
    const begun = Date.now();
    child = aServer(served.environment);
    await isReady(served.url);
    process.stdout.write(`ready in ${Date.now() - begun} ms with the demo region's data there\n`);

    const live = await openTable(served.url);
    const half = halfRequest(served.url);
    await half.reached;
    const end = ended(child);
    child.kill('SIGTERM');
    await live.over;
    await refused(served.url);
    half.finish();
    expect(await half.status).toBe(201);
    expect((await end).exit).toBe(0);
  });
});

function aServer(environment: Record<string, string>): ChildProcess {
  const { JEST_WORKER_ID: _, NODE_OPTIONS: __, PORT: ___, ...inherited } = process.env;
  return spawn(process.execPath, ['api/dist/main.js'], {
    cwd: house,
    env: { ...inherited, NODE_ENV: 'production', LOG_LEVEL: 'error', ...environment },
  });
}

function ended(child: ChildProcess): Promise<{ exit: number | null; said: string }> {
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => (said += text.toString()));
  return new Promise((resolve) => child.once('close', (exit) => resolve({ exit, said })));
}

/** Waits until it answers so, twenty seconds at most. */
async function answers(url: string, wanted: (status: number | null) => boolean): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end; await new Promise((wait) => setTimeout(wait, 20))) {
    const status = await fetch(`${url}/health/ready`, { headers: { connection: 'close' } }).then(
      (answer) => answer.status,
      () => null,
    );
    if (wanted(status)) return;
  }
  throw new Error(`${url} does not come so far`);
}

const isReady = (url: string) => answers(url, (status) => status === 200);
/** No connection any more, or one that is told to go elsewhere. */
const refused = (url: string) => answers(url, (status) => status === null || status === 503);

/** A leader's table, following along until the server ends it. */
async function openTable(url: string): Promise<{ over: Promise<void> }> {
  const authorization = { authorization: 'Bearer demo-leader' };
  const { teams } = (await (await fetch(`${url}/api/teams`, { headers: authorization })).json()) as {
    teams: { id: string }[];
  };
  const line = await fetch(`${url}/api/teams/${teams[0]!.id}/live`, { headers: authorization });
  expect(line.status).toBe(200);
  const reader = line.body!.getReader();
  const over = (async () => {
    while (!(await reader.read().catch(() => ({ done: true }))).done);
  })();
  return { over };
}

/** A request that the server has begun to read, and that ends when told to. */
function halfRequest(url: string) {
  const body = JSON.stringify({ course: '' }).slice(0, -2);
  let answer: (status: number) => void;
  let fail: (error: Error) => void;
  const status = new Promise<number>((resolve, reject) => ([answer, fail] = [resolve, reject]));
  const headers = { 'content-type': 'application/json', authorization: 'Bearer demo-learner', expect: '100-continue' };
  const sent = request(`${url}/api/registrations`, { method: 'POST', headers }, (response) => {
    response.resume();
    answer(response.statusCode ?? 0);
  });
  sent.once('error', (error) => fail(error));
  const reached = new Promise<void>((resolve) => sent.once('continue', resolve));
  let course = '';
  const prepared = (async () => {
    const guides = await fetch(`${url}/api/me/guides`, { headers: { authorization: headers.authorization } });
    const { open, waiting } = (await guides.json()) as Record<'open' | 'waiting', { course: { id: string } }[]>;
    course = [...waiting, ...open][0]!.course.id;
    sent.flushHeaders();
    await reached;
    sent.write(body);
  })();
  return { reached: prepared, status, finish: () => void sent.end(`${course}"}`) };
}
