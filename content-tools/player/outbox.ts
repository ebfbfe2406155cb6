import type { LearnerEvent } from '@kursdugnad/core/runtime/learner-event.js';

/** What the learner has done and nobody has confirmed yet. */
export interface Outbox {
  /** Ordered by `at`, then `id`. */
  pending(): LearnerEvent[];
  /** Returns when the event is on the device, or in memory where the device keeps nothing. */
  add(event: LearnerEvent): void;
  remove(ids: string[]): void;
  /** Whether all that is pending survives that the page is closed. */
  isKept(): boolean;
  /** Whether a storage key is one of this outbox's: another tab has written. */
  owns(key: string | null): boolean;
}

/** One key for each event: two tabs can write at the same time, and neither loses what the other wrote. */
export function outbox(registration: string | null, storage: Storage | null): Outbox {
  const prefix = `kursdugnad:${registration}:`;
  const shelf = registration === null ? null : storage;
  const memory = new Map<string, LearnerEvent>();
  return {
    pending: () => [...stored(shelf, prefix), ...memory.values()].sort(byTime),
    add: (event) => {
      if (!kept(shelf, prefix + event.id, JSON.stringify(event))) memory.set(event.id, event);
    },
    remove: (ids) => {
      for (const id of ids) {
        memory.delete(id);
        shelf?.removeItem(prefix + id);
      }
    },
    isKept: () => memory.size === 0,
    owns: (key) => key === null || key.startsWith(prefix),
  };
}

/** The device's storage, or null where the browser refuses it. */
export function deviceStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** False when the storage is full or refuses: some browsers have it, but with no room. */
function kept(shelf: Storage | null, key: string, text: string): boolean {
  try {
    shelf?.setItem(key, text);
    return shelf !== null;
  } catch {
    return false;
  }
}

function stored(shelf: Storage | null, prefix: string): LearnerEvent[] {
  if (!shelf) return [];
  const keys = Array.from({ length: shelf.length }, (_, index) => shelf.key(index));
  return keys.flatMap((key) => (key?.startsWith(prefix) ? eventFrom(shelf.getItem(key)) : []));
}

/** What is not readable was not written by us; the server judges the rest. */
function eventFrom(text: string | null): LearnerEvent[] {
  try {
    const event = JSON.parse(text ?? '') as LearnerEvent;
    return typeof event.id === 'string' && typeof event.at === 'string' && 'kind' in event ? [event] : [];
  } catch {
    return [];
  }
}

function byTime(a: LearnerEvent, b: LearnerEvent): number {
  return a.at < b.at || (a.at === b.at && a.id < b.id) ? -1 : 1;
}
