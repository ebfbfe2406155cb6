import { randomUUID } from 'node:crypto';
import {
  activityList,
  type Agent,
  type Context,
  type Statement,
  type StatementObject,
  type StoredStatement,
} from '@kursdugnad/core/xapi/statement.js';
import { utc } from '@kursdugnad/core/xapi/values.js';
import { storedAt } from './stored-clock.js';

/** A statement on its way into the table. */
export interface Kept {
  /** Lower-case, whatever the sender wrote. */
  id: string;
  seq: number;
  /** As it was sent, to compare with. */
  given: Statement;
  statement: StoredStatement;
}

/** The statement with what the LRS sets: id, stored, authority, timestamp and version where they are missing. */
export function kept(given: Statement, authority: Agent, seq: number): Kept {
  const { version = '1.0.0', id = randomUUID() } = given;
  const stored = storedAt(seq);
  const { timestamp = stored } = given;
  const statement: StoredStatement = {
    ...withLists(given),
    id,
    // 2.0 answers in UTC.
    timestamp: version.startsWith('2.') ? utc(timestamp) : timestamp,
    stored,
    authority,
    version,
  };
  return { id: id.toLowerCase(), seq, given, statement };
}

/** Context activities always go out as lists. */
function withLists<Part extends { object: StatementObject; context?: Context }>(part: Part): Part {
  const { object, context } = part;
  const inner = object.objectType === 'SubStatement' ? { object: withLists(object) } : {};
  const given = context?.contextActivities;
  if (!given) return { ...part, ...inner };
  const lists = Object.fromEntries(Object.entries(given).map(([kind, one]) => [kind, activityList(one)]));
  return { ...part, ...inner, context: { ...context, contextActivities: lists } };
}
