import { expect, test } from '@jest/globals';
import { Kept } from './kept.js';

test('the one that nobody has asked for in the longest time goes first', () => {
  const kept = new Kept<number>(2);
  kept.keep('a', 1);
  kept.keep('b', 2);
  expect(kept.get('a')).toBe(1);
  kept.keep('c', 3);
  expect(['a', 'b', 'c'].map((key) => kept.get(key))).toEqual([1, undefined, 3]);
});
