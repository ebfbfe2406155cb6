import type { LearnerRecord } from './learner-record.js';
import { taskState } from './standing.js';

/** A practical task whose sign-off is asked for and not yet answered. `at`: when it was asked for last. */
export interface SignOffAsked {
  task: string;
  at: string;
}

/** What waits for a leader in one registration, what has waited longest first. */
export function signOffsAsked(record: LearnerRecord): SignOffAsked[] {
  return Object.entries(record.requested ?? {})
    .filter(([task]) => taskState(record, task) === 'requested')
    .map(([task, at]) => ({ task, at }))
    .sort((a, b) => (a.at < b.at || (a.at === b.at && a.task < b.task) ? -1 : 1));
}

/** Since when something has waited for a leader; null where nothing does. */
export function signOffAskedAt(record: LearnerRecord): string | null {
  return signOffsAsked(record)[0]?.at ?? null;
}
