import { randomUUID } from 'node:crypto';
import { aStatement, anAgent } from '../../api/src/testing-statement.js';
import type { Dice } from '../builders/dice.js';
import type { Raw } from './mutations.js';
import { anAttachment, inParts, partOf } from './speaking.js';

/** Names that everybody who speaks uses, of whichever municipality: what they say of them must stay apart. */
const few = [0, 1, 2, 3] as const;
const activities = few.map((n) => `https://example.org/activity/${n}`);
const registrations = few.map((n) => `${n}b6b0c3a-6f3c-4a53-9b8a-3f1a4f0c7d11`);
const statements = Array.from({ length: 60 }, () => randomUUID());
const agents = few.map((n) => anAgent(`person${n}`));
const verbs = few.map((n) => `https://example.org/verb/${n}`);
const voided = 'http://adlnet.gov/expapi/verbs/voided';

/** The bytes of a file that one speaker alone has. */
export const fileOf = (mark: string): Buffer => Buffer.from(`file of ${mark}`);

/** A statement about things that all share; what it says of them has the speaker's own mark. */
export function markedStatement(dice: Dice, mark: string) {
  return aStatement({
    id: dice.one(statements),
    actor: { ...dice.one(agents), name: `name ${mark}` },
    verb: { id: dice.one(verbs), display: { en: `verb ${mark}` } },
    object: {
      objectType: 'Activity',
      id: dice.one(activities),
      definition: { name: { en: `activity ${mark}` }, extensions: { 'urn:x': mark } },
    },
    result: { response: mark, score: { scaled: 0.5 }, duration: 'PT1M' },
    context: {
      registration: dice.one(registrations),
      instructor: dice.one(agents),
      contextActivities: { parent: [{ id: dice.one(activities) }] },
      extensions: { 'urn:y': { mark } },
    },
  });
}

const json = { 'content-type': 'application/json' };
const to = (method: string, path: string, query: Record<string, string> = {}, body?: object): Raw => ({
  method,
  path: `/xapi/${path}`,
  query: Object.entries(query),
  headers: body ? json : {},
  ...(body ? { body: Buffer.from(JSON.stringify(body)) } : {}),
});

/** `mark`: of the one who sends it. `marks`: of those whose files are not to be had. */
type Making = (dice: Dice, mark: string, marks: readonly string[]) => Raw;

const agentOf = (dice: Dice) => JSON.stringify(dice.one(agents));
const documents: ((dice: Dice, mark: string) => [string, Record<string, string>])[] = [
  (dice, mark) => [
    'activities/state',
    { activityId: dice.one(activities), agent: agentOf(dice), stateId: documentId(dice, mark) },
  ],
  (dice, mark) => ['activities/profile', { activityId: dice.one(activities), profileId: documentId(dice, mark) }],
  (dice, mark) => ['agents/profile', { agent: agentOf(dice), profileId: documentId(dice, mark) }],
];
const documentId = (dice: Dice, mark: string) => dice.one(['d1', 'd2', `d ${mark}`]);

const kinds: Making[] = [
  (dice, mark) =>
    to('POST', 'statements', {}, [markedStatement(dice, mark), { ...markedStatement(dice, mark), id: randomUUID() }]),
  (dice, mark) => {
    const statement = markedStatement(dice, mark);
    return to('PUT', 'statements', { statementId: statement.id }, statement);
  },
  (dice, mark) => withFile(dice, mark, mark, true),
  // Only says that it has the file of another one, and where it lies.
  (dice, mark, marks) => withFile(dice, mark, dice.one(marks), false),
  (dice) => {
    const object = { objectType: 'StatementRef' as const, id: dice.one(statements) };
    return to('POST', 'statements', {}, aStatement({ verb: { id: voided }, object }));
  },
  (dice) =>
    to('GET', 'statements', {
      [dice.one(['statementId', 'voidedStatementId'])]: dice.one(statements),
      attachments: 'true',
    }),
  () => to('GET', 'statements', { attachments: 'true', limit: '0' }),
  (dice) => to('GET', 'statements', filters(dice)),
  (dice) => to('GET', 'statements', filters(dice)),
  (dice) => to('GET', 'activities', { activityId: dice.one(activities) }),
  (dice) => to('GET', 'agents', { agent: agentOf(dice) }),
  ...[...documents, ...documents].map((place): Making => (dice, mark) => {
    const [path, query] = place(dice, mark);
    return to(dice.one(['PUT', 'POST']), path, query, { [dice.one(['a', 'b', mark])]: mark });
  }),
  ...documents.map(
    (place): Making =>
      (dice, mark) =>
        to(dice.one(['GET', 'HEAD', 'DELETE']), ...place(dice, mark)),
  ),
  ...documents.map((place): Making => (dice, mark) => {
    const [path, { stateId: _, profileId: __, ...query }] = place(dice, mark);
    return to('GET', path, dice.isSo(0.3) ? { ...query, since: '2020-01-01T00:00:00Z' } : query);
  }),
  () => to('GET', 'about'),
  (dice) => alternate(to(dice.one(['GET', 'PUT', 'DELETE']), 'statements', filters(dice))),
];

/** A request of any kind, right in itself. */
export function anyRequest(dice: Dice, mark: string, marks: readonly string[]): Raw {
  return dice.one(kinds)(dice, mark, marks);
}

function filters(dice: Dice): Record<string, string> {
  const all: [string, string][] = [
    ['agent', agentOf(dice)],
    ['verb', dice.one(verbs)],
    ['activity', dice.one(activities)],
    ['registration', dice.one(registrations)],
    ['related_agents', 'true'],
    ['related_activities', 'true'],
    ['since', '2020-01-01T00:00:00Z'],
    ['until', '2099-01-01T00:00:00Z'],
    ['limit', String(dice.upTo(5))],
    ['ascending', 'true'],
    ['format', dice.one(['ids', 'exact', 'canonical'])],
    ['attachments', 'true'],
    ['after', `${dice.upTo(100)}.${dice.one(statements)}`],
  ];
  return Object.fromEntries(all.filter(() => dice.isSo(0.3)));
}

function withFile(dice: Dice, mark: string, owner: string, isSent: boolean): Raw {
  const bytes = fileOf(owner);
  const attachment = anAttachment(bytes, isSent ? {} : { fileUrl: 'https://example.org/file' });
  const statement = { ...markedStatement(dice, mark), id: randomUUID(), attachments: [attachment] };
  if (!isSent) return to('POST', 'statements', {}, [statement]);
  const { body, headers } = inParts([statement], [partOf(bytes)]);
  return { ...to('POST', 'statements'), headers: headers as Record<string, string>, body: body as Buffer };
}

function alternate({ method, path, query }: Raw): Raw {
  const form = new URLSearchParams([...query, ['X-Experience-API-Version', '1.0.3']]).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return { method: 'POST', path, query: [['method', method]], headers, body: Buffer.from(form) };
}
