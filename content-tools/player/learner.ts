import type { LearnerEvent } from '@kursdugnad/core/runtime/learner-event.js';
import type { LearnerRecord } from '@kursdugnad/core/runtime/learner-record.js';
import { recorded } from '@kursdugnad/core/runtime/recording.js';
import type { Outbox } from './outbox.js';

/** The learner's record as far as this page knows: what the server has confirmed, and what it has not heard yet. */
export interface Learner {
  record(): LearnerRecord;
  /** The server's answer. What it refused is taken back. */
  confirmed(record: LearnerRecord | null, refused: string[]): void;
}

/** `version`: the one the page shows. What was done in another waits for the server, who knows what it is worth in this. */
export function learner(known: LearnerRecord, outbox: Outbox, version?: string): Learner {
  let base = known;
  // Everything seen here stays in the record even when another tab has sent it and our own answer is older than that.
  const seen = new Map<string, LearnerEvent>();
  return {
    record: () => {
      for (const event of outbox.pending())
        if (event.version === undefined || event.version === version) seen.set(event.id, event);
      return [...seen.values()].reduce(recorded, base);
    },
    confirmed: (record, refused) => {
      base = record ?? base;
      for (const id of refused) seen.delete(id);
    },
  };
}

/** A new event's id and time: after everything it follows, also where another device's clock is ahead of this one. */
export function occurrence(record: LearnerRecord, now: number): { id: string; at: string } {
  const last = [...record.answers, ...record.restarts].reduce((latest, { at }) => (at > latest ? at : latest), '');
  const after = last === '' ? 0 : Date.parse(last) + 1;
  return { id: newId(), at: new Date(Math.max(now, after)).toISOString() };
}

/** A random UUID, also on a page without https, where browsers have no `randomUUID`. */
export function newId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-');
}
