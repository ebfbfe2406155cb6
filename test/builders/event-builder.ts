import type { RecordEvent } from '@kursdugnad/core/runtime/learner-event.js';
import type { LearnerRecord } from '@kursdugnad/core/runtime/learner-record.js';
import { emptyRecord, recorded } from '@kursdugnad/core/runtime/recording.js';

type Happening = RecordEvent extends infer E ? (E extends RecordEvent ? Omit<E, 'id' | 'at'> : never) : never;

/** A record in which these things happened, one a minute from ten o'clock on the third of February. */
export function aRecord(...happenings: Happening[]): LearnerRecord {
  return happenings.reduce((record, happening, index) => {
    const number = String(index).padStart(2, '0');
    const occurrence = { id: `00000000-0000-4000-9000-0000000000${number}`, at: `2026-02-03T10:${number}:00.000Z` };
    return recorded(record, { ...happening, ...occurrence });
  }, emptyRecord);
}

export const opened = (lesson: string) => ({ kind: 'opened', lesson }) as const;
export const answered = (question: string, ...response: string[]) =>
  ({ kind: 'answered', question, response }) as const;
export const declared = (declaration: string) => ({ kind: 'declared', declaration }) as const;
export const restarted = { kind: 'restarted' } as const;
export const hinted = (question: string, hint: number) => ({ kind: 'hinted', question, hint }) as const;
export const requested = (task: string) => ({ kind: 'requested', task }) as const;
export const signed = (task: string, by: string, approved: boolean) =>
  ({ kind: 'signed', task, by, approved }) as const;
