import { expect, test } from '@jest/globals';
import type { MyGuide } from '@kursdugnad/core/contract/learn.js';
import { words } from '../words/nb/words.js';
import { becauseOf, guideStatus } from './guide-status.js';

const today = '2026-11-21';
const nothing = { state: null, due: null, validUntil: null, registration: null };
const underWay: MyGuide['registration'] = {
  id: '0b1f2a6e-0000-4000-8000-000000000001',
  progress: 0.4,
  lastAt: '2026-11-20T08:00:00.000Z',
  completed: false,
};

test.each([
  ['urgent', 'Gikk ut i går', { state: 'expired', validUntil: '2026-11-20' }],
  ['urgent', 'Fristen var for 12 dager siden', { state: 'missing', due: '2026-11-09' }],
  ['soon', 'Går ut 10. januar 2027', { state: 'expiring', validUntil: '2027-01-10' }],
  ['urgent', 'Frist om 7 dager', { state: 'not-yet-due', due: '2026-11-28' }],
  ['open', 'Frist om 8 dager', { state: 'not-yet-due', due: '2026-11-29' }],
  ['done', 'Ferdig', { state: 'fulfilled' }],
  ['done', 'Du er fritatt', { state: 'exempt' }],
  ['open', 'Ikke begynt', {}],
  ['soon', 'Begynt', { registration: underWay }],
  ['done', 'Ferdig', { registration: { ...underWay, progress: 1, completed: true } }],
] as const)('%s: %s', (sign, text, facts) => {
  expect(guideStatus({ ...nothing, ...facts }, today, words)).toEqual({ sign, text });
});

test.each([
  [null, 'fordi alle i Solvik kommune skal ha den'],
  ['Helsefagarbeider', 'fordi du er helsefagarbeider'],
  ['NAV-veileder', 'fordi du er NAV-veileder'],
])('%s: %s', (role, sentence) => {
  const because = {
    requirement: '0b1f2a6e-0000-4000-8000-000000000002',
    competence: 'Brannvern',
    role,
    unit: 'Solbakken',
  };
  expect(becauseOf({ because }, 'Solvik kommune', words)).toBe(sentence);
});

test('a guide nobody asks for has no reason', () => {
  expect(becauseOf({ because: null }, 'Solvik kommune', words)).toBeNull();
});
