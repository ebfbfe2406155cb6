import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isSameStatement } from './equal.js';
import type { Statement } from './statement.js';
import { isInstant, utc } from './values.js';

const aStatement = (overrides: object = {}): Statement => ({
  actor: { mbox: 'mailto:a@example.org' },
  verb: { id: 'https://example.org/v' },
  object: { id: 'https://example.org/a' },
  ...overrides,
});

const shuffled = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(shuffled)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, inner]) => [key, shuffled(inner)]),
        )
      : value;

test('the order of keys says nothing, other extensions do', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.webUrl(), fc.jsonValue(), { minKeys: 1 }), (extensions) => {
      const one = aStatement({ result: { extensions, success: true } });
      expect(isSameStatement(one, shuffled(JSON.parse(JSON.stringify(one))) as Statement)).toBe(true);
      const other = aStatement({ result: { extensions: { ...extensions, 'urn:more': 1 }, success: true } });
      expect(isSameStatement(one, other)).toBe(false);
    }),
  );
});

test.each<[string, object, object, boolean]>([
  ['what the LRS sets', {}, { stored: '2026-01-01T00:00:00Z', authority: { mbox: 'mailto:l@example.org' } }, true],
  ['a timestamp that one has', {}, { timestamp: '2026-01-01T00:00:00Z' }, true],
  ['the same instant', { timestamp: '2026-01-01T01:00:00+01:00' }, { timestamp: '2026-01-01T00:00:00.000Z' }, true],
  ['another instant', { timestamp: '2026-01-01T01:00:00Z' }, { timestamp: '2026-01-01T00:00:00Z' }, false],
  ['a description', { verb: { id: 'https://example.org/v', display: { en: 'did' } } }, {}, true],
  ['a default written out', { actor: { objectType: 'Agent', mbox: 'mailto:a@example.org' } }, {}, true],
  ['another actor', { actor: { mbox: 'mailto:b@example.org' } }, {}, false],
  ['another result', { result: { success: true } }, { result: { success: false } }, false],
  [
    'one context activity as a list',
    { context: { contextActivities: { parent: { id: 'urn:a' } } } },
    { context: { contextActivities: { parent: [{ id: 'urn:a' }] } } },
    true,
  ],
])('%s', (_, one, other, isSame) => {
  expect(isSameStatement(aStatement(one), aStatement(other))).toBe(isSame);
  expect(isSameStatement(aStatement(other), aStatement(one))).toBe(isSame);
});

test('every form of an instant becomes the same UTC text', () => {
  for (const form of [
    '2026-11-21T10:00:00.5Z',
    '2026-11-21T11:00:00,500+01:00',
    '2026-11-21t11:00:00.5+01',
    '2026-11-21T11:00:00.500+0100',
  ])
    expect([form, isInstant(form, '1.0.3'), utc(form)]).toEqual([form, true, '2026-11-21T10:00:00.500Z']);
  expect(utc('2026-11-21T10:00:00')).toBe('2026-11-21T10:00:00.000Z');
  expect(utc('2026-11-21T10:00')).toBe('2026-11-21T10:00:00.000Z');
  expect(utc('2016-12-31T23:59:60Z')).toBe('2016-12-31T23:59:59.000Z');
});
