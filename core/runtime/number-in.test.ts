import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { numberIn, unitsOf } from './number-in.js';

test.each([
  ['37,5', '37.5'],
  ['37.5', '37.5'],
  [' 1 000 ', '1000'],
  ['1\u00a0000,5', '1000.5'],
  ['−4', '-4'],
  ['+4', '4'],
  ['4 °C', '4'],
  ['4°c', '4'],
  ['4 grader celsius', '4'],
  [',5', '.5'],
])('%s is %s', (text, number) => {
  expect(numberIn(text, ['°C', 'grader Celsius', 'C'])).toBe(number);
});

test.each(['', '4 grader', '1.000,5', '1,2,3', '1e3', 'Infinity', '--4', '1'.repeat(30)])('%s is no number', (text) => {
  expect(numberIn(text, ['°C', 'grader Celsius', 'C'])).toBeNull();
});

test('whatever is written, the answer is a number that reads the same again, or null', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.float({ noNaN: true }).map(String)), (text) => {
      const number = numberIn(text);
      if (number === null) return;
      expect(Number.isFinite(Number(number))).toBe(true);
      expect(numberIn(number)).toBe(number);
    }),
  );
});

test('a unit is understood as every language of the guide writes it', () => {
  const question = { kind: 'numeric', id: 'a', prompt: 'b', points: 1, tries: 1, answer: 3, tolerance: 0 } as const;
  const units = unitsOf({ ...question, unit: 'timar', otherUnits: ['timer', 'hours'] });
  expect(['3 timar', '3 timer', '3 Hours', '3 dagar'].map((text) => numberIn(text, units))).toEqual([
    '3',
    '3',
    '3',
    null,
  ]);
});
