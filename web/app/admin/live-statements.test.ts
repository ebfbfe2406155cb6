import { expect, test } from '@jest/globals';
import type { ReadStatement } from '@kursdugnad/core/contract/statement-viewer.js';
import { afterTold, type LiveState, startOf } from './live-statements.js';

const at = (second: number) => `2026-11-21T10:00:${String(second).padStart(2, '0')}.000Z`;
const statement = (id: string, second: number) => ({ id, stored: at(second) }) as ReadStatement;
const came = (statements: ReadStatement[], isFollowing: boolean, isAll = true) =>
  ({ kind: 'came', statements, since: at(50), isAll, isFollowing }) as const;
const ids = (list: ReadStatement[]) => list.map(({ id }) => id).join(' ');

const start: LiveState = startOf({ base: [statement('b', 2), statement('a', 1)], since: at(3) });

test('whoever reads is left alone: what comes waits until it is asked for', () => {
  const state = afterTold(start, came([statement('c', 3)], false));
  expect(ids(state.shown)).toBe('b a');
  expect(state.shown).toBe(start.shown);
  expect(ids(state.waiting)).toBe('c');
  const later = afterTold(afterTold(state, came([statement('d', 4), statement('c', 3)], false)), { kind: 'show' });
  expect([ids(later.shown), later.waiting.length, later.since]).toEqual(['d c b a', 0, at(50)]);
});

test('who stands at the top sees it come, with what waited', () => {
  const state = afterTold(afterTold(start, came([statement('c', 3)], false)), came([statement('d', 4)], true));
  expect([ids(state.shown), state.waiting.length]).toEqual(['d c b a', 0]);
});

test('none is there twice, and one that was stored late finds its place', () => {
  const state = afterTold(start, came([statement('c', 3), statement('b', 2)], true));
  expect(ids(state.shown)).toBe('c b a');
  expect(ids(afterTold(state, came([statement('x', 2)], true)).shown)).toBe('c x b a');
});

test('more than were asked for leaves a hole until the list is read again', () => {
  const state = afterTold(start, came([statement('z', 9)], true, false));
  expect(state.hasHole).toBe(true);
  expect(afterTold(state, { kind: 'read', base: [], since: at(51) })).toEqual(startOf({ base: [], since: at(51) }));
});
