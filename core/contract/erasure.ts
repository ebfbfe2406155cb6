import { z } from 'zod';
import { conversation } from './conversation.js';

/** How much of somebody there is: what is deleted, and what stays without telling whose it was. */
export const erasureCountsSchema = z.object({
  /** Stay, under an account that nobody has. */
  statements: z.number().int(),
  /** State and profile documents in the LRS. Deleted. */
  documents: z.number().int(),
  /** Files that only these statements had. Deleted. */
  attachments: z.number().int(),
  /** Runs of courses. Stay in the numbers of the courses, without telling whose they were. */
  registrations: z.number().int(),
  /** Requirements that applied. Deleted: the person is in no team any longer. */
  fulfilments: z.number().int(),
  /** Deleted. */
  mails: z.number().int(),
  /** Deleted. */
  employments: z.number().int(),
});
export type ErasureCounts = z.infer<typeof erasureCountsSchema>;

const personSchema = z.object({ id: z.uuid(), name: z.string(), email: z.string() });
const onePerson = z.object({ person: z.uuid() });

export const findPeople = conversation({
  name: 'findPeople',
  summary: 'People of the municipality whose name or e-mail holds this text, by name; twenty at most.',
  method: 'GET',
  path: '/api/people',
  who: 'administrator',
  query: z.object({ q: z.string().trim().min(2).max(100) }),
  answer: z.object({ people: z.array(personSchema.extend({ unit: z.string().nullable() })) }),
});

export const tryErasure = conversation({
  name: 'tryErasure',
  summary: 'What erasing a person would do. Nothing is changed.',
  method: 'GET',
  path: '/api/people/:person/erasure',
  who: 'administrator',
  params: onePerson,
  answer: z.object({ person: personSchema, counts: erasureCountsSchema }),
});

export const erasePerson = conversation({
  name: 'erasePerson',
  summary:
    'Erases a person for good: statements and course runs lose their name, all else goes. Logged without the name.',
  method: 'DELETE',
  path: '/api/people/:person',
  who: 'administrator',
  params: onePerson,
  answer: z.object({ counts: erasureCountsSchema }),
});
