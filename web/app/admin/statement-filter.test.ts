import { expect, test } from '@jest/globals';
import { addressOf, askedOf, filterIn, isNarrowed, noFilter } from './statement-filter.js';

const filter = {
  ...noFilter,
  person: 'Kari & Per',
  verb: 'http://adlnet.gov/expapi/verbs/passed',
  registrering: '6B9A3BE6-0000-4000-8000-000000000001',
  til: '2026-11-21T17:04',
};

test('every state of the filter has an address', () => {
  const address = addressOf(filter, '12.ab');
  expect(filterIn(new URL(address, 'http://x').searchParams)).toEqual(filter);
  expect(address).toContain('sted=12.ab');
  expect(addressOf(noFilter)).toBe('/administrasjon/utsagn');
  expect(isNarrowed(noFilter)).toBe(false);
});

test('api hears it in its own words', () => {
  expect(askedOf(filter)).toEqual({
    notUnderstood: [],
    asked: {
      person: 'Kari & Per',
      verb: 'http://adlnet.gov/expapi/verbs/passed',
      registration: '6b9a3be6-0000-4000-8000-000000000001',
      until: '2026-11-21T16:04:59.999Z',
    },
  });
});

test('what cannot be used is named and left out', () => {
  const wrong = { ...noFilter, verb: 'besto', registrering: '42', fra: 'i går', aktivitet: 'Brannvern' };
  expect(askedOf(wrong)).toEqual({ notUnderstood: ['verb', 'aktivitet', 'registrering', 'fra'], asked: {} });
});
