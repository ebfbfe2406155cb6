import { z } from 'zod';

/**
 * The one record of a registration, whatever kind of package it runs: derived from statements, never goes backwards,
 * always recomputable. Instants are UTC with milliseconds; scores and progress are fractions.
 */
export const completionSchema = z.object({
  completed: z.boolean(),
  completedAt: z.string().nullable(),
  /** passed once is passed. */
  success: z.enum(['passed', 'failed', 'unknown']),
  scoreBest: z.number().min(-1).max(1).nullable(),
  scoreLast: z.number().min(-1).max(1).nullable(),
  /** When the last score was given: a later statement wins, whatever order they arrive in. */
  scoredAt: z.string().nullable(),
  progress: z.number().min(0).max(1),
  firstAt: z.string().nullable(),
  lastAt: z.string().nullable(),
});
export type Completion = z.infer<typeof completionSchema>;

export const noCompletion: Completion = {
  completed: false,
  completedAt: null,
  success: 'unknown',
  scoreBest: null,
  scoreLast: null,
  scoredAt: null,
  progress: 0,
  firstAt: null,
  lastAt: null,
};
