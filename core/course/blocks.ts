import { z } from 'zod';
import { languageSchema } from './language.js';
import { stableIdSchema } from './stable-id.js';

export const calloutTones = ['husk', 'tips', 'viktig', 'eksempel'] as const;

const id = stableIdSchema;
const markdown = z.string().min(1);

/** Something shown from the course folder: `src` is a path below it; `alt` is empty only for decoration. */
const media = { id, src: z.string(), alt: z.string(), caption: z.string().optional() };

/** The blocks that are read and not answered. Their ids are the same in every edition, and outlive edits and moves. */
export const readingBlocks = [
  /** One paragraph, list, piece of code or sub-heading, as Markdown. */
  z.object({ kind: z.literal('text'), id, markdown }),
  z.object({ kind: z.literal('callout'), id, tone: z.enum(calloutTones), markdown }),
  /** Text that is unfolded by those who want it. `title` is inline Markdown. */
  z.object({ kind: z.literal('folding'), id, title: z.string().min(1), markdown }),
  /** A word and what it means. `name` is what links in this edition call it: `[avviket](#avvik)`. */
  z.object({ kind: z.literal('word'), id, name: stableIdSchema, title: z.string().min(1), markdown }),
  /** A procedure. Each step is block Markdown. */
  z.object({ kind: z.literal('steps'), id, title: z.string().min(1), steps: z.array(markdown).min(1) }),
  /** `rowHeaders`: the first column says what each row is about. `caption` is inline Markdown. */
  z.object({ kind: z.literal('table'), id, caption: z.string().optional(), rowHeaders: z.boolean(), markdown }),
  /** `source` is inline Markdown: who said it, and where. */
  z.object({ kind: z.literal('quote'), id, markdown, source: z.string().optional() }),
  /** A file to take away. `caption` says what it is for; its size and format stand in the course's `media`. */
  z.object({
    kind: z.literal('download'),
    id,
    src: z.string(),
    title: z.string().min(1),
    caption: z.string().optional(),
  }),
  z.object({ kind: z.literal('figure'), ...media }),
  z.object({
    kind: z.literal('video'),
    ...media,
    captions: z.array(z.object({ language: languageSchema, src: z.string() })),
    /** The film in words, plain text. */
    transcript: z.string().optional(),
  }),
  z.object({ kind: z.literal('audio'), ...media, transcript: z.string().optional() }),
] as const;
