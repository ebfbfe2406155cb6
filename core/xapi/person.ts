import { identifierOf } from './mentioned.js';
import type { Account, Actor, Statement } from './statement.js';

/** Everything that is known of one agent; each property is a list (xAPI 1.0.3 Communication 2.4). */
export interface Person {
  objectType: 'Person';
  name?: string[];
  mbox?: string[];
  mbox_sha1sum?: string[];
  openid?: string[];
  account?: Account[];
}

/** The person of an agent, with every name that is used for the same identifier. */
export function personOf(agent: Actor, alsoNamed: readonly string[] = []): Person {
  const { name, mbox, mbox_sha1sum: sum, openid, account } = agent;
  const names = [...new Set([...(name === undefined ? [] : [name]), ...alsoNamed])];
  return {
    objectType: 'Person',
    ...(names.length > 0 ? { name: names } : {}),
    ...(mbox === undefined ? {} : { mbox: [mbox] }),
    ...(sum === undefined ? {} : { mbox_sha1sum: [sum] }),
    ...(openid === undefined ? {} : { openid: [openid] }),
    ...(account === undefined ? {} : { account: [account] }),
  };
}

/** Names that a statement uses for the agent with this identifier. */
export function namesIn(statement: Statement, identifier: string): string[] {
  const { actor, object, context, authority } = statement;
  const others = object.objectType === 'Agent' || object.objectType === 'Group' ? [object] : [];
  const around = [context?.instructor, context?.team, authority].filter((one) => one !== undefined);
  return [actor, ...others, ...around]
    .flatMap((one): Actor[] => (one.objectType === 'Group' ? [one, ...(one.member ?? [])] : [one]))
    .filter((one) => one.name !== undefined && identifierOf(one) === identifier)
    .map(({ name }) => name ?? '');
}
