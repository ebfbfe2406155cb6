import { expect, test } from '@jest/globals';
import { addressWith, askedOf, exportAddress, filterIn, isNarrowed } from './completion-filter.js';

const filter = filterIn(new URLSearchParams('?krav=k1&status=over-fristen&navn= kari &sorter=navn&rute=x'));

test('an address is read and written the same', () => {
  expect(addressWith(filter, {})).toBe('?krav=k1&status=over-fristen&navn=kari&sorter=navn');
  expect(filterIn(new URLSearchParams(addressWith(filter, {})))).toEqual(filter);
  expect(addressWith(filter, { krav: '', status: '', navn: '', sorter: 'haster-forst' })).toBe('?');
});

test('what is not understood is left out', () => {
  expect(filterIn(new URLSearchParams('?status=toString&sorter=alder'))).toMatchObject({
    status: '',
    sorter: 'haster-forst',
  });
  expect(isNarrowed(filterIn(new URLSearchParams('?sorter=navn')))).toBe(false);
});

test('api is asked for the same, and the file is of exactly that', () => {
  expect(askedOf(filter)).toEqual({ requirement: 'k1', states: 'expired,missing', name: 'kari', sort: 'name' });
  expect(exportAddress('u1', filter, 'csv')).toBe(
    '/api/teams/u1/export?requirement=k1&states=expired%2Cmissing&name=kari&sort=name&format=csv',
  );
});
