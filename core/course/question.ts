import { z } from 'zod';
import { stableIdSchema } from './stable-id.js';

/** A letter by position within this version: a, b, c … */
const letterSchema = z.string().regex(/^[a-z]$/);

/** One alternative of a choice question. */
export const choiceSchema = z.object({
  id: letterSchema,
  text: z.string().min(1),
  correct: z.boolean(),
  feedback: z.string().optional(),
});
export type Choice = z.infer<typeof choiceSchema>;

/** One of the things to put in order or to match. Inline Markdown. */
const itemSchema = z.object({ id: letterSchema, text: z.string().min(1) });
export type Item = z.infer<typeof itemSchema>;

/** Something one may do in a situation: `feedback` is what comes of it, `to` the situation that follows. */
const stepSchema = z.object({
  id: letterSchema,
  text: z.string().min(1),
  feedback: z.string().optional(),
  to: stableIdSchema,
});
export type Step = z.infer<typeof stepSchema>;

/** A place in a scenario. Without steps it is an ending, and gives `points`. */
const situationSchema = z.object({
  /** Distinct within the scenario; `start` for the first one. */
  id: stableIdSchema,
  /** Inline Markdown; empty for the first one, which the question's prompt is the title of. */
  title: z.string(),
  /** Block Markdown. */
  text: z.string(),
  steps: z.array(stepSchema).max(6),
  points: z.number().int().min(0).max(10),
});
export type Situation = z.infer<typeof situationSchema>;

const questionBase = {
  id: stableIdSchema,
  /** Inline Markdown. */
  prompt: z.string().min(1),
  /** Block Markdown between the heading and the alternatives: the situation. */
  situation: z.string().optional(),
  /** Block Markdown shown to everyone who has answered. */
  explanation: z.string().optional(),
  /** Block Markdown, shown one by one to those who ask. */
  hints: z.array(z.string().min(1)).max(5).optional(),
  /** Points a hint takes from a right answer that comes after it; absent: none. */
  hintCost: z.number().int().min(1).max(10).optional(),
  points: z.number().int().min(1).max(10),
  tries: z.number().int().min(1).max(10),
};

/** Block Markdown for an answer that has no alternatives to say it under. */
const reactions = { whenRight: z.string().optional(), whenWrong: z.string().optional() };

const choices = {
  choices: z.array(choiceSchema).min(2).max(10),
  /** In an order of their own for each learner. */
  shuffle: z.literal(true).optional(),
};

export const questionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('single'), ...questionBase, ...choices }),
  z.object({ kind: z.literal('multiple'), ...questionBase, ...choices }),
  z.object({ kind: z.literal('true-false'), ...questionBase, ...reactions, answer: z.boolean() }),
  z.object({ kind: z.literal('fill-in'), ...questionBase, ...reactions, accepted: z.array(z.string().min(1)).min(1) }),
  /** `tolerance` is how far from the answer is still right, 0 for none; both in `unit`. */
  z.object({
    kind: z.literal('numeric'),
    ...questionBase,
    ...reactions,
    answer: z.number(),
    tolerance: z.number().min(0),
    unit: z.string().max(30).optional(),
    /** What the unit is called in the other editions: understood as well. */
    otherUnits: z.array(z.string().max(30)).max(5).optional(),
  }),
  /** `items` as they are shown, `order` the ids as they should be. */
  z.object({
    kind: z.literal('sequencing'),
    ...questionBase,
    ...reactions,
    items: z.array(itemSchema).min(2).max(10),
    order: z.array(letterSchema),
  }),
  /** Each item has one right target; a target may be right for several. Target ids are numbers by first use. */
  z.object({
    kind: z.literal('matching'),
    ...questionBase,
    ...reactions,
    items: z
      .array(itemSchema.extend({ target: z.string() }))
      .min(2)
      .max(10),
    targets: z
      .array(z.object({ id: z.string().regex(/^\d{1,2}$/), text: z.string().min(1) }))
      .min(2)
      .max(10),
  }),
  /** A way to choose: from the first situation to an ending, never in a ring. `points` are those of the best ending. */
  z.object({ kind: z.literal('scenario'), ...questionBase, situations: z.array(situationSchema).min(2).max(20) }),
]);
export type Question = z.infer<typeof questionSchema>;
export type QuestionOf<K extends Question['kind']> = Extract<Question, { kind: K }>;
