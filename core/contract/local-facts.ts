import { z } from 'zod';
import { factSchema } from '../course/facts.js';
import { stableIdSchema } from '../course/stable-id.js';
import { instantSchema } from './caller.js';
import { conversation } from './conversation.js';

const ofCourse = z.object({ course: z.uuid() });

export const localFacts = conversation({
  name: 'localFacts',
  summary: 'What a shared course asks the municipality to fill in, what is filled in, and who has changed it.',
  method: 'GET',
  path: '/api/catalogue/:course/facts',
  who: 'coordinator',
  params: ofCourse,
  answer: z.object({
    course: z.object({ id: z.uuid(), title: z.string(), inUse: z.boolean() }),
    facts: z.array(
      factSchema.extend({
        value: z.string().describe('empty: not filled in'),
        isMissing: z.boolean().describe('some language of the guide has nothing to show in its place'),
        alsoIn: z.array(z.string()).describe('other guides in use that show the same value, by title'),
      }),
    ),
    /** Latest first, fifty at most. */
    changes: z.array(z.object({ name: z.string(), value: z.string(), at: instantSchema, by: z.string() })),
  }),
});

/** A name has one value in a municipality, whichever guides show it. */
export const saveLocalFacts = conversation({
  name: 'saveLocalFacts',
  summary:
    'Fills in what a course asks for; an empty text takes the value away. 422 with every mistake, and nothing saved.',
  method: 'PUT',
  path: '/api/catalogue/:course/facts',
  who: 'coordinator',
  params: ofCourse,
  body: z.object({ values: z.record(stableIdSchema, z.string().max(2000)) }),
});
