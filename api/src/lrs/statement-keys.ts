import { createHash } from 'node:crypto';
import { mentioned } from '@kursdugnad/core/xapi/mentioned.js';
import { refersTo, type Statement } from '@kursdugnad/core/xapi/statement.js';
import { attachmentsOf } from './attachments.js';

/** `related-` finds what is mentioned anywhere but directly. */
export type KeyKind =
  'verb' | 'registration' | 'agent' | 'related-agent' | 'activity' | 'related-activity' | 'reference' | 'attachment';

const recent = new Map<string, string>();
const mostRecent = 5000;

/**
 * The key of a verb, agent, activity … in the table statement_key: a hash, since an IRI may be longer than an index
 * takes. 132 bits.
 */
export function statementKey(kind: KeyKind, value: string): string {
  const name = `${kind} ${value}`;
  // What a statement refers to is asked for once.
  if (kind === 'reference') return hashed(name);
  const known = recent.get(name);
  if (known !== undefined) return known;
  const key = hashed(name);
  if (recent.size >= mostRecent) recent.clear();
  recent.set(name, key);
  return key;
}

function hashed(name: string): string {
  return createHash('sha256').update(name).digest('base64url').slice(0, 22);
}

/** Everything that a statement can be found by, each once. */
export function keysOf(statement: Statement): string[] {
  const { agents, activities } = mentioned(statement);
  const keys = new Set([statementKey('verb', statement.verb.id)]);
  const registration = statement.context?.registration;
  if (registration !== undefined) keys.add(statementKey('registration', registration.toLowerCase()));
  for (const [agent, isDirect] of agents) keys.add(statementKey(isDirect ? 'agent' : 'related-agent', agent));
  for (const [activity, isDirect] of activities)
    keys.add(statementKey(isDirect ? 'activity' : 'related-activity', activity));
  const reference = refersTo(statement);
  if (reference !== null) keys.add(statementKey('reference', reference));
  for (const { sha2 } of attachmentsOf(statement)) keys.add(statementKey('attachment', sha2.toLowerCase()));
  return [...keys];
}

export const keyColumns = ['municipality', 'key', 'seq', 'statement', 'via'] as const;
