import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { backOff, forwarded, isForwarded } from './forwarding.js';
import type { Statement } from './statement.js';

const statement = (verb: string, activity: string, grouping?: string): Statement => ({
  actor: { mbox: 'mailto:ola@example.org' },
  verb: { id: verb },
  object: { id: activity },
  ...(grouping === undefined ? {} : { context: { contextActivities: { grouping: [{ id: grouping }] } } }),
});

describe('what is sent on', () => {
  const all = { verbs: [], activities: [] };
  const read = statement('urn:read', 'urn:course/lesson', 'urn:course');

  test('everything, or what has one of the verbs and mentions one of the activities', () => {
    expect(isForwarded(read, all)).toBe(true);
    expect(isForwarded(read, { ...all, verbs: ['urn:read', 'urn:saw'] })).toBe(true);
    expect(isForwarded(read, { ...all, verbs: ['urn:saw'] })).toBe(false);
    expect(isForwarded(read, { ...all, activities: ['urn:course'] })).toBe(true);
    expect(isForwarded(read, { ...all, activities: ['urn:cours'] })).toBe(false);
    expect(isForwarded(read, { verbs: ['urn:saw'], activities: ['urn:course'] })).toBe(false);
  });

  test('a voiding statement whatever the filter', () => {
    const voiding: Statement = {
      actor: { mbox: 'mailto:ola@example.org' },
      verb: { id: 'http://adlnet.gov/expapi/verbs/voided' },
      object: { objectType: 'StatementRef', id: '6f1c4a7a-7f5a-4d4e-8f0d-2c1f7a0b9e11' },
    };
    expect(isForwarded(voiding, { verbs: ['urn:saw'], activities: ['urn:course'] })).toBe(true);
  });

  test('goes without what the other LRS sets itself', () => {
    const stored = { ...read, stored: '2026-11-21T10:00:00.000Z', authority: { mbox: 'mailto:lrs@example.org' } };
    expect(forwarded(stored)).toEqual(read);
  });
});

test('waiting grows, never beyond a quarter of an hour, and never to nothing', () => {
  const failures = fc.integer({ min: 1, max: 1000 });
  const chance = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(failures, chance, (times, luck) => {
      const wait = backOff(times, luck);
      expect(wait).toBeGreaterThanOrEqual(1000);
      expect(wait).toBeLessThanOrEqual(900_000);
      expect(backOff(times + 1, luck)).toBeGreaterThanOrEqual(wait);
    }),
  );
});
