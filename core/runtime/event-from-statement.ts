import { type Activity, activityList, activityOf, type Statement } from '../xapi/statement.js';
import { guideCategory, types } from './guide-activities.js';
import { responseIn } from './interaction.js';
import type { RecordEvent } from './learner-event.js';
import { verbIds } from './verbs.js';

/**
 * The event that a statement of one of our own guides tells of, or null: so the learner's record can be made again from
 * the LRS alone. The inverse of `guideStatements` for the event's own statement.
 */
export function eventFromStatement(statement: Statement): RecordEvent | null {
  const { id, timestamp: at } = statement;
  const activity = activityOf(statement.object);
  if (id === undefined || at === undefined || !activity || !isOurs(statement)) return null;
  const last = lastPart(activity);
  switch (statement.verb.id) {
    case verbIds.experienced:
      return { kind: 'opened', id, at, lesson: last };
    case verbIds.confirmed:
      return { kind: 'declared', id, at, declaration: last };
    case verbIds.responded: {
      const response = responseIn(activity.definition?.interactionType, statement.result?.response ?? '');
      return { kind: 'answered', id, at, question: last, response };
    }
    case verbIds.asked:
      return { kind: 'hinted', id, at, question: activity.id.split('/').at(-2) ?? '', hint: Number(last) };
    case verbIds.requested:
      return { kind: 'requested', id, at, task: last };
    case verbIds.mastered:
    case verbIds.failed:
      // The course itself may be failed too: that follows from answers.
      return activity.definition?.type === types.task ? signOff(statement, { id, at, task: last }) : null;
    case verbIds.attempted:
      return { kind: 'restarted', id, at };
    default:
      return null;
  }
}

function signOff({ result, context }: Statement, signed: { id: string; at: string; task: string }): RecordEvent {
  const by = context?.instructor?.account?.name ?? '';
  return { kind: 'signed', ...signed, by, approved: result?.success === true };
}

function isOurs({ context }: Statement): boolean {
  return activityList(context?.contextActivities?.category).some(({ id }) => id === guideCategory.id);
}

function lastPart({ id }: Activity): string {
  return id.slice(id.lastIndexOf('/') + 1);
}
