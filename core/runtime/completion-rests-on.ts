import { activityOf, type Statement } from '../xapi/statement.js';
import { isInstant, utc } from '../xapi/values.js';
import type { Completion } from './completion.js';

/**
 * Whether a completion would say something else without this statement, or might: it is about the course itself, or it
 * says when it all began or ended. Everything else may go, and the completion is the same.
 */
export function restsOn({ firstAt, lastAt }: Completion, iri: string, statement: Statement): boolean {
  if (activityOf(statement.object)?.id === iri) return true;
  const { timestamp } = statement;
  if (!isInstant(timestamp, '1.0.3')) return false;
  const at = utc(timestamp);
  return at === firstAt || at === lastAt;
}
