import { expect, test } from '@jest/globals';
import { accepted, chosenLanguage } from './language.server.js';
import { wayBack } from './way-back.server.js';

test.each([
  ['nn-NO,nn;q=0.9,no;q=0.8,en;q=0.5', 'nn'],
  ['no', 'nb'],
  ['de, en-GB;q=0.4', 'en'],
  ['en;q=0.3, nb;q=0.9', 'nb'],
  ['nn;q=0, en', 'en'],
  ['', 'nb'],
  ['*', 'nb'],
])('a browser that asks for %j gets %s', (header, language) => {
  expect(accepted(header)).toBe(language);
});

test('what was chosen goes before what the browser asks for', () => {
  const headers = { cookie: 'session=x; sprak=nn', 'accept-language': 'en' };
  expect(chosenLanguage(new Request('https://kurs.example/', { headers }))).toBe('nn');
});

test.each([
  ['/guide/1/alarmen?sprak=nn#royk', '/guide/1/alarmen?sprak=nn#royk'],
  ['//evil.example/', '/'],
  ['/\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['https://evil.example/', '/'],
  ['', '/'],
  [null, '/'],
])('a form that asks to go to %j goes to %j', (asked, address) => {
  expect(wayBack(asked, '/')).toBe(address);
});
