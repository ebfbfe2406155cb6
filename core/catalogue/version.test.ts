import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addressText, filesOf, isUnchanged, nextNumber, sourceText } from './version.js';

const hash = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });
const files = fc.uniqueArray(fc.record({ path: fc.string({ minLength: 1 }), hash }), { selector: ({ path }) => path });

test('the same files give the same source whatever their order, and another set another', () => {
  fc.assert(
    fc.property(files, files, (some, others) => {
      expect(sourceText([...some].reverse())).toBe(sourceText(some));
      const same = JSON.stringify(filesOf(sourceText(some))) === JSON.stringify(filesOf(sourceText(others)));
      expect(sourceText(some) === sourceText(others)).toBe(same);
    }),
  );
});

test('numbers grow by one, and only with the source', () => {
  const first = { number: nextNumber(null), hash: 'a', source: 'x' };
  expect(first.number).toBe(1);
  expect(isUnchanged(null, 'x')).toBe(false);
  expect(isUnchanged(first, 'x')).toBe(true);
  expect(isUnchanged(first, 'y')).toBe(false);
  expect(nextNumber(first)).toBe(2);
});

test('an address is that of one course, one history and one source', () => {
  const first = { number: 1, hash: 'a', source: 'x' };
  const third = { number: 3, hash: 'c', source: 'x' };
  const all = [
    addressText('course', null, 'x'),
    addressText('other', null, 'x'),
    addressText('course', null, 'y'),
    addressText('course', first, 'x'),
    addressText('course', third, 'x'),
  ];
  expect(new Set(all).size).toBe(all.length);
  expect(addressText('course', { ...first }, 'x')).toBe(addressText('course', first, 'x'));
});
