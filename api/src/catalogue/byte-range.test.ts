import { expect, test } from '@jest/globals';
import { byteRange } from './byte-range.js';

test.each([
  ['bytes=0-99', { start: 0, end: 99 }],
  ['bytes=0-', { start: 0, end: 999 }],
  ['bytes=990-2000', { start: 990, end: 999 }],
  ['bytes=-10', { start: 990, end: 999 }],
  ['bytes=-5000', { start: 0, end: 999 }],
  ['bytes=1000-', 'outside'],
  ['bytes=-0', 'outside'],
  ['bytes=5-2', null],
  ['bytes=0-1,5-6', null],
  ['bytes=-', null],
  ['lines=0-1', null],
  ['bytes=abc', null],
  [undefined, null],
])('%s of 1000 bytes', (header, part) => expect(byteRange(header, 1000)).toEqual(part));

test('an empty file has no part', () => expect(byteRange('bytes=-1', 0)).toBe('outside'));
