import { expect, test } from '@jest/globals';
import { askedOf, hasFilters, searchIn } from './catalogue-search.js';

test('the address becomes what api hears; what is not understood is left out', () => {
  const search = searchIn(new URLSearchParams('?sok=brann&sprak=nn&lisens=GPL&minutter=10&ibruk=nei&emne='));
  expect(askedOf(search)).toEqual({ q: 'brann', language: 'nn', maxMinutes: 10, inUse: 'no' });
  expect(hasFilters(search)).toBe(true);
  expect(hasFilters(searchIn(new URLSearchParams('?sok=brann')))).toBe(false);
  expect(askedOf(searchIn(new URLSearchParams('?minutter=7&ibruk=toString')))).toEqual({});
});
