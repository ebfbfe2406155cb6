import { z } from 'zod';
import { redoSchema, versionChangeSchema } from '../catalogue/version-changes.js';
import { acceptanceSchema } from '../course/acceptance.js';
import { courseSchema, languageSchema, licenceSchema } from '../course/course.js';
import { instantSchema, orgnrSchema } from './caller.js';
import { conversation } from './conversation.js';
import { courseCardSchema } from './learn.js';

export const catalogueItemSchema = courseCardSchema.extend({
  licence: licenceSchema,
  publisher: z.string().describe('as the guide names it'),
  municipality: z.object({ orgnr: orgnrSchema, name: z.string() }).describe('whose course it is'),
  topics: z.array(z.string()),
  version: z.number().int(),
  publishedAt: instantSchema,
  /** How many municipalities have it in use. */
  users: z.number().int(),
  /** Whether the caller's municipality has it in use; its own courses are in use once published. */
  inUse: z.boolean(),
});
export type CatalogueItem = z.infer<typeof catalogueItemSchema>;

export const searchCatalogue = conversation({
  name: 'searchCatalogue',
  summary: 'What the region shares, filtered; best match first, then by title.',
  method: 'GET',
  path: '/api/catalogue',
  who: 'signed-in',
  query: z.object({
    q: z.string().max(200).optional().describe('words in title, summary, topics, publisher'),
    topic: z.string().max(60).optional(),
    language: languageSchema.optional(),
    licence: licenceSchema.optional(),
    publisher: z.string().max(120).optional(),
    maxMinutes: z.coerce.number().int().min(1).max(120).optional(),
    inUse: z.enum(['yes', 'no']).optional(),
  }),
  answer: z.object({
    items: z.array(catalogueItemSchema),
    /** What the filters may be set to, over all that is shared. */
    topics: z.array(z.string()),
    publishers: z.array(z.string()),
  }),
});

const oneCourse = z.object({ course: z.uuid() });
const versionSchema = z.object({
  number: z.number().int(),
  hash: z.string(),
  publishedAt: instantSchema,
  by: z.string(),
  note: z.string(),
  /** What is new since the version before, but for what is only put in other words. */
  changes: z.array(versionChangeSchema),
  redo: redoSchema.describe('what the author wanted done again'),
});

export const catalogueCourse = conversation({
  name: 'catalogueCourse',
  summary: 'One shared course: what it is, its versions, its lessons.',
  method: 'GET',
  path: '/api/catalogue/:course',
  who: 'signed-in',
  params: oneCourse,
  answer: z.object({
    item: catalogueItemSchema,
    versions: z.array(versionSchema),
    lessons: z.array(z.string()),
    questions: z.number().int(),
    passMark: z.number().nullable(),
    validMonths: z.number().int().nullable(),
    sources: z.array(z.string()),
    accepted: z.array(acceptanceSchema).describe('the errors it was published in spite of'),
    localFacts: z.object({
      count: z.number().int().describe('how many things each municipality fills in'),
      missing: z.array(z.string()).describe('what this one must fill in before the course is used, in words'),
    }),
  }),
});

export const lookThrough = conversation({
  name: 'lookThrough',
  summary: 'The current version as a learner would see it; nothing is saved.',
  method: 'GET',
  path: '/api/catalogue/:course/content',
  who: 'signed-in',
  params: oneCourse,
  answer: z.object({
    course: courseSchema,
    version: z.object({ number: z.number().int(), hash: z.string() }),
    facts: z.record(z.string(), z.string()).describe('what the municipality has filled in, by name'),
  }),
});

/**
 * `/api/versions/<hash>/` and then the path of the file as the version lists it (`media/dor.svg`). Answers 206 to a
 * `Range` of a film; `ETag` is the hash of the file.
 */
export const courseMedia = conversation({
  name: 'courseMedia',
  summary: 'A picture, film or attachment of a version; its path as the version lists it.',
  method: 'GET',
  path: '/api/versions/:hash/media/*',
  who: 'signed-in',
  params: z.object({ hash: z.string(), '*': z.string() }),
  answers: 'application/octet-stream',
});

export const adopt = conversation({
  name: 'adopt',
  summary: 'Takes a shared course into use in the municipality. Doing it again changes nothing.',
  method: 'PUT',
  path: '/api/adoptions/:course',
  who: 'coordinator',
  params: oneCourse,
});

export const leaveOff = conversation({
  name: 'leaveOff',
  summary: 'Takes a course out of use; 409 while a requirement asks for it.',
  method: 'DELETE',
  path: '/api/adoptions/:course',
  who: 'coordinator',
  params: oneCourse,
});

export const publishCourse = conversation({
  name: 'publishCourse',
  summary:
    'Publishes a course folder (zip). 422 with every mistake and nothing stored when it has any; unchanged content makes no new version.',
  method: 'POST',
  path: '/api/courses',
  who: 'author',
  takes: 'application/zip',
  query: z.object({
    note: z.string().max(500).default(''),
    redo: z
      .string()
      .max(10_000)
      .regex(/^(all|[a-z0-9-]+(,[a-z0-9-]+)*)?$/)
      .optional()
      .describe(
        'what is to be done again: `all`, ids with a comma between, or empty; left out: what the machine proposes',
      ),
  }),
  answer: z.object({
    course: z.object({ id: z.uuid(), slug: z.string(), title: z.string() }),
    version: z.object({ number: z.number().int(), hash: z.string() }),
    unchanged: z.boolean(),
    warnings: z.number().int(),
    changes: z.array(versionChangeSchema).describe('since the version before'),
    redo: redoSchema.describe('what is to be done again'),
  }),
});

export const courseUseSchema = z.object({
  municipality: z.string(),
  registrations: z.number().int(),
  completed: z.number().int(),
  /** Mean of the best scores, 0 to 1; null with fewer than five, whose mean would tell about somebody. */
  meanScore: z.number().nullable(),
});

export const myCourses = conversation({
  name: 'myCourses',
  summary: 'The courses the municipality has published.',
  method: 'GET',
  path: '/api/courses',
  who: 'author',
  answer: z.object({
    courses: z.array(catalogueItemSchema.extend({ registrations: z.number().int(), completed: z.number().int() })),
  }),
});

export const courseUse = conversation({
  name: 'courseUse',
  summary: 'How one of our courses goes: versions, who uses it, and how its questions are answered. Numbers only.',
  method: 'GET',
  path: '/api/courses/:course/use',
  who: 'author',
  params: oneCourse,
  answer: z.object({
    item: catalogueItemSchema,
    versions: z.array(versionSchema.extend({ registrations: z.number().int(), completed: z.number().int() })),
    use: z.array(courseUseSchema),
    /** Answers to each question, over all; only where at least five have answered. */
    questions: z.array(
      z.object({
        id: z.string(),
        prompt: z.string(),
        answers: z.number().int(),
        rightFirst: z.number().min(0).max(1).nullable(),
      }),
    ),
  }),
});
