import { z } from 'zod';
import { acceptanceSchema } from './acceptance.js';
import { readingBlocks } from './blocks.js';
import { factSchema } from './facts.js';
import { languages, languageSchema, type Language } from './language.js';
import { questionSchema } from './question.js';
import { stableIdSchema } from './stable-id.js';

export { languages, languageSchema, stableIdSchema, type Language };
export { calloutTones } from './blocks.js';
export type { Choice, Question } from './question.js';

export const licences = ['CC-BY-4.0', 'CC-BY-SA-4.0', 'CC-BY-ND-4.0', 'CC0-1.0'] as const;
export const licenceSchema = z.enum(licences);
export type Licence = z.infer<typeof licenceSchema>;

/** Something the learner confirms by name and date. Neither right nor wrong; required for completion. */
export const declarationSchema = z.object({
  id: stableIdSchema,
  title: z.string().min(1),
  /** Block Markdown: what is declared. */
  text: z.string().min(1),
  /** Inline Markdown beside the tick box. */
  confirm: z.string().min(1),
});
export type Declaration = z.infer<typeof declarationSchema>;

/** Something to think or write about for oneself. Nothing of it is sent anywhere, and nothing waits for it. */
export const reflectionSchema = z.object({
  id: stableIdSchema,
  /** Inline Markdown. */
  prompt: z.string().min(1),
  /** Block Markdown. */
  text: z.string().optional(),
});
export type Reflection = z.infer<typeof reflectionSchema>;

/** Something to do at work, which a leader signs off. Required for completion. */
export const practicalTaskSchema = z.object({
  id: stableIdSchema,
  /** Inline Markdown. */
  title: z.string().min(1),
  /** Block Markdown: what to do, and what the leader looks for. */
  text: z.string().min(1),
});
export type PracticalTask = z.infer<typeof practicalTaskSchema>;

export const blockSchema = z.discriminatedUnion('kind', [
  ...readingBlocks,
  z.object({ kind: z.literal('question'), id: stableIdSchema, question: questionSchema }),
  z.object({ kind: z.literal('declaration'), id: stableIdSchema, declaration: declarationSchema }),
  z.object({ kind: z.literal('reflection'), id: stableIdSchema, reflection: reflectionSchema }),
  z.object({ kind: z.literal('practical'), id: stableIdSchema, task: practicalTaskSchema }),
]);
export type Block = z.infer<typeof blockSchema>;

export const lessonSchema = z.object({
  id: stableIdSchema,
  title: z.string().min(1),
  blocks: z.array(blockSchema),
  /** How many of its questions each learner is asked, drawn at random; absent: all. */
  draw: z.number().int().min(1).optional(),
});
export type Lesson = z.infer<typeof lessonSchema>;

/** The guide in one language. Lessons, questions, declarations and choices have the same ids in every edition. */
export const editionSchema = z.object({
  language: languageSchema,
  title: z.string().min(1).max(80),
  summary: z.string().min(1).max(300),
  sources: z.array(z.string()),
  /** What each municipality says for itself; absent: nothing. */
  facts: z.array(factSchema).optional(),
  /** What stands before the first lesson. */
  introduction: z.array(blockSchema),
  lessons: z.array(lessonSchema).min(1),
});
export type Edition = z.infer<typeof editionSchema>;

/** `path` below the course folder, `/` between, lower-case ASCII; `hash` is SHA-256 in hex; `bytes` its size. */
export const mediaFileSchema = z.object({
  path: z.string(),
  hash: z.string().length(64),
  bytes: z.number().int().min(0),
  type: z.string(),
});
export type MediaFile = z.infer<typeof mediaFileSchema>;

/** The one content model. `editions[0]` is the main language. */
export const courseSchema = z.object({
  slug: stableIdSchema,
  minutes: z.number().int().min(1).max(120),
  licence: licenceSchema,
  publisher: z.string().min(1),
  topics: z.array(z.string()).min(1).max(5),
  /** Fraction of the points that passes, 0 < p ≤ 1; absent: no pass mark. */
  passMark: z.number().gt(0).max(1).optional(),
  /** Proposed validity of a completion, in months. */
  validMonths: z.number().int().min(1).max(120).optional(),
  editions: z.array(editionSchema).min(1),
  /** The errors it was published in spite of; absent: none. */
  accepted: z.array(acceptanceSchema).optional(),
  media: z.array(mediaFileSchema),
});
export type Course = z.infer<typeof courseSchema>;
