import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Forwarding } from '@kursdugnad/core/contract/lrs.js';
import { Credentials } from '../../api/src/lrs/credentials.js';
import { aHouse, databases, solvik, type TestHouse } from '../../api/src/testing.js';
import { aStatement } from '../../api/src/testing-statement.js';
import { serveDemo } from '../setup/serve-demo.mjs';

const house = fileURLToPath(new URL('../..', import.meta.url));
const kills = Number(process.env.TEST_KILLS ?? 2);
jest.setTimeout(kills * 30_000 + 120_000);

type Key = { key: string; secret: string };
const json = { 'content-type': 'application/json', 'x-experience-api-version': '1.0.3' };
const basic = ({ key, secret }: Key) => `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`;

describe.each(databases)('a server on %s that is killed while it sends statements on', (database) => {
  let served: Awaited<ReturnType<typeof serveDemo>>;
  let child: ChildProcess;
  let other: TestHouse;
  beforeAll(async () => {
    served = await serveDemo(database);
    ({ child } = served);
    other = await aHouse('sqlite');
    await other.app.listen(0, '127.0.0.1');
  });
  afterAll(async () => {
    child.kill('SIGKILL');
    await served.remove();
    await other.close();
  });

  const administrator = { ...json, authorization: 'Bearer demo-admin' };
  const asked = async (path: string, options: RequestInit = {}) => {
    const answer = await fetch(`${served.url}${path}`, { headers: administrator, ...options });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  const kill = async () => {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  };
  const startAgain = async () => {
    const { JEST_WORKER_ID: _, NODE_OPTIONS: __, ...inherited } = process.env;
    child = spawn(process.execPath, ['api/dist/main.js'], { cwd: house, env: { ...inherited, ...served.environment } });
    for (let isReady = false; !isReady; await new Promise((resolve) => setTimeout(resolve, 20)))
      isReady = await fetch(`${served.url}/health/ready`).then(
        ({ ok }) => ok,
        () => false,
      );
  };

  test('sends everything, and each statement is there once', async () => {
    const theirs = await other.app.get(Credentials).create(solvik.orgnr, { label: 'x', scopes: ['all'] });
    const target = { label: 'x', url: `${await other.app.getUrl()}/xapi`, ...theirs };
    const made = (await asked('/api/lrs/keys', {
      method: 'POST',
      body: JSON.stringify({ label: 'x', scopes: ['all'] }),
    })) as { key: { key: string }; secret: string };
    const headers = { ...json, authorization: basic({ key: made.key.key, secret: made.secret }) };
    await asked('/api/lrs/forwardings', { method: 'POST', body: JSON.stringify(target) });
    const verb = { id: `urn:x:${randomUUID()}` };
    const ids = new Set<string>();
    for (let time = 0; time < kills; time += 1) {
      for (let part = 0; part < 10; part += 1) {
        const statements = Array.from({ length: 20 }, () => aStatement({ verb }));
        for (const { id } of statements) ids.add(id);
        await asked('/xapi/statements', { method: 'POST', headers, body: JSON.stringify(statements) });
      }
      await new Promise((resolve) => setTimeout(resolve, 1200 * Math.random()));
      await kill();
      await startAgain();
    }
    for (let isSent = false; !isSent; await new Promise((resolve) => setTimeout(resolve, 200))) {
      const { forwardings } = (await asked('/api/lrs/forwardings')) as { forwardings: Forwarding[] };
      isSent = forwardings[0]?.behind === 0;
      expect(forwardings[0]?.setAside).toBe(0);
    }
    const found: string[] = [];
    for (let more = `/xapi/statements?limit=500&verb=${encodeURIComponent(verb.id)}`; more !== '';) {
      const answer = await fetch(new URL(more, await other.app.getUrl()), {
        headers: { ...json, authorization: basic(theirs) },
      });
      const page = (await answer.json()) as { statements: { id: string }[]; more: string };
      found.push(...page.statements.map(({ id }) => id));
      ({ more } = page);
    }
    expect([...found].sort()).toEqual([...ids].sort());
  });
});
