import { mentioned } from './mentioned.js';
import { type Statement, voids } from './statement.js';

/** Which statements are sent on. An empty list leaves nothing out. */
export interface ForwardingFilter {
  verbs: readonly string[];
  activities: readonly string[];
}

/** A voiding statement always goes along: what it voids may have been sent. */
export function isForwarded(statement: Statement, { verbs, activities }: ForwardingFilter): boolean {
  if (voids(statement) !== null) return true;
  if (verbs.length > 0 && !verbs.includes(statement.verb.id)) return false;
  if (activities.length === 0) return true;
  const { activities: about } = mentioned(statement);
  return activities.some((activity) => about.has(activity));
}

/** The statement as another LRS takes it: that one sets `stored` and `authority` itself. */
export function forwarded(statement: Statement): Statement {
  const { stored: _stored, authority: _authority, ...rest } = statement;
  return rest;
}

const second = 1000;
const longest = 15 * 60 * second;

/**
 * Milliseconds to wait after so many failures in a row (from 1): twice as long each time up to a quarter of an hour, half
 * of it by chance (`chance` is from 0 to 1), so that many senders do not come back at the same moment.
 */
export function backOff(failures: number, chance: number): number {
  const whole = Math.min(longest, second * 2 ** Math.min(failures, 30));
  return Math.round(whole / 2 + (whole / 2) * chance);
}
