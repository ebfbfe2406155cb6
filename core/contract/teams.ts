import { z } from 'zod';
import { stableIdSchema } from '../course/stable-id.js';
import { fulfilmentStates } from '../competence/states.js';
import { daySchema, instantSchema } from './caller.js';
import { conversation } from './conversation.js';

const unitSchema = z.object({ id: z.uuid(), name: z.string() });

/** One person × one competence. `r` is the place of the column in the table's list. Absent means not known. */
export const cellSchema = z.object({
  r: z.number().int(),
  /** Which of the column's requirements it is: a place in its `ids`, the first unless said. */
  q: z.number().int().optional(),
  state: z.enum(fulfilmentStates),
  due: daySchema.optional(),
  validUntil: daySchema.optional(),
  /** The day it was last fulfilled. */
  on: daySchema.optional(),
  /** Of a registration under way, 0 to 1. */
  progress: z.number().optional(),
});
export type Cell = z.infer<typeof cellSchema>;

export const teamFilterSchema = z.object({
  /** Only this requirement. */
  requirement: z.uuid().optional(),
  /** Only people with a cell in one of these states: "expired,missing". */
  states: z.string().optional(),
  /** Part of a name. */
  name: z.string().max(100).optional(),
  sort: z.enum(['attention', 'name', 'role', 'unit']).default('attention'),
});
export type TeamFilter = z.output<typeof teamFilterSchema>;

export const teamPersonRowSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  role: z.string(),
  unit: z.string(),
  cells: z.array(cellSchema),
});

/** A practical task that somebody has done and asks a leader to sign off. */
export const waitingSignOffSchema = z.object({
  registration: z.uuid(),
  person: z.object({ id: z.uuid(), name: z.string() }),
  course: z.object({ id: z.uuid(), title: z.string() }),
  task: z.object({
    id: stableIdSchema,
    title: z.string().describe('inline Markdown'),
    lesson: stableIdSchema.describe('where it stands in the guide'),
  }),
  at: instantSchema.describe('when it was asked for'),
});
export type WaitingSignOff = z.infer<typeof waitingSignOffSchema>;

export const teamTableSchema = z.object({
  unit: unitSchema,
  /** From the top of what the leader sees down to this unit, itself left out. */
  path: z.array(unitSchema),
  below: z.array(
    unitSchema.extend({ people: z.number().int(), overdue: z.number().int(), expiring: z.number().int() }),
  ),
  requirements: z.array(
    z.object({
      /** The first of `ids`: what the column is called in addresses. */
      id: z.uuid(),
      /** All requirements that ask for this competence by the same course: one for each role. */
      ids: z.array(z.uuid()),
      competence: z.string(),
      /** The roles that carry them, as in `ids`; null: everybody. */
      roles: z.array(z.string().nullable()),
      course: z.object({ id: z.uuid(), title: z.string() }).nullable(),
    }),
  ),
  people: z.array(teamPersonRowSchema),
  counts: z
    .object({
      people: z.number().int(),
      overdue: z.number().int(),
      expiring: z.number().int(),
      notYetDue: z.number().int(),
    })
    .describe('people with at least one such cell, before the filter'),
  signOffs: z.number().int().describe('practical tasks that wait for the leader, before the filter'),
  at: instantSchema,
});
export type TeamTable = z.infer<typeof teamTableSchema>;

const inUnit = z.object({ unit: z.uuid() });

export const myTeams = conversation({
  name: 'myTeams',
  summary: 'The units a leader sees, from the top of each.',
  method: 'GET',
  path: '/api/teams',
  who: 'leader',
  answer: z.object({ teams: z.array(unitSchema.extend({ people: z.number().int(), overdue: z.number().int() })) }),
});

export const teamCompletion = conversation({
  name: 'teamCompletion',
  summary: 'People × requirements of a unit and all below it.',
  method: 'GET',
  path: '/api/teams/:unit',
  who: 'leader',
  params: inUnit,
  query: teamFilterSchema,
  answer: teamTableSchema,
});

/** Server-sent events: `cell` with { person, requirement, cell }, and `people` when the table must be read again. */
export const teamLive = conversation({
  name: 'teamLive',
  summary: 'Server-sent events for the table of a unit: one `cell` for each change.',
  method: 'GET',
  path: '/api/teams/:unit/live',
  who: 'leader',
  params: inUnit,
  answers: 'text/event-stream',
});
export const liveCellSchema = z.object({
  person: z.uuid(),
  requirement: z.uuid(),
  cell: cellSchema.omit({ r: true, q: true }),
});
export type LiveCell = z.infer<typeof liveCellSchema>;

