import { expect, test } from '@jest/globals';
import type { ReadStatement } from '@kursdugnad/core/contract/statement-viewer.js';
import { words } from '../words/nb/words.js';
import { durationIn, resultOf, sentenceOf, sourceOf } from './statement-words.js';

const statement: ReadStatement = {
  id: '1',
  stored: '2026-11-21T10:00:00.000Z',
  who: { name: 'Per', code: '', filter: null, isOurs: false },
  verb: { id: 'http://adlnet.gov/expapi/verbs/passed', text: 'besto' },
  what: { kind: 'activity', text: 'Brannvern', id: 'https://example.org' },
  percent: 85,
  success: true,
  completion: null,
  registration: null,
  source: { id: 'abc', label: 'Fagsystemet' },
};

test('a statement is one plain sentence', () => {
  expect(sentenceOf(statement, words)).toBe('Per besto «Brannvern»');
  const who = { name: null, code: '3f2a', filter: '1', isOurs: true };
  const what = { kind: 'statement' as const, text: '42', id: '42' };
  const verb = { id: 'v', text: 'trakk tilbake' };
  expect(sentenceOf({ ...statement, who, what, verb }, words)).toBe('Ansatt …3f2a trakk tilbake et annet utsagn');
});

test('a result says what there is', () => {
  expect(resultOf(statement, words)).toBe('85 %, bestått');
  expect(resultOf({ ...statement, percent: null, success: false, completion: true }, words)).toBe(
    'ikke bestått, fullført',
  );
  expect(resultOf({ ...statement, percent: null, success: null, completion: false }, words)).toBe('');
});

test('a source has its name as long as there is one', () => {
  expect(sourceOf(statement.source, words)).toBe('Fagsystemet');
  expect(sourceOf({ id: 'abc', label: null }, words)).toBe('nøkkelen abc');
  expect(sourceOf({ id: 'kursdugnad', label: null }, words)).toBe('Kursdugnad selv');
});

test.each([
  ['PT4M', '4 min'],
  ['PT1H0M30.25S', '1 t 0 min 30 s'],
  ['P1DT2H', 'P1DT2H'],
])('%s is %s', (duration, said) => {
  expect(durationIn(duration, words)).toBe(said);
});
