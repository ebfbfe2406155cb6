import { z } from 'zod';
import { daySchema } from './caller.js';
import { conversation } from './conversation.js';

export const requirementViewSchema = z.object({
  id: z.uuid(),
  competence: z.string(),
  role: z.object({ id: z.uuid(), name: z.string() }).nullable().describe('null: everybody who works here'),
  course: z.object({ id: z.uuid(), title: z.string() }),
  validMonths: z.number().int().nullable().describe('null: for good'),
  deadlineDays: z.number().int(),
  from: daySchema,
  to: daySchema.nullable(),
  /** People it applies to today, and how many of them have it fulfilled (expiring included). */
  people: z.number().int(),
  fulfilled: z.number().int(),
});
export type RequirementView = z.infer<typeof requirementViewSchema>;

export const roles = conversation({
  name: 'roles',
  summary: 'The roles of the municipality with how many hold each.',
  method: 'GET',
  path: '/api/roles',
  who: 'coordinator',
  answer: z.object({
    roles: z.array(z.object({ id: z.uuid(), name: z.string(), people: z.number().int() })),
    everybody: z.number().int(),
  }),
});

export const requirements = conversation({
  name: 'requirements',
  summary: 'The requirements in force or coming, by role and competence.',
  method: 'GET',
  path: '/api/requirements',
  who: 'coordinator',
  answer: z.object({ requirements: z.array(requirementViewSchema) }),
});

export const stateRequirement = conversation({
  name: 'stateRequirement',
  summary:
    'States that a role (or everybody) must have a competence, shown by a course in use. Reaches the people at once.',
  method: 'POST',
  path: '/api/requirements',
  who: 'coordinator',
  body: z.object({
    competence: z.string().trim().min(2).max(80),
    role: z.uuid().nullable(),
    course: z.uuid(),
    validMonths: z.number().int().min(1).max(120).nullable(),
    deadlineDays: z.number().int().min(0).max(730),
    from: daySchema.optional().describe('today unless said'),
  }),
  answer: requirementViewSchema,
  status: 201,
});

export const endRequirement = conversation({
  name: 'endRequirement',
  summary: 'Ends a requirement from a day on; what was fulfilled stays in the history.',
  method: 'DELETE',
  path: '/api/requirements/:requirement',
  who: 'coordinator',
  params: z.object({ requirement: z.uuid() }),
});