export const teamExport = conversation({
  name: 'teamExport',
  summary: 'Exactly the table on screen as CSV (UTF-8 with BOM, semicolons) or XLSX.',
  method: 'GET',
  path: '/api/teams/:unit/export',
  who: 'leader',
  params: inUnit,
  query: teamFilterSchema.extend({ format: z.enum(['csv', 'xlsx']) }),
  answers: 'application/octet-stream',
});

export const teamPerson = conversation({
  name: 'teamPerson',
  summary: 'One person of the team: every requirement with state, reason and history. Looking is logged.',
  method: 'GET',
  path: '/api/teams/:unit/people/:person',
  who: 'leader',
  params: inUnit.extend({ person: z.uuid() }),
  answer: z.object({
    person: z.object({ id: z.uuid(), name: z.string(), role: z.string(), unit: z.string(), since: daySchema }),
    fulfilments: z.array(
      z.object({
        requirement: z.uuid(),
        competence: z.string(),
        /** The role that carries it; null: everybody. */
        role: z.string().nullable(),
        state: z.enum(fulfilmentStates),
        due: daySchema.nullable(),
        validUntil: daySchema.nullable(),
        on: daySchema.nullable(),
        progress: z.number().nullable(),
        course: z.object({ id: z.uuid(), title: z.string() }).nullable(),
      }),
    ),
    history: z.array(z.object({ course: z.string(), on: daySchema, score: z.number().nullable() })),
    reminders: z.array(z.object({ at: instantSchema, by: z.string() })),
    signOffs: z.array(waitingSignOffSchema).describe('what waits for the leader, longest first'),
  }),
});

export const teamSignOffs = conversation({
  name: 'teamSignOffs',
  summary: 'Practical tasks in a unit and all below it that wait for a leader, longest first. Never the leader’s own.',
  method: 'GET',
  path: '/api/teams/:unit/sign-offs',
  who: 'leader',
  params: inUnit,
  answer: z.object({ unit: unitSchema, signOffs: z.array(waitingSignOffSchema) }),
});

export const signOff = conversation({
  name: 'signOff',
  summary:
    'Approves a practical task, or says not yet, so that it can be asked for again. 403 for one’s own, 409 where nobody waits.',
  method: 'POST',
  path: '/api/teams/:unit/people/:person/sign-offs',
  who: 'leader',
  params: inUnit.extend({ person: z.uuid() }),
  body: z.object({ registration: z.uuid(), task: stableIdSchema, approved: z.boolean() }),
});

export const whoLooked = conversation({
  name: 'whoLooked',
  summary: 'Who has looked at what of the person signed in, latest first, a year back.',
  method: 'GET',
  path: '/api/me/looks',
  who: 'signed-in',
  answer: z.object({
    looks: z.array(
      z.object({
        at: instantSchema,
        by: z.string(),
        /** The page about the person, or their statements in the LRS, answers among them. */
        what: z.enum(['teamPerson', 'statements']),
      }),
    ),
  }),
});

export const remind = conversation({
  name: 'remind',
  summary: 'Sends a reminder to the people named, or to everybody in the unit who is overdue.',
  method: 'POST',
  path: '/api/teams/:unit/reminders',
  who: 'leader',
  params: inUnit,
  body: z.object({ people: z.array(z.uuid()).min(1).max(2000).optional() }),
  answer: z.object({
    sent: z.number().int(),
    /** Reminded within the last 24 hours, or nothing to remind of. */
    passedOver: z.number().int(),
  }),
});

export const outbox = conversation({
  name: 'outbox',
  summary: 'Mails of the municipality, latest first: sent, waiting, or kept because no mail server is set.',
  method: 'GET',
  path: '/api/admin/mails',
  who: 'administrator',
  answer: z.object({
    mails: z.array(
      z.object({
        id: z.uuid(),
        to: z.string(),
        subject: z.string(),
        text: z.string(),
        at: instantSchema,
        state: z.enum(['waiting', 'sent', 'kept', 'failed']),
      }),
    ),
  }),
});
