import { describe, expect, test } from '@jest/globals';
import { dice } from './dice.js';
import { cast } from './plan.js';
import { demoRegion } from './region.js';
import { staff } from './staff.js';

describe.each(demoRegion)('the staff of $name', (municipality) => {
  test('are as many as it says, and each is there once: PostgreSQL takes no row twice', () => {
    const rows = staff(municipality, cast, dice(1), '2026-11-21');
    expect(rows).toHaveLength(municipality.people);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(municipality.people);
  });
});
