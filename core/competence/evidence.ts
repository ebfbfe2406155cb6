import { dayInNorway } from '../contract/caller.js';
import type { Completion } from '../runtime/completion.js';
import type { AcceptedEvidence } from './requirement.js';

/** What a person can show, or is about to: one registration of a guide. */
export interface Evidence {
  kind: 'completion';
  course: string;
  /** The day it was done; null: under way. */
  on: string | null;
  /** How far a registration under way has come, 0 to 1 in whole hundredths; null when it is done. */
  progress: number | null;
  /** The day from which everybody is to take the guide again in a newer version; null or absent: it counts as it is. */
  redoFrom?: string | null;
}

/** The part of a completion that shows something. */
export type Shown = Pick<Completion, 'completed' | 'completedAt' | 'success' | 'progress'>;

/**
 * A package may report that a run was completed and failed: that shows nothing. `redoAt`: when a version came that everybody
 * is to take again, after the one that this was done in.
 */
export function evidenceOf(course: string, completion: Shown, redoAt: string | null = null): Evidence {
  const redoFrom = redoAt === null ? {} : { redoFrom: dayInNorway(redoAt) };
  const isDone = completion.completed && completion.completedAt !== null && completion.success !== 'failed';
  return isDone
    ? { kind: 'completion', course, on: dayInNorway(completion.completedAt ?? ''), progress: null, ...redoFrom }
    : { kind: 'completion', course, on: null, progress: Math.round(completion.progress * 100) / 100, ...redoFrom };
}

export function isAccepted(accepts: AcceptedEvidence[], evidence: Evidence): boolean {
  return accepts.some(({ kind, course }) => kind === evidence.kind && course === evidence.course);
}
