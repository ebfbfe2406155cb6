import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { maySee } from './sharing.js';

const municipality = fc.record({ orgnr: fc.constantFrom('1', '2', '3'), region: fc.constantFrom('Sør', 'Nord') });

test('sharing is mutual, at home always, and goes no further than the region', () => {
  fc.assert(
    fc.property(municipality, municipality, (one, other) => {
      expect(maySee(one, one)).toBe(true);
      expect(maySee(one, other)).toBe(maySee(other, one));
      if (one.orgnr !== other.orgnr) expect(maySee(one, other)).toBe(one.region === other.region);
    }),
  );
});
