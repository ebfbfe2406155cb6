import { describe, expect, test } from '@jest/globals';
import { AddressNotAllowed, isPublicAddress, lookupOutside, targetUrl } from './allowed-address.js';

describe('where statements may be sent', () => {
  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '::1',
    '::',
  ])('%s is inside', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
  test.each([
    'fe80::1',
    'fd12::1',
    '::ffff:10.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::a00:1',
    '2002:a00:1::1',
    'ff02::1',
    'x',
  ])('%s is inside, or no address of anybody’s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
  test.each(['8.8.8.8', '172.32.0.1', '2a00:1450::1'])('%s is outside', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  test.each([true, false])('a name that leads inside is refused at the moment of connecting (all: %s)', async (all) => {
    const fault = await new Promise((resolve) => {
      lookupOutside('localhost', { all }, resolve);
    });
    expect(fault).toBeInstanceOf(AddressNotAllowed);
  });

  test.each([
    ['https://lrs.example.no/xapi/', 'https://lrs.example.no/xapi'],
    ['https://lrs.example.no/xapi/statements', 'https://lrs.example.no/xapi'],
    ['https://lrs.example.no:8443', 'https://lrs.example.no:8443'],
    ['https://8.8.8.8/xapi', 'https://8.8.8.8/xapi'],
    // However the address is written, the machine's own is the machine's own.
    ['https://2130706433/xapi', null],
    ['https://0x7f.1/xapi', null],
    ['https://localhost/xapi', null],
    ['http://127.0.0.1:3000/xapi', null],
    ['https://lrs.example.no/xapi?key=1', null],
  ])('%s is kept as %s', (given, kept) => {
    expect(targetUrl(given, false)).toBe(kept);
  });

  test('a demo may send to this machine, and nowhere else without https', () => {
    expect(targetUrl('http://127.0.0.1:3000/xapi', true)).toBe('http://127.0.0.1:3000/xapi');
    expect(targetUrl('http://lrs.example.no/xapi', true)).toBeNull();
    expect(targetUrl('https://10.0.0.1/xapi', true)).toBeNull();
  });
});
