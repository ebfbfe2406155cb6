import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { firstPart } from './first-part.js';

test('the first part of a value is the beginning of its JSON, and all of it when there is room', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat(300), (value, most) => {
      const whole = JSON.stringify(JSON.parse(JSON.stringify(value)), null, 2);
      expect(firstPart(JSON.parse(whole), most)).toEqual({ text: whole.slice(0, most), isCut: whole.length > most });
    }),
  );
});

test('what lies behind the end is not written', () => {
  const list = Array.from({ length: 2_000_000 }, (_, index) => ({ index }));
  const before = performance.now();
  expect(firstPart(list, 8192).text).toHaveLength(8192);
  expect(performance.now() - before).toBeLessThan(100);
});
