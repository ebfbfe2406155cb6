import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Piece, rowAt, rowWindow } from './row-window.js';

const rowsIn = (pieces: Piece[]) => pieces.flatMap((piece) => ('row' in piece ? [piece.row] : []));

test('rows on screen are drawn, and gaps are as high as what they stand for', () => {
  const world = fc.record({
    heights: fc.array(fc.integer({ min: 20, max: 300 }), { minLength: 1, maxLength: 400 }),
    from: fc.integer({ min: -500, max: 60_000 }),
    tall: fc.integer({ min: 0, max: 2_000 }),
    kept: fc.option(fc.nat(399)),
  });
  fc.assert(
    fc.property(world, ({ heights, from, tall, kept }) => {
      const count = heights.length;
      const height = (row: number) => heights[row] ?? 0;
      const to = from + tall;
      const pieces = rowWindow({ count, height, from, to, kept });
      const rows = rowsIn(pieces);
      const drawn = pieces.reduce((sum, piece) => sum + ('row' in piece ? height(piece.row) : piece.gap), 0);
      expect(drawn).toBe(heights.reduce((sum, one) => sum + one, 0));
      expect(rows).toEqual([...rows].sort((a, b) => a - b));
      for (let row = rowAt(from, count, height); row <= rowAt(to, count, height); row++) expect(rows).toContain(row);
      if (kept !== null && kept < count) expect(rows).toContain(kept);
    }),
  );
});

test('few rows are drawn of many', () => {
  const pieces = rowWindow({ count: 1_500, height: () => 40, from: 20_000, to: 20_800, kept: 3 });
  expect(rowsIn(pieces)[0]).toBe(3);
  expect(rowsIn(pieces).length).toBeLessThan(45);
});
