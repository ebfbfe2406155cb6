import type { Statement } from '../xapi/statement.js';
import { courseStatement, type GuideRun } from './guide-statements.js';
import { verbIds } from './verbs.js';

/** Extensions of `context`: the version a run comes from, and the ids of questions. */
const fromExtension = 'urn:kursdugnad:xapi:from-version';
const askedExtension = 'urn:kursdugnad:xapi:asked';

/** A run goes on in a newer version. */
export interface Carried {
  /** The versions, by their addresses. */
  from: string;
  to: string;
  at: string;
  /** Questions that are drawn first, because the learner has met them. */
  asked: string[];
}

/** `run`: in the version it goes on in. */
export function carriedStatement(run: GuideRun, id: string, { from, at, asked }: Omit<Carried, 'to'>): Statement {
  const statement = courseStatement(run, 'resumed', id, at);
  const extensions = { [fromExtension]: from, ...(asked.length > 0 ? { [askedExtension]: asked } : {}) };
  return { ...statement, context: { ...statement.context, extensions } };
}

/** The inverse of `carriedStatement`; null for every other statement. */
export function carriedIn({ verb, context, timestamp }: Statement): Carried | null {
  const { [fromExtension]: from, [askedExtension]: asked } = context?.extensions ?? {};
  const to = context?.revision;
  if (verb.id !== verbIds.resumed || typeof from !== 'string' || to === undefined || timestamp === undefined)
    return null;
  const ids = Array.isArray(asked) ? asked.filter((id) => typeof id === 'string') : [];
  return { from, to, at: timestamp, asked: ids };
}
