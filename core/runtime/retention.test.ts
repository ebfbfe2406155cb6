import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { verbIds } from './verbs.js';
import { retentionLimit, verbsOfCategory } from './retention.js';

test('a verb is in one category', () => {
  const verbs = Object.values(verbsOfCategory).flat();
  expect(new Set(verbs).size).toBe(verbs.length);
});

test('every verb of our own has a category', () => {
  expect(Object.values(verbsOfCategory).flat()).toEqual(expect.arrayContaining(Object.values(verbIds)));
});

test('the limit is the same day so many months ago, or the last one of a shorter month', () => {
  expect(retentionLimit('2026-11-21T10:00:00.000Z', 12)).toBe('2025-11-21T10:00:00.000Z');
  expect(retentionLimit('2026-03-31T10:00:00.000Z', 1)).toBe('2026-02-28T10:00:00.000Z');
  expect(retentionLimit('2024-03-31T10:00:00.000Z', 1)).toBe('2024-02-29T10:00:00.000Z');
  const instants = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(instants, fc.integer({ min: 1, max: 600 }), (now, months) => {
      const limit = retentionLimit(now.toISOString(), months);
      const whole = (at: Date) => at.getUTCFullYear() * 12 + at.getUTCMonth();
      expect(whole(now) - whole(new Date(limit))).toBe(months);
    }),
  );
});
