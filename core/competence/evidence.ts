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
}

/** The part of a completion that shows something. */
export type Shown = Pick<Completion, 'completed' | 'completedAt' | 'success' | 'progress'>;

/** A package may report that a run was completed and failed: that shows nothing. */
export function evidenceOf(course: string, completion: Shown): Evidence {
  const isDone = completion.completed && completion.completedAt !== null && completion.success !== 'failed';
  return isDone
    ? { kind: 'completion', course, on: dayInNorway(completion.completedAt ?? ''), progress: null }
    : { kind: 'completion', course, on: null, progress: Math.round(completion.progress * 100) / 100 };
}

export function isAccepted(accepts: AcceptedEvidence[], evidence: Evidence): boolean {
  return accepts.some(({ kind, course }) => kind === evidence.kind && course === evidence.course);
}
