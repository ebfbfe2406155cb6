import { z } from 'zod';
import { courseSchema, languageSchema, stableIdSchema } from '../course/course.js';
import { fulfilmentStates } from '../competence/states.js';
import { learnerEventSchema } from '../runtime/learner-event.js';
import { learnerRecordSchema } from '../runtime/learner-record.js';
import { daySchema, instantSchema } from './caller.js';
import { conversation } from './conversation.js';

export const courseCardSchema = z.object({
  id: z.uuid(),
  slug: stableIdSchema,
  title: z.string(),
  summary: z.string(),
  minutes: z.number().int(),
  languages: z.array(languageSchema),
});
export type CourseCard = z.infer<typeof courseCardSchema>;

/** Why a person has to take a guide: which requirement asks for it, and through what. */
export const becauseSchema = z.object({
  requirement: z.uuid(),
  competence: z.string(),
  /** The role that carries the requirement; null: everybody who works here. */
  role: z.string().nullable(),
  unit: z.string(),
});

export const myGuideSchema = z.object({
  course: courseCardSchema,
  because: becauseSchema.nullable(),
  state: z.enum(fulfilmentStates).nullable().describe('null when nothing requires the guide'),
  due: daySchema.nullable(),
  validUntil: daySchema.nullable(),
  completedOn: daySchema.nullable(),
  registration: z
    .object({ id: z.uuid(), progress: z.number().min(0).max(1), lastAt: instantSchema, completed: z.boolean() })
    .nullable(),
});
export type MyGuide = z.infer<typeof myGuideSchema>;

export const myGuides = conversation({
  name: 'myGuides',
  summary: 'The guides a person owes, has done, and may take; what needs attention first.',
  method: 'GET',
  path: '/api/me/guides',
  who: 'learner',
  answer: z.object({
    waiting: z.array(myGuideSchema).describe('required and not fulfilled, or expiring: most urgent first'),
    done: z.array(myGuideSchema).describe('fulfilled or completed, latest first'),
    open: z.array(myGuideSchema).describe('other guides in use in the municipality, by title'),
  }),
});

/** What a learner should know who goes on in a newer version. */
const newsSchema = z.object({
  /** Lessons, questions, declarations and practical tasks that have come, and that are to be done again. */
  added: z.number().int(),
  redo: z.number().int(),
});
export type News = z.infer<typeof newsSchema>;

export const startGuide = conversation({
  name: 'startGuide',
  summary:
    'Opens a registration on the current version, or answers the one that is under way, carried over to that version.',
  method: 'POST',
  path: '/api/registrations',
  who: 'learner',
  body: z.object({ course: z.uuid() }),
  answer: z.object({ registration: z.uuid() }),
  status: 201,
});

export const guide = conversation({
  name: 'guide',
  summary: 'One registration: the version it is bound to and all that the learner has done in it.',
  method: 'GET',
  path: '/api/registrations/:registration',
  who: 'learner',
  params: z.object({ registration: z.uuid() }),
  answer: z.object({
    registration: z.uuid(),
    course: courseSchema.describe('as drawn for this learner: only the questions that are asked'),
    courseId: z.uuid(),
    version: z.object({ number: z.number().int(), hash: z.string() }),
    newer: z.boolean().describe('a newer version waits: start the guide again to go on in it'),
    news: newsSchema
      .nullable()
      .describe('what has come since the version the learner was last in; null once they have gone on'),
    record: learnerRecordSchema,
    facts: z.record(z.string(), z.string()).describe('what the municipality has filled in, by name'),
    completedOn: daySchema.nullable(),
  }),
});

export const recordEvents = conversation({
  name: 'recordEvents',
  summary:
    'Stores what the learner did. An event that is there already is accepted again and changes nothing; one that cannot belong to this version is refused by id with a reason; the others are stored all the same.',
  method: 'POST',
  path: '/api/registrations/:registration/events',
  who: 'learner',
  params: z.object({ registration: z.uuid() }),
  body: z.object({ events: z.array(learnerEventSchema).min(1).max(200) }),
  answer: z.object({
    accepted: z.array(z.uuid()),
    refused: z.array(z.object({ id: z.uuid(), reason: z.string() })),
    record: learnerRecordSchema,
    version: z.string().describe('the address of the version that the record is of'),
  }),
});
