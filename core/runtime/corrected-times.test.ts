import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { correctedTimes } from './corrected-times.js';
import type { LearnerEvent } from './learner-event.js';

const started = '2026-11-21T10:00:00.000Z';
const now = '2026-11-21T11:00:00.000Z';
const opened = (at: number): LearnerEvent => ({
  kind: 'opened',
  id: '00000000-0000-4000-8000-000000000001',
  at: new Date(Date.parse(now) + at * 1000).toISOString(),
  lesson: 'en',
});

test('times that can be true stay as they are', () => {
  const events = [opened(-600), opened(0), opened(1)];
  expect(correctedTimes(events, { started, now })).toBe(events);
});

test('a wrong clock moves all events together: the last one happened now', () => {
  const week = 7 * 86_400;
  for (const wrong of [week, -week]) {
    const corrected = correctedTimes([opened(wrong), opened(wrong + 5)], { started, now });
    expect(corrected.map(({ at }) => (Date.parse(at) - Date.parse(now)) / 1000)).toEqual([-5, 0]);
  }
});

test('whatever the clock says, no event is after now or long before the start, and the order stays', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1 }), (seconds) => {
      const times = correctedTimes([...seconds].sort((a, b) => a - b).map(opened), { started, now }).map(
        ({ at }) => at,
      );
      expect(times).toEqual([...times].sort());
      expect(Date.parse(times.at(-1) ?? '')).toBeLessThanOrEqual(Date.parse(now) + 2000);
      expect(Date.parse(times[0] ?? '')).toBeGreaterThanOrEqual(Date.parse(started) - 86_400_000);
    }),
  );
});
