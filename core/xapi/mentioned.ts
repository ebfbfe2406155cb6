import { type Activity, activityList, activityOf, type Actor, type Identifiers, type Statement } from './statement.js';

/** Whom and what a statement mentions; `direct` is what the plain filters `agent` and `activity` find. */
export interface Mentioned {
  agents: Map<string, boolean>;
  activities: Map<string, boolean>;
}

/** The one identifier of an agent or identified group as a key; null for an anonymous group. */
export function identifierOf(actor: Identifiers): string | null {
  if (actor.account !== undefined) return `account ${JSON.stringify([actor.account.homePage, actor.account.name])}`;
  if (actor.mbox !== undefined) return `mbox ${actor.mbox}`;
  if (actor.mbox_sha1sum !== undefined) return `mbox_sha1sum ${actor.mbox_sha1sum.toLowerCase()}`;
  return actor.openid !== undefined ? `openid ${actor.openid}` : null;
}

/**
 * `agent` finds actor, object and the members of a group there; `related_agents` also authority, instructor, team and
 * all of a sub-statement. `activity` finds the object; `related_activities` also context and sub-statement
 * (xAPI 1.0.3 Communication 2.1.3).
 */
export function mentioned(statement: Statement): Mentioned {
  const found: Mentioned = { agents: new Map(), activities: new Map() };
  inside(found, statement, true);
  if (statement.authority) addActor(found, statement.authority, false);
  return found;
}

type Part = Pick<Statement, 'actor' | 'object' | 'context'>;

function inside(found: Mentioned, { actor, object, context }: Part, isDirect: boolean): void {
  addActor(found, actor, isDirect);
  const activity = activityOf(object);
  if (activity) addActivity(found, activity, isDirect);
  else if (object.objectType === 'Agent' || object.objectType === 'Group') addActor(found, object, isDirect);
  else if (object.objectType === 'SubStatement') inside(found, object, false);
  if (!context) return;
  if (context.instructor) addActor(found, context.instructor, false);
  if (context.team) addActor(found, context.team, false);
  for (const { agent } of context.contextAgents ?? []) addActor(found, agent, false);
  for (const { group } of context.contextGroups ?? []) addActor(found, group, false);
  for (const given of Object.values(context.contextActivities ?? {}))
    for (const one of activityList(given)) addActivity(found, one, false);
}

function addActor({ agents }: Mentioned, actor: Actor, isDirect: boolean): void {
  const members = actor.objectType === 'Group' ? (actor.member ?? []) : [];
  for (const one of [actor, ...members]) {
    const key = identifierOf(one);
    if (key !== null) agents.set(key, isDirect || agents.get(key) === true);
  }
}

function addActivity({ activities }: Mentioned, { id }: Activity, isDirect: boolean): void {
  activities.set(id, isDirect || activities.get(id) === true);
}
