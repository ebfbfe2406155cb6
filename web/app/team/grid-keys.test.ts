import { expect, test } from '@jest/globals';
import { placeAfter } from './grid-keys.js';

const end = { row: 27, column: 8 };
const from = (row: number, column: number) => (key: string, withControl?: boolean) =>
  placeAfter(key, withControl ?? false, { row, column }, end);

test('arrows move one cell and stop at the edges', () => {
  expect(from(3, 3)('ArrowDown')).toEqual({ row: 4, column: 3 });
  expect(from(27, 8)('ArrowDown')).toEqual({ row: 27, column: 8 });
  expect(from(0, 0)('ArrowLeft')).toEqual({ row: 0, column: 0 });
  expect(from(0, 7)('ArrowRight')).toEqual({ row: 0, column: 8 });
});

test('Home and End are of the row, with Control of the table', () => {
  expect(from(5, 4)('Home')).toEqual({ row: 5, column: 0 });
  expect(from(5, 4)('End', true)).toEqual(end);
});

test('Page Up and Page Down pass ten rows', () => {
  expect(from(5, 4)('PageUp')).toEqual({ row: 0, column: 4 });
  expect(from(5, 4)('PageDown')).toEqual({ row: 15, column: 4 });
});

test('other keys lead nowhere', () => {
  expect(from(5, 4)('a')).toBeNull();
});
