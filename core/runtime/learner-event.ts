import { z } from 'zod';
import { stableIdSchema } from '../course/course.js';

const occurrence = {
  /** Made where the event happened; the same id sent twice is the same event. */
  id: z.uuid(),
  /** UTC, milliseconds: 2026-11-21T17:04:05.123Z. */
  at: z.iso.datetime({ precision: 3 }),
};

/** A choice question answers with choice ids, a fill-in with one text. */
export const responseSchema = z.array(z.string().max(500)).max(26);
export type LearnerResponse = z.infer<typeof responseSchema>;

/** What a learner does in one of our guides, in every world: own pages, packages, offline. */
export const learnerEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('opened'), ...occurrence, lesson: stableIdSchema }),
  z.object({ kind: z.literal('answered'), ...occurrence, question: stableIdSchema, response: responseSchema }),
  z.object({ kind: z.literal('declared'), ...occurrence, declaration: stableIdSchema }),
  /** Take the questions again after a result below the pass mark; what was read stays read. */
  z.object({ kind: z.literal('restarted'), ...occurrence }),
]);
export type LearnerEvent = z.infer<typeof learnerEventSchema>;
export type LearnerEventOf<K extends LearnerEvent['kind']> = Extract<LearnerEvent, { kind: K }>;
