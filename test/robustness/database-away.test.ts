import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { mainEdition } from '@kursdugnad/core/course/course-parts.js';
import type { Course } from '@kursdugnad/core/course/course.js';
import { rightResponse } from '@kursdugnad/core/runtime/model-responses.js';
import { aStatement } from '../../api/src/testing-statement.js';
import { questionsOf } from '../journeys/stage.js';
import { type Postgres, startPostgres } from '../setup/postgres.mjs';
import { serveDemo } from '../setup/serve-demo.mjs';
import { statementsThere } from './busy-clients.js';
import { everyResource, speaking } from './every-resource.js';
import { pause, until } from './killable-server.js';

/** Milliseconds: nobody waits longer to hear that it does not go. */
const longest = 5000;
const times = Number(process.env.TEST_OUTAGES ?? 2);
jest.setTimeout(300_000);

const as = (token: string) => ({ authorization: `Bearer demo-${token}`, 'content-type': 'application/json' });

describe('PostgreSQL goes away while the server runs, and comes back', () => {
  let postgres: Postgres;
  let served: Awaited<ReturnType<typeof serveDemo>>;
  const log: string[] = [];
  beforeAll(async () => {
    postgres = await startPostgres();
    served = await serveDemo('sqlite', { DATABASE_URL: await postgres.newDatabase() });
    served.child.stdout?.on('data', (text: Buffer) => log.push(...text.toString().split('\n')));
  });
  afterAll(async () => {
    await served.remove();
    await postgres.remove();
  });

  const asked = async (path: string, options: RequestInit = {}) => {
    const answer = await fetch(served.url + path, { ...options, signal: AbortSignal.timeout(longest) });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };
  const json = async <T>(path: string, options: RequestInit) => {
    const { status, text } = await asked(path, options);
    if (status >= 300) throw new Error(`${path}: ${status} ${text}`);
    return JSON.parse(text) as T;
  };
  const tellsAway = async (path: string, options: RequestInit) => {
    const { status, headers, text } = await asked(path, options);
    const said = text === '' ? {} : (JSON.parse(text) as { status?: number; detail?: string });
    expect([path, options.method, status]).toEqual([path, options.method, 503]);
    expect(headers.get('retry-after')).toMatch(/^\d+$/);
    if (options.method !== 'HEAD') {
      expect(headers.get('content-type')).toMatch('application/problem+json');
      expect(said).toMatchObject({ status: 503, detail: expect.stringMatching(/database/i) });
    }
  };
  /** Sends batches until told to stop; answers what came of them. */
  const sending = (verb: string) => {
    const batches: { ids: string[]; status: number }[] = [];
    let isOver = false;
    const over = (async () => {
      while (!isOver) {
        const statements = Array.from({ length: 5 }, () => aStatement({ verb: { id: verb } }));
        const body = JSON.stringify(statements);
        const { status } = await asked('/xapi/statements', { method: 'POST', headers: speaking, body });
        batches.push({ ids: statements.map(({ id }) => id), status });
      }
    })();
    return async () => {
      isOver = true;
      await over;
      return batches;
    };
  };
  const ready = async () => (await asked('/health/ready')).status;

  test('whoever asks is told so at once, nothing acknowledged is lost, and open tables follow again', async () => {
    const [unit] = (await json<{ teams: { id: string }[] }>('/api/teams', { headers: as('leader') })).teams;
    const learner = await aLearner();
    const line = await follow(`${served.url}/api/teams/${unit?.id ?? ''}/live`);
    for (let time = 0; time < times; time += 1) {
      const verb = `urn:away:${randomUUID()}`;
      const stopSending = sending(verb);
      await pause(500);
      await postgres.stop();
      for (const { path, method, body } of everyResource())
        await tellsAway(path, { method, headers: speaking, ...(body ? { body } : {}) });
      for (const [token, path] of [
        ['learner', '/api/me/guides'],
        ['leader', `/api/teams/${unit?.id ?? ''}`],
        ['admin', '/api/lrs/keys'],
      ] as const)
        await tellsAway(path, { method: 'GET', headers: as(token) });
      expect(await ready()).toBe(503);
      expect((await asked('/health/live')).status).toBe(200);

      const heard = line.events.length;
      await postgres.startAgain();
      await until(async () => (await ready()) === 200, 'ready');
      // What was announced meanwhile is looked at again.
      await until(() => line.events.slice(heard).includes('people'), 'the table is read again');
      const batches = await stopSending();
      expect(log.filter((line) => line.includes('unforeseen'))).toEqual([]);
      const there = await statementsThere(served.url, verb);
      for (const { ids, status } of batches) {
        expect([200, 503]).toContain(status);
        const found = ids.filter((id) => there.has(id)).length;
        expect(status === 200 ? [5] : [0, 5]).toContain(found);
      }
      expect(new Set(batches.map(({ status }) => status))).toEqual(new Set([200, 503]));
    }
    const heard = line.events.length;
    await learner.answerNext();
    await until(() => line.events.slice(heard).includes('cell'), 'the cell of somebody who answers');
    expect(line.isOpen()).toBe(true);
    expect(served.child.exitCode).toBeNull();
    line.close();
  });

  async function aLearner() {
    type Guides = Record<'waiting' | 'open', { course: { id: string } }[]>;
    const { waiting, open } = await json<Guides>('/api/me/guides', { headers: as('learner') });
    const course = [...waiting, ...open][0]?.course.id;
    const asking = { method: 'POST', headers: as('learner') };
    const started = { ...asking, body: JSON.stringify({ course }) };
    const { registration } = await json<{ registration: string }>('/api/registrations', started);
    const guide = await json<{ course: Course }>(`/api/registrations/${registration}`, { headers: as('learner') });
    const left = mainEdition(guide.course).lessons.flatMap(questionsOf);
    return {
      async answerNext() {
        const question = left.shift();
        if (!question) throw new Error('No question left');
        const event = { kind: 'answered', question: question.id, response: rightResponse(question) };
        const events = [{ ...event, id: randomUUID(), at: new Date().toISOString() }];
        await json(`/api/registrations/${registration}/events`, { ...asking, body: JSON.stringify({ events }) });
      },
    };
  }
});

/** The names of the events that a leader's open table gets. */
async function follow(url: string) {
  const away = new AbortController();
  const answer = await fetch(url, { headers: as('leader'), signal: away.signal });
  expect(answer.status).toBe(200);
  const events: string[] = [];
  let isOpen = true;
  void (async () => {
    let rest = '';
    for await (const piece of answer.body!) {
      const lines = (rest + Buffer.from(piece as Uint8Array).toString()).split('\n');
      rest = lines.pop() ?? '';
      for (const said of lines) if (said.startsWith('event: ')) events.push(said.slice('event: '.length));
    }
  })()
    .catch(() => undefined)
    .finally(() => (isOpen = false));
  return { events, isOpen: () => isOpen, close: () => away.abort() };
}
