import { randomBytes, randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { courseTemplate } from '@kursdugnad/content-tools/cli/course-template.js';
import { packSource } from '@kursdugnad/content-tools/package/source-bundle.js';
import type { Answered } from '@kursdugnad/core/contract/conversation.js';
import type { guide, recordEvents } from '@kursdugnad/core/contract/learn.js';
import { stages } from '../journeys/stage.js';

type Recorded = Answered<typeof recordEvents>;
type Guide = Answered<typeof guide>;

/** The question of a new guide, its right answer and a wrong one. */
const question = 'vatt-gulv';
const [right, wrong] = [['b'], ['a']];

describe.each(stages)('answers that come late or wrong, on %s', (_database, url) => {
  const slug = `sent-svar-${randomBytes(3).toString('hex')}`;
  let course: string;

  const ask = (path: string, { token = 'demo-author', method = 'GET', body }: Asked = {}) =>
    fetch(url + path, {
      method,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        'content-type': body instanceof Buffer ? 'application/zip' : 'application/json',
      },
      ...(body !== undefined && {
        body: typeof body === 'string' ? body : body instanceof Buffer ? new Uint8Array(body) : JSON.stringify(body),
      }),
    });
  const publish = async (change: (markdown: string) => string = (same) => same) => {
    const files = new Map(
      [...courseTemplate(slug)].map(([path, text]) => [path, Buffer.from(path === 'guide.md' ? change(text) : text)]),
    );
    const answer = await ask('/api/courses', { method: 'POST', body: await packSource(files, slug) });
    expect(answer.status).toBe(200);
    return (await answer.json()) as { course: { id: string }; version: { number: number } };
  };
  /** A run nothing is done in: the one under way is finished first. */
  const newRun = async () => {
    const start = async () => {
      const answer = await ask('/api/registrations', { method: 'POST', body: { course } });
      return ((await answer.json()) as { registration: string }).registration;
    };
    const open = await start();
    const { place, answers } = (await found(open)).record;
    if (place === null && answers.length === 0) return open;
    await send(open, [...opened(), answered(right)]);
    return start();
  };
  const send = (registration: string, events: unknown, token = 'demo-author') =>
    ask(`/api/registrations/${registration}/events`, { token, method: 'POST', body: { events } });
  const recorded = async (registration: string, events: unknown) => {
    const answer = await send(registration, events);
    expect(answer.status).toBe(200);
    return (await answer.json()) as Recorded;
  };
  const found = async (registration: string) =>
    (await (await ask(`/api/registrations/${registration}`)).json()) as Guide;
  const answersIn = async (registration: string) => (await found(registration)).record.answers.map(({ id }) => id);

  beforeAll(async () => {
    course = (await publish()).course.id;
  });

  test('the same answer twice is one answer, also at the same time', async () => {
    const registration = await newRun();
    const event = answered(right);
    const twice = await recorded(registration, [event, event]);
    expect(new Set(twice.accepted)).toEqual(new Set([event.id]));
    const reports = await Promise.all([1, 2, 3, 4].map(() => recorded(registration, [event])));
    for (const { accepted } of reports) expect(accepted).toEqual([event.id]);
    expect(await answersIn(registration)).toEqual([event.id]);
  });

  test('answers out of order stand in the order in which they were given', async () => {
    const registration = await newRun();
    const [first, second] = [answered(wrong, -5000), answered(right, -1000)];
    await recorded(registration, [second]);
    await recorded(registration, [first]);
    expect(await answersIn(registration)).toEqual([first.id, second.id]);
  });

  test('an answer from the future, or from long ago, is taken in with a time that can be', async () => {
    const registration = await newRun();
    const [ahead, behind] = [answered(wrong, 7_200_000), answered(right, -400 * 86_400_000)];
    for (const event of [ahead, behind]) expect((await recorded(registration, [event])).accepted).toEqual([event.id]);
    const { answers } = (await found(registration)).record;
    expect(answers).toHaveLength(2);
    for (const { at } of answers) {
      expect(Date.parse(at)).toBeLessThanOrEqual(Date.now() + 2000);
      expect(Date.parse(at)).toBeGreaterThan(Date.now() - 2 * 86_400_000);
    }
  });

  test('an answer to a version that has been replaced counts in the run it belongs to', async () => {
    const registration = await newRun();
    const before = answered(wrong);
    await recorded(registration, [before]);
    const replaced = await publish((markdown) => markdown.replace(`{#${question}}`, '{#nytt-sporsmal}'));
    const late = answered(right);
    expect((await recorded(registration, [late])).refused).toEqual([]);
    expect(await answersIn(registration)).toEqual([before.id, late.id]);

    await recorded(registration, opened());
    const next = await newRun();
    expect((await found(next)).version.number).toBe(replaced.version.number);
    const lost = answered(right);
    const { refused } = await recorded(next, [lost]);
    expect(refused).toEqual([{ id: lost.id, reason: 'Oppgaven finnes ikke i denne utgaven av guiden.' }]);
    await recorded(next, [...opened(), { ...answered(right), question: 'nytt-sporsmal' }]);
    await publish();
  });

  test('what cannot belong to the guide is refused in words, and what came with it is kept', async () => {
    const registration = await newRun();
    const good = answered(right);
    const bad = [
      { ...answered(right), question: 'finnes-ikke' },
      answered(['z']),
      answered([]),
      answered(['a', 'b']),
      { kind: 'opened', ...occurrence(), lesson: 'finnes-ikke' },
      { kind: 'declared', ...occurrence(), declaration: 'finnes-ikke' },
    ];
    const { accepted, refused } = await recorded(registration, [...bad.slice(0, 3), good, ...bad.slice(3)]);
    expect(accepted).toEqual([good.id]);
    expect(refused.map(({ id }) => id)).toEqual(bad.map(({ id }) => id));
    for (const { reason } of refused) expect(reason).toMatch(/^[A-ZÆØÅ].+\.$/);
    expect(await answersIn(registration)).toEqual([good.id]);
  });

  test('200 events come in at once, 201 do not, and nothing of before is lost', async () => {
    const registration = await newRun();
    const many = Array.from({ length: 200 }, (_, index) => answered(index % 2 ? right : wrong, index - 1000));
    expect((await recorded(registration, many)).accepted).toHaveLength(200);
    expect((await send(registration, [...many, answered(right)])).status).toBe(400);
    expect(await answersIn(registration)).toHaveLength(200);
  });

  test('nobody else’s: 404 for another person, 401 without signing in, and nothing is stored', async () => {
    const registration = await newRun();
    const mine = answered(wrong);
    await recorded(registration, [mine]);
    for (const [token, status] of [
      ['demo-admin', 404],
      ['demo-leader', 404],
      ['', 401],
      ['made-up', 401],
    ] as const)
      expect([token, (await send(registration, [answered(right)], token)).status]).toEqual([token, status]);
    expect((await send(randomUUID(), [answered(right)])).status).toBe(404);
    expect(await answersIn(registration)).toEqual([mine.id]);
  });

  test('nonsense is refused and never a failure of ours, and what was there stays', async () => {
    const registration = await newRun();
    const mine = answered(wrong);
    await recorded(registration, [mine]);
    const path = `/api/registrations/${registration}/events`;
    const nonsense: unknown[] = [
      '{"events":[',
      'null',
      '[]',
      {},
      { events: [] },
      { events: 'alt' },
      { events: [null, 7, 'x'] },
      { events: [{ ...mine, id: 'ikke-en-id' }] },
      { events: [{ ...mine, id: randomUUID(), at: 'i går' }] },
      { events: [{ ...mine, id: randomUUID(), at: '2026-02-30T10:00:00.000Z' }] },
      { events: [{ ...mine, id: randomUUID(), at: '9999-12-31T23:59:59.999Z' }] },
      { events: [{ ...mine, id: randomUUID(), at: '0000-01-01T00:00:00.000Z' }] },
      { events: [{ ...mine, id: randomUUID(), response: ['x'.repeat(501)] }] },
      { events: [{ ...mine, id: randomUUID(), response: [{ $gt: '' }] }] },
      { events: [{ ...mine, id: randomUUID(), question: '__proto__' }] },
      { events: [{ ...mine, id: randomUUID(), question: 'constructor' }] },
      { events: [{ kind: 'opened', ...occurrence(), lesson: 'constructor' }] },
      { events: [{ kind: 'opened', ...occurrence(), lesson: "'; drop table statement; --" }] },
      { events: [{ kind: 'opened', ...occurrence(), lesson: 'null\u0000byte' }] },
      { events: [{ kind: 'slettet', ...occurrence() }] },
      { events: Array.from({ length: 60 }, () => answered(['x'.repeat(500)])) },
    ];
    for (const body of nonsense) {
      const answer = await ask(path, { method: 'POST', body });
      expect([body, answer.status < 500]).toEqual([body, true]);
      if (answer.status >= 400) expect(answer.headers.get('content-type')).toContain('application/problem+json');
    }
    for (const id of ['x', '%00', '..%2F..', `${registration}'--`]) {
      const answer = await ask(`/api/registrations/${id}/events`, { method: 'POST', body: { events: [mine] } });
      expect([id, [400, 404].includes(answer.status)]).toEqual([id, true]);
    }
    expect((await answersIn(registration))[0]).toBe(mine.id);
  });
});

interface Asked {
  token?: string;
  method?: string;
  body?: unknown;
}

/** `later`: milliseconds from now. */
function occurrence(later = 0) {
  return { id: randomUUID(), at: new Date(Date.now() + later).toISOString() };
}

function answered(response: string[], later = 0) {
  return { kind: 'answered', ...occurrence(later), question, response };
}

/** Every lesson of the guide. */
function opened() {
  return ['vite', 'prov'].map((lesson) => ({ kind: 'opened', ...occurrence(), lesson }));
}
