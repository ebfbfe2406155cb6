import { z } from 'zod';
import { retentionCategories } from '../runtime/retention.js';
import { daySchema, instantSchema } from './caller.js';
import { conversation } from './conversation.js';

// What an administrator says to the LRS about the own municipality's keys, forwardings, export and retention. What
// other systems say to it is xAPI, and no conversation of ours.

/** xAPI 1.0.3 Communication 4.2, those we know. */
export const lrsScopes = [
  'statements/write',
  'statements/read/mine',
  'statements/read',
  'state',
  'profile',
  'all/read',
  'all',
] as const;

export const lrsKeySchema = z.object({
  key: z.string(),
  label: z.string(),
  scopes: z.array(z.enum(lrsScopes)),
  madeAt: instantSchema.nullable().describe('null: before this was kept'),
  madeBy: z.string().nullable().describe('a name; null: by the operator, or by somebody who is no longer known'),
  expires: instantSchema.nullable().describe('it does not work from this instant on; null: for good'),
  lastUsed: instantSchema.nullable().describe('up to a minute late; null: never'),
});
export type LrsKey = z.infer<typeof lrsKeySchema>;

export const lrsKeys = conversation({
  name: 'lrsKeys',
  summary: 'The keys of the municipality to the LRS, newest first; never a secret.',
  method: 'GET',
  path: '/api/lrs/keys',
  who: 'administrator',
  answer: z.object({ keys: z.array(lrsKeySchema) }),
});

export const makeLrsKey = conversation({
  name: 'makeLrsKey',
  summary: 'Makes a key to the LRS. The secret is in this answer and never again.',
  method: 'POST',
  path: '/api/lrs/keys',
  who: 'administrator',
  body: z.object({
    label: z.string().trim().min(1).max(80).describe('what it is for'),
    scopes: z.array(z.enum(lrsScopes)).min(1),
    expires: daySchema.nullable().default(null).describe('the first day it does not work; null: it works for good'),
  }),
  answer: z.object({ key: lrsKeySchema, secret: z.string() }),
  status: 201,
});

export const revokeLrsKey = conversation({
  name: 'revokeLrsKey',
  summary: 'Takes a key away: from now on it opens nothing, in any process.',
  method: 'DELETE',
  path: '/api/lrs/keys/:key',
  who: 'administrator',
  params: z.object({ key: z.string().max(100) }),
});

/** paused: by an administrator. waiting: after a failure, until `nextAt`. sending: statements are on their way. idle: all is sent. */
export const forwardingStates = ['paused', 'waiting', 'sending', 'idle'] as const;

export const forwardingSchema = z.object({
  id: z.uuid(),
  label: z.string(),
  url: z.string().describe('the endpoint of the other LRS; statements go to <url>/statements'),
  key: z.string(),
  verbs: z.array(z.string()).describe('IRIs; empty: whatever the verb'),
  activities: z
    .array(z.string())
    .describe('IRIs that statements are about, themselves or in their context; empty: whatever it is about'),
  state: z.enum(forwardingStates),
  madeAt: instantSchema,
  madeBy: z.string().nullable(),
  /** Statements that have not been looked at yet; `mostBehind` means that or more. */
  behind: z.number().int(),
  waitingSince: instantSchema.nullable().describe('when the oldest of those was stored'),
  sent: z.number().int().describe('statements that the other LRS has taken'),
  setAside: z.number().int().describe('statements that it has refused'),
  lastSentAt: instantSchema.nullable(),
  tries: z.number().int().describe('failures since it last went well'),
  nextAt: instantSchema.nullable().describe('when it is tried again; null: not waiting'),
  fault: z.string().nullable().describe('why it failed last, in the language of the one who asks'),
});
export type Forwarding = z.infer<typeof forwardingSchema>;
export const mostBehind = 100_000;

const iris = z.array(z.string().trim().min(1).max(2000)).max(50);
const oneForwarding = z.object({ forwarding: z.uuid() });

export const forwardings = conversation({
  name: 'forwardings',
  summary: 'Which other LRSs get the statements of the municipality, and how far each has come.',
  method: 'GET',
  path: '/api/lrs/forwardings',
  who: 'administrator',
  answer: z.object({ forwardings: z.array(forwardingSchema) }),
});

