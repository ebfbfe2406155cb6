import { z } from 'zod';
import { stableIdSchema } from '../course/stable-id.js';
import { responseSchema } from './learner-event.js';

/** Ordered by `at`, then `id`. */
const occurrence = { id: z.string(), at: z.string() };

/**
 * Everything a learner has done in one registration. It only grows, and it is the same whatever order events arrive in
 * and however often: two devices, a broken line and a late delivery all end in one record. What is optional is absent
 * until it has happened: older records do not have it.
 */
export const learnerRecordSchema = z.object({
  /** When each lesson was opened for the first time. */
  opened: z.record(stableIdSchema, z.string()),
  answers: z.array(
    z.object({
      ...occurrence,
      question: stableIdSchema,
      response: responseSchema,
      /** The fraction of the points it got in an earlier version, before the question became another: never less than that. */
      worth: z.number().min(0).max(1).optional(),
    }),
  ),
  /** When each declaration was confirmed for the first time. */
  declared: z.record(stableIdSchema, z.string()),
  restarts: z.array(z.object(occurrence)),
  /** Where the learner was last. */
  place: z.object({ lesson: stableIdSchema, at: z.string() }).nullable(),
  hints: z.array(z.object({ ...occurrence, question: stableIdSchema, hint: z.number().int() })).optional(),
  /** When the sign-off of each practical task was asked for the last time. */
  requested: z.record(stableIdSchema, z.string()).optional(),
  /** For each practical task the first approval; until there is one, the last time a leader said not yet. */
  signed: z.record(stableIdSchema, z.object({ at: z.string(), by: z.string(), approved: z.boolean() })).optional(),
});
export type LearnerRecord = z.infer<typeof learnerRecordSchema>;
