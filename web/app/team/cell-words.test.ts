import { expect, test } from '@jest/globals';
import { words } from '../words/nb/words.js';
import { cellWords, type Standing } from './cell-words.js';
import { sinceAndUntil, whatToDo } from './why.js';

const today = '2026-11-21';
const say = (standing: Standing) => {
  const { sign, text } = cellWords(standing, today, words);
  return `${sign} ${text}`;
};

test.each<[string, Standing]>([
  ['done til 2027', { state: 'fulfilled', validUntil: '2027-09-03' }],
  ['done til 30. des.', { state: 'fulfilled', validUntil: '2026-12-30' }],
  ['done i orden', { state: 'fulfilled' }],
  ['done fritatt', { state: 'exempt' }],
  ['soon går ut 14. jan.', { state: 'expiring', validUntil: '2027-01-14' }],
  ['urgent 12 dager over', { state: 'expired', validUntil: '2026-10-01', due: '2026-11-09' }],
  ['urgent 1 dag over', { state: 'missing', due: '2026-11-20' }],
  ['urgent 60 dager over', { state: 'missing', due: '2026-09-22' }],
  ['urgent 2 måneder over', { state: 'missing', due: '2026-09-21' }],
  ['urgent 2 år over', { state: 'missing', due: '2023-12-01' }],
  ['urgent mangler', { state: 'missing' }],
  ['open innen 3. feb.', { state: 'not-yet-due', due: '2027-02-03' }],
  ['open 40 %, innen 3. feb.', { state: 'not-yet-due', due: '2027-02-03', progress: 0.409 }],
  ['open ikke begynt', { state: 'not-yet-due' }],
])('%s', (said, standing) => {
  expect(say(standing)).toBe(said);
});

test('why an expired one is red: when it was done, and when it ran out', () => {
  const standing: Standing = { state: 'expired', on: '2025-11-09', validUntil: '2026-11-09' };
  expect(sinceAndUntil(standing, today, words)).toBe(
    'Fullført 9. november 2025. Gikk ut 9. november (for 12 dager siden).',
  );
  expect(whatToDo(standing, 'Brannvern', words)).toBe('Ta guiden «Brannvern» på nytt.');
});

test('why a missing one is red: that it was never done, and when it was due', () => {
  const standing: Standing = { state: 'missing', due: '2026-11-01', progress: 0.5 };
  expect(sinceAndUntil(standing, today, words)).toBe('Har begynt, og er 50 % ferdig. Fristen var 1. november.');
  expect(whatToDo(standing, null, words)).toBe(words.team.todo.ask);
});
