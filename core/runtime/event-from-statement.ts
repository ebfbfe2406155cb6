import { type Activity, activityList, activityOf, type Statement } from '../xapi/statement.js';
import { guideCategory } from './guide-activities.js';
import type { LearnerEvent } from './learner-event.js';
import { verbIds } from './verbs.js';

/**
 * The event that a statement of one of our own guides tells of, or null: so the learner's record can be made again from
 * the LRS alone. The inverse of `guideStatements` for the event's own statement.
 */
export function eventFromStatement(statement: Statement): LearnerEvent | null {
  const { id, timestamp: at } = statement;
  const activity = activityOf(statement.object);
  if (id === undefined || at === undefined || !activity || !isOurs(statement)) return null;
  switch (statement.verb.id) {
    case verbIds.experienced:
      return { kind: 'opened', id, at, lesson: lastPart(activity) };
    case verbIds.confirmed:
      return { kind: 'declared', id, at, declaration: lastPart(activity) };
    case verbIds.responded:
      return { kind: 'answered', id, at, question: lastPart(activity), response: responseIn(statement, activity) };
    case verbIds.attempted:
      return { kind: 'restarted', id, at };
    default:
      return null;
  }
}

function isOurs({ context }: Statement): boolean {
  return activityList(context?.contextActivities?.category).some(({ id }) => id === guideCategory.id);
}

function lastPart({ id }: Activity): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

function responseIn({ result }: Statement, { definition }: Activity): string[] {
  const response = result?.response ?? '';
  return definition?.interactionType === 'fill-in' ? [response] : response.split('[,]');
}