export const addForwarding = conversation({
  name: 'addForwarding',
  summary: 'Sends statements on to another LRS from now on, or from the very first. The secret is never answered.',
  method: 'POST',
  path: '/api/lrs/forwardings',
  who: 'administrator',
  body: z.object({
    label: z.string().trim().min(1).max(80),
    url: z.string().trim().max(500).describe('https://lrs.example.no/xapi'),
    key: z.string().min(1).max(300),
    secret: z.string().min(1).max(300),
    verbs: iris.default([]),
    activities: iris.default([]),
    from: z.enum(['now', 'beginning']).default('now'),
  }),
  answer: forwardingSchema,
  status: 201,
});

export const changeForwarding = conversation({
  name: 'changeForwarding',
  summary: 'Pauses a forwarding, lets it go on where it stopped, or gives it another key.',
  method: 'PATCH',
  path: '/api/lrs/forwardings/:forwarding',
  who: 'administrator',
  params: oneForwarding,
  body: z.object({
    paused: z.boolean().optional(),
    key: z.string().min(1).max(300).optional(),
    secret: z.string().min(1).max(300).optional(),
  }),
  answer: forwardingSchema,
});

export const retryForwarding = conversation({
  name: 'retryForwarding',
  summary: 'Tries at once instead of waiting; `setAside`: those set aside once more too.',
  method: 'POST',
  path: '/api/lrs/forwardings/:forwarding/retry',
  who: 'administrator',
  params: oneForwarding,
  body: z.object({ setAside: z.boolean().default(false) }),
  answer: forwardingSchema,
});

export const removeForwarding = conversation({
  name: 'removeForwarding',
  summary: 'Ends a forwarding and forgets its key. What the other LRS has, it keeps.',
  method: 'DELETE',
  path: '/api/lrs/forwardings/:forwarding',
  who: 'administrator',
  params: oneForwarding,
});

export const statementsSetAside = conversation({
  name: 'statementsSetAside',
  summary: 'Statements that the other LRS has refused, with its reason; the latest first, a hundred at most.',
  method: 'GET',
  path: '/api/lrs/forwardings/:forwarding/set-aside',
  who: 'administrator',
  params: oneForwarding,
  answer: z.object({
    statements: z.array(
      z.object({
        statement: z.uuid(),
        at: instantSchema,
        status: z.number().int().describe('of its answer'),
        reason: z.string().describe('what it said, cut at 500 characters'),
      }),
    ),
  }),
});

/** Each line is a statement as it is stored, in the order of storing; a voiding one stands after what it voids. */
export const exportStatements = conversation({
  name: 'exportStatements',
  summary: 'All statements of the municipality as JSON Lines, streamed, without the files attached to them.',
  method: 'GET',
  path: '/api/lrs/statements/export',
  who: 'administrator',
  query: z.object({
    voided: z.enum(['with', 'without']).default('with').describe('without: those that are voided are left out'),
    since: instantSchema.optional().describe('stored after this instant'),
    until: instantSchema.optional().describe('stored at this instant or before'),
  }),
  answers: 'application/x-ndjson',
});

const monthsSchema = z.number().int().min(1).max(600);
export const retentionRuleSchema = z.object({
  category: z.enum(retentionCategories),
  months: monthsSchema.nullable().describe('kept so long after they were stored; null: for good'),
});

export const retention = conversation({
  name: 'retention',
  summary: 'How long each category of statements is kept, and what the last run did.',
  method: 'GET',
  path: '/api/lrs/retention',
  who: 'administrator',
  answer: z.object({
    rules: z.array(retentionRuleSchema).describe('every category, once'),
    lastRun: z
      .object({ at: instantSchema, removed: z.number().int() })
      .nullable()
      .describe('null: there has been none'),
  }),
});

/** Of one category: how many are old enough to go, and how many of those stay because something rests on them. */
export const retentionCountSchema = z.object({
  category: z.enum(retentionCategories),
  months: monthsSchema.nullable(),
  stored: z.number().int().describe('all of the category'),
  go: z.number().int(),
  kept: z.number().int().describe('old enough, but a completion or a course under way rests on them'),
});

const rules = z.object({ rules: z.array(retentionRuleSchema).max(retentionCategories.length) });

export const tryRetention = conversation({
  name: 'tryRetention',
  summary:
    'What these rules would remove if they held today. Nothing is changed. A category left out is kept for good.',
  method: 'POST',
  path: '/api/lrs/retention/trial',
  who: 'administrator',
  body: rules,
  answer: z.object({ counts: z.array(retentionCountSchema) }),
});

export const setRetention = conversation({
  name: 'setRetention',
  summary:
    'How long each category is kept from now on; holds from the next nightly run. A category left out is kept for good.',
  method: 'PUT',
  path: '/api/lrs/retention',
  who: 'administrator',
  body: rules,
  answer: rules,
});
