import type { ReadStatement } from '@kursdugnad/core/contract/statement-viewer.js';

/** The list on screen, and what has come since and waits to be shown. */
export interface LiveState {
  base: ReadStatement[];
  shown: ReadStatement[];
  waiting: ReadStatement[];
  /** More came at once than were asked for: the list has a hole until it is read again. */
  hasHole: boolean;
  /** Where to ask on from. */
  since: string;
}

export type Told =
  | { kind: 'came'; statements: ReadStatement[]; since: string; isAll: boolean; isFollowing: boolean }
  /** Those that wait are asked for. */
  | { kind: 'show' }
  | { kind: 'read'; base: ReadStatement[]; since: string };

/** Beyond this the list is read again: nobody reads further down while new ones come in at the top. */
export const mostShown = 200;

export function startOf({ base, since }: { base: ReadStatement[]; since: string }): LiveState {
  return { base, shown: base, waiting: [], hasHole: false, since };
}

export function afterTold(state: LiveState, told: Told): LiveState {
  switch (told.kind) {
    case 'read':
      return startOf(told);
    case 'show':
      return { ...state, shown: together(state.waiting, state.shown), waiting: [] };
    case 'came': {
      const known = new Set([...state.shown, ...state.waiting].map(({ id }) => id));
      const fresh = told.statements.filter(({ id }) => !known.has(id));
      const waiting = fresh.length === 0 ? state.waiting : together(fresh, state.waiting);
      const next = { ...state, waiting, since: told.since, hasHole: state.hasHole || !told.isAll };
      return told.isFollowing && waiting.length > 0 ? afterTold(next, { kind: 'show' }) : next;
    }
  }
}

/** Latest first; what was stored in the same millisecond stays as it came. */
function together(one: ReadStatement[], other: ReadStatement[]): ReadStatement[] {
  return [...one, ...other].sort((a, b) => (a.stored < b.stored ? 1 : a.stored > b.stored ? -1 : 0));
}
