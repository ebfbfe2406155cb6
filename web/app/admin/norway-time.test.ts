import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { instantInNorway, onNorwegianClock } from './norway-time.js';

test.each([
  ['2026-11-21T17:04', '2026-11-21T16:04:00.000Z'],
  ['2026-07-01T08:00', '2026-07-01T06:00:00.000Z'],
  ['2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
  ['2026-03-29T02:30', '2026-03-29T01:30:00.000Z'],
])('%s in Norway is %s', (time, instant) => {
  expect(instantInNorway(time)).toBe(instant);
});

test.each(['', '2026-11-21', '2026-13-01T10:00', 'i går'])('%j is no time', (time) => {
  expect(instantInNorway(time)).toBeNull();
});

test('a time on the clock stands for an instant at which the clock shows it', () => {
  const [min, max] = [new Date('2000-01-01'), new Date('2039-01-01')];
  fc.assert(
    fc.property(fc.date({ min, max, noInvalidDate: true }), (date) => {
      const time = onNorwegianClock(date.toISOString());
      expect(onNorwegianClock(instantInNorway(time) ?? '')).toBe(time);
    }),
  );
});
