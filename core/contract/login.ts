import { z } from 'zod';
import { languageSchema } from '../course/course.js';
import { callerSchema } from './caller.js';
import { conversation } from './conversation.js';

export const whoAmI = conversation({
  name: 'whoAmI',
  summary: 'The person signed in, with municipality, rights and language.',
  method: 'GET',
  path: '/api/me',
  who: 'signed-in',
  answer: callerSchema.extend({
    units: z.array(z.object({ id: z.uuid(), name: z.string() })).describe('units the person leads'),
  }),
});

export const chooseLanguage = conversation({
  name: 'chooseLanguage',
  summary: 'Keeps the language of the interface for the person signed in.',
  method: 'PUT',
  path: '/api/me/language',
  who: 'signed-in',
  body: z.object({ language: languageSchema }),
});

export const demoPeople = conversation({
  name: 'demoPeople',
  summary: 'Whom one may sign in as in the demo region. Empty when the server is not a demo.',
  method: 'GET',
  path: '/api/demo/people',
  who: 'anyone',
  answer: z.object({
    people: z.array(
      z.object({
        person: z.uuid(),
        name: z.string(),
        municipality: z.string(),
        role: z.string(),
        unit: z.string(),
        /** The main thing this person is here to show. */
        as: z.enum(['learner', 'leader', 'author', 'coordinator', 'administrator']),
      }),
    ),
  }),
});

export const signInAsDemo = conversation({
  name: 'signInAsDemo',
  summary: 'Opens a session as a demo person; 404 when the server is not a demo.',
  method: 'POST',
  path: '/api/session',
  who: 'anyone',
  body: z.object({ person: z.uuid() }),
  answer: z.object({ token: z.string().describe('the session cookie value'), seconds: z.number().int() }),
  status: 201,
});

export const signOut = conversation({
  name: 'signOut',
  summary: 'Ends the session.',
  method: 'DELETE',
  path: '/api/session',
  who: 'signed-in',
});
