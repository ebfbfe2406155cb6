import { z } from 'zod';

/** A stable id: written once in the Markdown, never changed. Lower-case ASCII, digits and hyphens. */
export const stableIdSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60);

export const languages = ['nb', 'nn', 'en'] as const;
export const languageSchema = z.enum(languages);
export type Language = z.infer<typeof languageSchema>;

export const licences = ['CC-BY-4.0', 'CC-BY-SA-4.0', 'CC-BY-ND-4.0', 'CC0-1.0'] as const;
export const licenceSchema = z.enum(licences);
export type Licence = z.infer<typeof licenceSchema>;

export const calloutTones = ['husk', 'tips', 'viktig', 'eksempel'] as const;

/** One alternative of a choice question. `id` is its letter by position within this version: a, b, c … */
export const choiceSchema = z.object({
  id: z.string().regex(/^[a-z]$/),
  text: z.string().min(1),
  correct: z.boolean(),
  feedback: z.string().optional(),
});
export type Choice = z.infer<typeof choiceSchema>;

const questionBase = {
  id: stableIdSchema,
  /** Inline Markdown. */
  prompt: z.string().min(1),
  /** Block Markdown between the heading and the alternatives: the situation. */
  situation: z.string().optional(),
  /** Block Markdown shown to everyone who has answered. */
  explanation: z.string().optional(),
  points: z.number().int().min(1).max(10),
  tries: z.number().int().min(1).max(10),
};

export const questionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('single'), ...questionBase, choices: z.array(choiceSchema).min(2).max(10) }),
  z.object({ kind: z.literal('multiple'), ...questionBase, choices: z.array(choiceSchema).min(2).max(10) }),
  z.object({
    kind: z.literal('fill-in'),
    ...questionBase,
    accepted: z.array(z.string().min(1)).min(1),
    whenRight: z.string().optional(),
    whenWrong: z.string().optional(),
  }),
]);
export type Question = z.infer<typeof questionSchema>;

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

export const blockSchema = z.discriminatedUnion('kind', [
  /** One paragraph, list, table, quotation or sub-heading, as Markdown. */
  z.object({ kind: z.literal('text'), id: stableIdSchema, markdown: z.string().min(1) }),
  z.object({ kind: z.literal('callout'), id: stableIdSchema, tone: z.enum(calloutTones), markdown: z.string().min(1) }),
  /** `src` is a path below the course folder; `alt` is empty only for decoration. */
  z.object({
    kind: z.literal('figure'),
    id: stableIdSchema,
    src: z.string(),
    alt: z.string(),
    caption: z.string().optional(),
  }),
  z.object({
    kind: z.literal('video'),
    id: stableIdSchema,
    src: z.string(),
    alt: z.string(),
    caption: z.string().optional(),
    captions: z.array(z.object({ language: languageSchema, src: z.string() })),
    /** The film in words, plain text. */
    transcript: z.string().optional(),
  }),
  z.object({ kind: z.literal('question'), id: stableIdSchema, question: questionSchema }),
  z.object({ kind: z.literal('declaration'), id: stableIdSchema, declaration: declarationSchema }),
]);
export type Block = z.infer<typeof blockSchema>;

export const lessonSchema = z.object({ id: stableIdSchema, title: z.string().min(1), blocks: z.array(blockSchema) });
export type Lesson = z.infer<typeof lessonSchema>;

/** The guide in one language. Lessons, questions, declarations and choices have the same ids in every edition. */
export const editionSchema = z.object({
  language: languageSchema,
  title: z.string().min(1).max(80),
  summary: z.string().min(1).max(300),
  sources: z.array(z.string()),
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
  media: z.array(mediaFileSchema),
});
export type Course = z.infer<typeof courseSchema>;
