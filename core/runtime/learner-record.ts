import { z } from 'zod';
import { stableIdSchema } from '../course/course.js';
import { responseSchema } from './learner-event.js';

/**
 * Everything a learner has done in one registration. It only grows, and it is the same whatever order events arrive in
 * and however often: two devices, a broken line and a late delivery all end in one record.
 */
export const learnerRecordSchema = z.object({
  /** When each lesson was opened for the first time. */
  opened: z.record(stableIdSchema, z.string()),
  /** Ordered by `at`, then `id`. */
  answers: z.array(z.object({ id: z.string(), at: z.string(), question: stableIdSchema, response: responseSchema })),
  /** When each declaration was confirmed for the first time. */
  declared: z.record(stableIdSchema, z.string()),
  /** Ordered as answers. */
  restarts: z.array(z.object({ id: z.string(), at: z.string() })),
  /** Where the learner was last. */
  place: z.object({ lesson: stableIdSchema, at: z.string() }).nullable(),
});
export type LearnerRecord = z.infer<typeof learnerRecordSchema>;
