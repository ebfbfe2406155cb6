import type { LearnerEvent } from '@kursdugnad/core/runtime/learner-event.js';
import type { LearnerRecord } from '@kursdugnad/core/runtime/learner-record.js';

/** What became of the events that were sent. */
export type Report =
  /** The other side has read them. One that is neither accepted nor refused is sent again. */
  | { kind: 'read'; accepted: string[]; refused: { id: string; reason: string }[]; record: LearnerRecord | null }
  /** Nobody there, or too busy: try again in a while. */
  | { kind: 'unreachable' }
  | { kind: 'signed-out' }
  /** Not understood as a whole. Trying the same again soon is of no use, but nothing is thrown away. */
  | { kind: 'rejected' };

/** Takes events to whoever keeps the learner's record: one implementation for each world a guide can live in. */
export type Reporter = (events: LearnerEvent[]) => Promise<Report>;
