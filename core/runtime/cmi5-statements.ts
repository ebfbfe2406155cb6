import {
  type Activity,
  activityList,
  type Context,
  contextActivityKinds,
  type Result,
  type Statement,
} from '../xapi/statement.js';
import { verb, verbIds, type VerbName } from './verbs.js';

const categories = {
  cmi5: { id: 'https://w3id.org/xapi/cmi5/context/categories/cmi5' },
  moveOn: { id: 'https://w3id.org/xapi/cmi5/context/categories/moveon' },
};
const masteryScoreExtension = 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore';

/** The verbs a unit may use in statements that are cmi5's own (cmi5 9.3). */
export type Cmi5VerbName = Extract<VerbName, 'initialized' | 'completed' | 'passed' | 'failed' | 'terminated'>;

/** What all statements of one cmi5 session have in common. */
export interface Cmi5Session {
  actor: Statement['actor'];
  activityId: string;
  registration: string;
  /** From the launch data: goes into every statement as it is (cmi5 10.2.1). */
  contextTemplate: Context;
  masteryScore?: number;
}

/** One of the statements that cmi5 itself defines, about the unit (cmi5 7.1.2). */
export function cmi5Defined(
  session: Cmi5Session,
  name: Cmi5VerbName,
  { id, at, result }: { id: string; at: string; result?: Result },
): Statement {
  const isJudged = name === 'passed' || name === 'failed';
  const category: Activity[] = [categories.cmi5, ...(isJudged || name === 'completed' ? [categories.moveOn] : [])];
  const { masteryScore } = session;
  const extensions = isJudged && masteryScore !== undefined ? { [masteryScoreExtension]: masteryScore } : {};
  return {
    id,
    actor: session.actor,
    verb: verb(name),
    object: { objectType: 'Activity', id: session.activityId },
    ...(result ? { result } : {}),
    context: inSession(session, { contextActivities: { category }, extensions }),
    timestamp: at,
  };
}

/** A statement of ours in a cmi5 session: "cmi5 allowed" (cmi5 7.1.3). */
export function cmi5Allowed(session: Cmi5Session, statement: Statement): Statement {
  const { revision: _, ...context } = statement.context ?? {};
  return { ...statement, actor: session.actor, context: inSession(session, context) };
}

/** What has been said already: each may be said once in a registration, and of passed and failed one in a session. */
export type Cmi5Said = readonly Cmi5VerbName[];

/**
 * Our statements about one event as cmi5 wants them. The unit's completed and passed are cmi5's own, once in a
 * registration. Failed is only allowed here: said as cmi5's own it would bar the learner who tries again from passing in
 * the same session (cmi5 9.3), so that one waits for the end.
 */
export function cmi5Told(
  session: Cmi5Session,
  statements: readonly Statement[],
  { said, duration }: { said: Cmi5Said; duration: string },
): { statements: Statement[]; said: Cmi5Said } {
  const now = [...said];
  const told = statements.flatMap((statement) => {
    const name = definedName(statement, session);
    if (name === null) return [cmi5Allowed(session, statement)];
    if (now.includes(name)) return [];
    now.push(name);
    const { id = '', timestamp: at = '', result } = statement;
    const score = name === 'passed' && result?.score ? { score: result.score } : {};
    const outcome = name === 'passed' ? { success: true } : { completion: true };
    return [cmi5Defined(session, name, { id, at, result: { ...outcome, ...score, duration } })];
  });
  return { statements: told, said: now };
}

function definedName(
  { verb: { id: said }, object }: Statement,
  { activityId }: Cmi5Session,
): 'completed' | 'passed' | null {
  if (!('id' in object) || object.id !== activityId) return null;
  if (said === verbIds.completed) return 'completed';
  return said === verbIds.passed ? 'passed' : null;
}

function inSession({ contextTemplate, registration }: Cmi5Session, own: Context): Context {
  const activities = contextActivityKinds.map((kind) => {
    const both = [contextTemplate, own].flatMap((context) => activityList(context.contextActivities?.[kind]));
    return [kind, both.filter(({ id }, index) => both.findIndex((other) => other.id === id) === index)] as const;
  });
  const { extensions, ...template } = contextTemplate;
  return {
    ...own,
    ...template,
    registration,
    contextActivities: Object.fromEntries(activities.filter(([, list]) => list.length > 0)),
    extensions: { ...own.extensions, ...extensions },
  };
}
