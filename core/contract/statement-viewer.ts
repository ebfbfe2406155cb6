import { z } from 'zod';
import { instantSchema } from './caller.js';
import { conversation } from './conversation.js';

export const statementFilterSchema = z.object({
  /** The id of a person here, an agent in text (core/xapi/agent-in-text), or part of a name. */
  person: z.string().min(1).max(2000).optional(),
  /** An IRI. */
  verb: z.string().min(1).max(2000).optional(),
  /** An IRI; statements that mention it anywhere are found too. */
  activity: z.string().min(1).max(2000).optional(),
  registration: z.uuid().optional(),
  /** A key to the LRS, or `ownSource` (core/runtime/own-source). */
  source: z.string().min(1).max(100).optional(),
  since: instantSchema.optional(),
  until: instantSchema.optional(),
});
export type StatementFilter = z.output<typeof statementFilterSchema>;

/** An actor. People of the municipality have no name until somebody asks for them, which is logged. */
const whoSchema = z.object({
  name: z.string().nullable(),
  /** Tells people without name apart. */
  code: z.string(),
  /** What finds this one: a `person` of the filter. Null for who cannot be identified. */
  filter: z.string().nullable(),
  /** Whether it is a person of this municipality. */
  isOurs: z.boolean(),
});

const whatSchema = z.object({
  kind: z.enum(['activity', 'agent', 'statement', 'plan']),
  text: z.string(),
  /** The IRI of an activity, the id of a statement. */
  id: z.string().nullable(),
});

/** One statement as a sentence is made of it. */
export const readStatementSchema = z.object({
  id: z.string(),
  stored: instantSchema,
  who: whoSchema,
  verb: z.object({ id: z.string(), text: z.string() }),
  what: whatSchema,
  /** Per cent, 0 to 100; null when nothing is said. */
  percent: z.number().nullable(),
  success: z.boolean().nullable(),
  completion: z.boolean().nullable(),
  registration: z.string().nullable(),
  /** `label` is null for a key that is known no more. */
  source: z.object({ id: z.string(), label: z.string().nullable() }),
});
export type ReadStatement = z.infer<typeof readStatementSchema>;

export const statementList = conversation({
  name: 'statementList',
  summary: 'The municipality’s statements, latest first, 50 at a time. Asking for a person is logged.',
  method: 'GET',
  path: '/api/lrs/statements',
  who: 'administrator',
  query: statementFilterSchema.extend({
    /** `next` of the page before. */
    from: z
      .string()
      .regex(/^\d{1,18}\.[0-9a-f-]{36}$/)
      .optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({
    statements: z.array(readStatementSchema),
    next: z.string().nullable(),
    /** Whom `person` stands for; null when it is not asked for, or stands for nobody or for several. */
    person: z.object({ name: z.string(), isOurs: z.boolean() }).nullable(),
    /** Those whom a part of a name may mean, when there are several. Nothing is found then. */
    people: z.array(z.object({ id: z.uuid(), name: z.string() })),
    /** Where `since` may go on later without missing any. */
    consistentThrough: instantSchema,
  }),
});

export const statementSources = conversation({
  name: 'statementSources',
  summary: 'Where statements may come from: the keys of the municipality.',
  method: 'GET',
  path: '/api/lrs/sources',
  who: 'administrator',
  answer: z.object({ sources: z.array(z.object({ id: z.string(), label: z.string() })) }),
});

/** Server-sent events: `statements` and `refusals`, both `{}`, when there is something new to ask for. */
export const statementLive = conversation({
  name: 'statementLive',
  summary: 'Server-sent events, twice a second at most: `statements` or `refusals` when there are new ones.',
  method: 'GET',
  path: '/api/lrs/statements/live',
  who: 'administrator',
  /** What the page that listens has seen: what came later is told at once. */
  query: z.object({ since: instantSchema }),
  answers: 'text/event-stream',
});

export const openStatement = conversation({
  name: 'openStatement',
  summary: 'One statement, voided or not, with what it hangs together with. Looking at a person is logged.',
  method: 'GET',
  path: '/api/lrs/statements/:statement',
  who: 'administrator',
  params: z.object({ statement: z.uuid() }),
  answer: z.object({
    statement: readStatementSchema,
    timestamp: z.string(),
    response: z.string().nullable(),
    /** ISO 8601. */
    duration: z.string().nullable(),
    score: z.object({ raw: z.number(), max: z.number().nullable() }).nullable(),
    /** As the LRS keeps it. */
    json: z.string(),
    isVoided: z.boolean(),
    /** The statement that has voided this one. */
    voidedBy: z.string().nullable(),
    refersTo: z.string().nullable(),
    /** Others that are about this one, voiding left out. */
    referredBy: z.array(z.string()),
    /** The others of the same registration, latest first, 20 at most. */
    sameRegistration: z.array(readStatementSchema),
  }),
});

const refusalSchema = z.object({
  id: z.uuid(),
  at: instantSchema,
  /** The key it came with. */
  key: z.string(),
  /** Null for a key that is known no more. */
  label: z.string().nullable(),
  method: z.string(),
  /** Path and parameters below the endpoint. */
  resource: z.string(),
  status: z.number().int(),
  /** What the sender was told. */
  detail: z.string(),
  problems: z.array(z.object({ at: z.string(), message: z.string(), rule: z.string().optional() })),
});

export const refusedRequests = conversation({
  name: 'refusedRequests',
  summary: 'Requests to the LRS that were refused in the last 24 hours, latest first, 200 at most.',
  method: 'GET',
  path: '/api/lrs/refused',
  who: 'administrator',
  answer: z.object({ refused: z.array(refusalSchema) }),
});

export const refusedRequest = conversation({
  name: 'refusedRequest',
  summary: 'One refused request, with the beginning of what it brought.',
  method: 'GET',
  path: '/api/lrs/refused/:request',
  who: 'administrator',
  params: z.object({ request: z.uuid() }),
  answer: refusalSchema.extend({
    version: z.string().nullable(),
    /** The first 8 KB; null when there was none, or it was not text. */
    body: z.string().nullable(),
    isCut: z.boolean(),
  }),
});
export type Refusal = z.infer<typeof refusalSchema>;
