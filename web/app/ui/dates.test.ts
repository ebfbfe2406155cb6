import { expect, test } from '@jest/globals';
import { words as en } from '../words/en/words.js';
import { words as nb } from '../words/nb/words.js';
import { words as nn } from '../words/nn/words.js';
import { dateIn, dayInWords, daysBetween, hourInNorway, momentIn } from './dates.js';

const today = '2026-11-21';

test('a date has its year only when it is another year', () => {
  expect(dateIn(nb, '2026-02-03', today)).toBe('3. februar');
  expect(dateIn(nn, '2026-02-03', today)).toBe('3. februar');
  expect(dateIn(nb, '2027-02-03', today)).toBe('3. februar 2027');
  expect(dateIn(en, '2027-02-03', today)).toBe('3 February 2027');
});

test.each([
  ['2026-11-21', 'i dag', 'i dag', 'today'],
  ['2026-11-22', 'i morgen', 'i morgon', 'tomorrow'],
  ['2026-11-20', 'i går', 'i går', 'yesterday'],
  ['2026-11-26', 'om 5 dager', 'om 5 dagar', 'in 5 days'],
  ['2026-11-09', 'for 12 dager siden', 'for 12 dagar sidan', '12 days ago'],
  ['2026-12-05', 'om 14 dager', 'om 14 dagar', 'in 14 days'],
  ['2026-12-06', '6. desember', '6. desember', 'on 6 December'],
  ['2027-01-06', '6. januar 2027', '6. januar 2027', 'on 6 January 2027'],
])('%s is %s, %s, %s', (day, bokmaal, nynorsk, english) => {
  expect([nb, nn, en].map((words) => dayInWords(words, day, today))).toEqual([bokmaal, nynorsk, english]);
});

test('days are counted across the change to summer time and over leap days', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
  expect(daysBetween('2026-11-21', '2026-11-20')).toBe(-1);
});

test('moments and hours are those of Norway', () => {
  expect(hourInNorway('2026-11-21T23:30:00.000Z')).toBe(0);
  expect(hourInNorway('2026-07-01T06:00:00.000Z')).toBe(8);
  expect(momentIn(nb, '2026-11-21T16:04:05.000Z')).toMatch(/21\. november.*17[.:]04/);
});
