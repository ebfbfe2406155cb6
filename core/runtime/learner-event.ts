import { z } from 'zod';
import { stableIdSchema } from '../course/stable-id.js';

const occurrence = {
  /** Made where the event happened; the same id sent twice is the same event. */
  id: z.uuid(),
  /** UTC, milliseconds: 2026-11-21T17:04:05.123Z. */
  at: z.iso.datetime({ precision: 3 }),
  /** The version of the guide it happened in, by its address; absent: the one the registration is bound to. */
  version: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
};

/**
 * Choices: the ids taken. `true` or `false`. One text, or one number with a point. Sequencing: all ids in the order given.
 * Matching: `a.2`, item and target, for every item. Scenario: the letters chosen, from the first situation on; an answer
 * that has not come to an ending is a walk under way.
 */
export const responseSchema = z.array(z.string().max(500)).max(26);
export type LearnerResponse = z.infer<typeof responseSchema>;

/** What a learner does in one of our guides, in every world: own pages, packages, offline. */
export const learnerEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('opened'), ...occurrence, lesson: stableIdSchema }),
  z.object({ kind: z.literal('answered'), ...occurrence, question: stableIdSchema, response: responseSchema }),
  /** A hint that costs points was opened: the first is 1. */
  z.object({
    kind: z.literal('hinted'),
    ...occurrence,
    question: stableIdSchema,
    hint: z.number().int().min(1).max(5),
  }),
  z.object({ kind: z.literal('declared'), ...occurrence, declaration: stableIdSchema }),
  /** The learner has done a practical task and asks a leader to sign it off. */
  z.object({ kind: z.literal('requested'), ...occurrence, task: stableIdSchema }),
  /** Take the questions again after a result below the pass mark; what was read stays read. */
  z.object({ kind: z.literal('restarted'), ...occurrence }),
]);
export type LearnerEvent = z.infer<typeof learnerEventSchema>;
export type LearnerEventOf<K extends LearnerEvent['kind']> = Extract<LearnerEvent, { kind: K }>;

/**
 * A leader's word on a practical task: approved, or not yet. Never among what a learner may send. `by` is the leader's
 * account, as in the actor of statements.
 */
export const signOffSchema = z.object({
  kind: z.literal('signed'),
  ...occurrence,
  task: stableIdSchema,
  by: z.string().min(1),
  approved: z.boolean(),
});
export type SignOff = z.infer<typeof signOffSchema>;

/** All that a learner's record is made of. */
export type RecordEvent = LearnerEvent | SignOff;
