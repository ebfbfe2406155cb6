import { jest } from '@jest/globals';
import type { LearnerEvent } from '@kursdugnad/core/runtime/learner-event.js';
import { emptyRecord } from '@kursdugnad/core/runtime/recording.js';
import { delivery } from './delivery.js';
import { outbox } from './outbox.js';
import { ownReporter } from './reporter-own.js';
import type { Report } from './reporter.js';

const happened = (number: number, kind: 'opened' | 'restarted' = 'restarted'): LearnerEvent => ({
  ...{ id: `0000000${number}-0000-4000-8000-000000000000`, at: `2026-02-03T10:00:0${number}.000Z` },
  ...(kind === 'opened' ? { kind, lesson: 'alarmen' } : { kind }),
});
const all = (events: LearnerEvent[]): Report => read(events.map(({ id }) => id));
const read = (accepted: string[], refused: string[] = []): Report => ({
  ...{ kind: 'read', accepted, record: emptyRecord },
  refused: refused.map((id) => ({ id, reason: 'unknown-choice' })),
});

/** A page with an outbox, and a server that answers as told, then takes everything. */
function page(...reports: ((events: LearnerEvent[]) => Report)[]) {
  const box = outbox('r1', null);
  const said: string[] = [];
  const sent: number[] = [];
  const post = delivery({
    outbox: box,
    reporter: (events) => {
      sent.push(events.length);
      return Promise.resolve((reports.shift() ?? all)(events));
    },
    onRead: () => undefined,
    onStatus: (status, quietly) => said.push(quietly ? `(${status})` : status),
  });
  const happen = (event: LearnerEvent) => {
    box.add(event);
    post.send();
  };
  return { box, said, sent, post, happen };
}
const passed = (ms: number) => jest.advanceTimersByTimeAsync(ms);

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

describe('delivery', () => {
  test('says saved when everything is confirmed', async () => {
    const { happen, said, box } = page();
    happen(happened(1));
    expect(said).toEqual(['saving']);
    await passed(0);
    expect(said).toEqual(['saving', 'saved']);
    expect(box.pending()).toEqual([]);
  });

  test('what happens meanwhile is sent next, and only then is it saved', async () => {
    const { happen, said, sent } = page();
    happen(happened(1));
    happen(happened(2));
    await passed(0);
    expect(sent).toEqual([1, 1]);
    expect(said.filter((status) => status === 'saved')).toHaveLength(1);
    expect(said.at(-1)).toBe('saved');
  });

  test('nobody there: again after 1, 2, 4 … seconds, at most 30, and nothing is lost', async () => {
    const down = (): Report => ({ kind: 'unreachable' });
    const { happen, said, sent, box } = page(...Array.from({ length: 7 }, () => down));
    happen(happened(1));
    const counts: number[] = [];
    for (const seconds of [0, 1, 2, 4, 8, 16, 30, 30]) {
      await passed(Math.max(0, seconds * 1000 - 1));
      if (counts.length > 0) expect(sent).toHaveLength(counts.length);
      await passed(seconds === 0 ? 0 : 1);
      counts.push(sent.length);
    }
    expect(counts).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(said).toEqual(['saving', ...Array.from({ length: 7 }, () => 'waiting'), 'saved']);
    expect(box.pending()).toEqual([]);
  });

  test('the learner or the line comes back: sent at once, without waiting for the pause', async () => {
    const { happen, post, said } = page(() => ({ kind: 'unreachable' }));
    happen(happened(1));
    await passed(0);
    post.send();
    await passed(0);
    expect(said.at(-1)).toBe('saved');
  });

  test('another tab has sent it: nothing is waiting any more', async () => {
    const { happen, post, box, said, sent } = page(() => ({ kind: 'signed-out' }));
    happen(happened(1));
    await passed(0);
    box.remove([happened(1).id]);
    post.send();
    post.send();
    expect(said).toEqual(['saving', 'signed-out', 'saved']);
    expect(sent).toEqual([1]);
  });

  test.each(['signed-out', 'rejected'] as const)('%s: kept, and not tried again by itself', async (kind) => {
    const { happen, sent, said, box } = page(() => ({ kind }));
    happen(happened(1));
    await passed(120_000);
    expect(sent).toHaveLength(1);
    expect(box.pending()).toHaveLength(1);
    expect(said.at(-1)).toBe(kind === 'signed-out' ? 'signed-out' : 'waiting');
  });

  test('what is refused is dropped and said, and does not hold up the rest', async () => {
    const { happen, box, said } = page((events) => read([], [events[0]!.id]));
    happen(happened(1));
    happen(happened(2));
    await passed(0);
    expect(box.pending()).toEqual([]);
    expect(said.at(-1)).toBe('refused');
  });

  test('what the server says nothing about is not saved', async () => {
    const { happen, said, box } = page(() => read([]));
    happen(happened(1));
    await passed(0);
    expect(said).toEqual(['saving', 'waiting']);
    expect(box.pending()).toHaveLength(1);
    await passed(1000);
    expect(said.at(-1)).toBe('saved');
  });

  test('turning a page is saved quietly', async () => {
    const { happen, said } = page();
    happen(happened(1, 'opened'));
    await passed(0);
    expect(said).toEqual(['(saving)', '(saved)']);
  });
});

describe('our own reporter', () => {
  const answer = (body: string, status = 200) =>
    ownReporter('/events', () => Promise.resolve(new Response(body, { status })));
  const accepted = JSON.stringify({ accepted: ['a'], refused: [], record: emptyRecord });

  test.each([
    [200, accepted, 'read'],
    [400, JSON.stringify({ refused: [{ id: 'a', reason: 'unknown' }] }), 'read'],
    [401, '', 'signed-out'],
    [403, 'Forbidden', 'rejected'],
    [429, '', 'unreachable'],
    [500, accepted, 'unreachable'],
    [200, '<html>Logg på togets nett</html>', 'unreachable'],
  ])('%i %s', async (status, body, kind) => {
    await expect(answer(body, status)([])).resolves.toMatchObject({ kind });
  });

  test('no network', async () => {
    const cut = ownReporter('/events', () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(cut([])).resolves.toEqual({ kind: 'unreachable' });
  });
});
