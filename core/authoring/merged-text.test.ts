import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { lineDiff } from './line-diff.js';
import { mergedText, type TextChange, textChanges } from './merged-text.js';

/** Few different lines, so that many are the same. */
const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 14 }).map((lines) => lines.join('\n'));

const applied = (from: string, changes: TextChange[]) =>
  [...changes].reverse().reduce((now, { from: at, to, insert }) => now.slice(0, at) + insert + now.slice(to), from);

describe('what differs between two texts', () => {
  test('is all that differs, in order', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [a, b] = [one.split('\n'), other.split('\n')];
        let [at, otherAt] = [0, 0];
        for (const hunk of lineDiff(a, b)) {
          expect(a.slice(at, hunk.from)).toEqual(b.slice(otherAt, hunk.otherFrom));
          [at, otherAt] = [hunk.to, hunk.otherTo];
        }
        expect(a.slice(at)).toEqual(b.slice(otherAt));
      }),
    );
  });

  test('is as little as can be', () => {
    expect(lineDiff(['a', 'b', 'c', 'd'], ['a', 'c', 'x', 'd'])).toEqual([
      { from: 1, to: 2, otherFrom: 1, otherTo: 1 },
      { from: 3, to: 3, otherFrom: 2, otherTo: 3 },
    ]);
  });

  test('makes the one from the other', () => {
    fc.assert(
      fc.property(text, text, (from, to) => applied(from, textChanges(from, to)) === to),
      { numRuns: 500 },
    );
  });
});

describe('two changes of one text', () => {
  const base = 'En.\n\nTo.\n\nTre.\n';

  test('in different places become one', () => {
    expect(mergedText(base, 'En!\n\nTo.\n\nTre.\n', 'En.\n\nTo.\n\nTre!\n\nFire.\n')).toBe(
      'En!\n\nTo.\n\nTre!\n\nFire.\n',
    );
  });

  test('in the same place are for people to settle', () => {
    expect(mergedText(base, 'En!\n\nTo.\n\nTre.\n', 'En?\n\nTo.\n\nTre.\n')).toBeNull();
    expect(mergedText(base, 'En.\nNy\n\nTo.\n\nTre.\n', 'En.\nAnnen\n\nTo.\n\nTre.\n')).toBeNull();
  });

  test('that are the same are one', () => {
    fc.assert(fc.property(text, text, (before, after) => mergedText(before, after, after) === after));
  });

  test('of which one is none give the other', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(mergedText(before, after, before)).toBe(after);
        expect(mergedText(before, before, after)).toBe(after);
      }),
    );
  });

  test('give the same whoever comes first, and lose no line that somebody wrote', () => {
    fc.assert(
      fc.property(text, text, text, (before, mine, theirs) => {
        const merged = mergedText(before, mine, theirs);
        expect(mergedText(before, theirs, mine)).toBe(merged);
        if (merged === null) return;
        const onlyAdds = (after: string) =>
          lineDiff(before.split('\n'), after.split('\n')).every(({ from, to }) => from === to);
        if (!onlyAdds(mine) || !onlyAdds(theirs)) return;
        const count = (of: string, line: string) => of.split('\n').filter((one) => one === line).length;
        for (const line of ['a', 'b', 'c'])
          expect(count(merged, line)).toBeGreaterThanOrEqual(Math.max(count(mine, line), count(theirs, line)));
      }),
      { numRuns: 500 },
    );
  });
});
