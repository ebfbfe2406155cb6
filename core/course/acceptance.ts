import { z } from 'zod';

/** Somebody answers for publishing in spite of an error of `kurs check`. Shown with the version. */
export const acceptanceSchema = z.strictObject({
  /** The id of the rule. */
  rule: z.string().min(1).max(60),
  reason: z.string().trim().min(10).max(500),
  /** The name of the person. */
  by: z.string().trim().min(2).max(100),
  /** The day it was decided, `2026-11-21`. */
  date: z.iso.date(),
});
export type Acceptance = z.infer<typeof acceptanceSchema>;
