import { below, type Faults, type Thing } from './fault.js';
import { iri, list, text, thing } from './value-faults.js';

const identifiers = ['mbox', 'mbox_sha1sum', 'openid', 'account'] as const;
const agentKeys = new Set(['objectType', 'name', ...identifiers]);
const groupKeys = new Set([...agentKeys, 'member']);
const accountKeys = new Set(['homePage', 'name']);

/** An Agent or a Group, as `objectType` says; without it an Agent. */
export function actorFaults(value: unknown, at: string, faults: Faults): void {
  const isGroup = (value as Thing | null | undefined)?.objectType === 'Group';
  if (isGroup) groupFaults(value, at, faults);
  else agentFaults(value, at, faults);
}

export function agentFaults(value: unknown, at: string, faults: Faults): void {
  if (!thing(value, at, agentKeys, faults, '2.4.2.1')) return;
  if (value.objectType !== undefined && value.objectType !== 'Agent')
    faults.add(below(at, 'objectType'), 'must be "Agent" here', '2.4.2.1');
  if (value.name !== undefined) text(value.name, below(at, 'name'), faults, '2.4.2.1');
  if (identified(value, at, faults) !== 1)
    faults.add(at, 'an agent has exactly one of mbox, mbox_sha1sum, openid, account', '2.4.2.3');
}

export function groupFaults(value: unknown, at: string, faults: Faults): void {
  if (!thing(value, at, groupKeys, faults, '2.4.2.2')) return;
  if (value.objectType !== 'Group') faults.add(below(at, 'objectType'), 'must be "Group" here', '2.4.2.2');
  if (value.name !== undefined) text(value.name, below(at, 'name'), faults, '2.4.2.2');
  const count = identified(value, at, faults);
  if (count > 1) faults.add(at, 'a group has at most one of mbox, mbox_sha1sum, openid, account', '2.4.2.3');
  const { member } = value;
  if (member === undefined) {
    if (count === 0) faults.add(at, 'a group without an identifier must say its members', '2.4.2.2');
    return;
  }
  if (!list(member, below(at, 'member'), faults, '2.4.2.2')) return;
  if (count === 0 && member.length === 0)
    faults.add(below(at, 'member'), 'a group without an identifier must say its members', '2.4.2.2');
  member.forEach((one, index) => agentFaults(one, `${below(at, 'member')}[${index}]`, faults));
}

/** How many identifiers there are, each looked through. */
function identified(value: Thing, at: string, faults: Faults): number {
  let count = 0;
  for (const key of identifiers) {
    if (value[key] === undefined) continue;
    count += 1;
    identifierFaults[key](value[key], below(at, key), faults);
  }
  return count;
}

const identifierFaults: Record<(typeof identifiers)[number], (value: unknown, at: string, faults: Faults) => void> = {
  mbox(value, at, faults) {
    if (typeof value !== 'string' || !/^mailto:[^\s@]+@[^\s@]+$/i.test(value))
      faults.add(at, 'must be mailto: and an address', '2.4.2.3');
  },
  mbox_sha1sum(value, at, faults) {
    if (typeof value !== 'string' || !/^[0-9a-f]{40}$/i.test(value))
      faults.add(at, 'must be a SHA-1 of 40 hexadecimal digits', '2.4.2.3');
  },
  openid(value, at, faults) {
    iri(value, at, faults, '2.4.2.3');
  },
  account(value, at, faults) {
    if (!thing(value, at, accountKeys, faults, '2.4.2.4')) return;
    iri(value.homePage, below(at, 'homePage'), faults, '2.4.2.4');
    text(value.name, below(at, 'name'), faults, '2.4.2.4');
  },
};

/** Set by the LRS: an Agent, or for OAuth an anonymous Group of two agents (xAPI 1.0.3 Data 2.4.9). */
export function authorityFaults(value: unknown, at: string, faults: Faults): void {
  actorFaults(value, at, faults);
  const group = (value ?? {}) as Thing;
  if (group.objectType !== 'Group') return;
  if (!Array.isArray(group.member) || group.member.length !== 2)
    faults.add(at, 'a group as authority has exactly two members', '2.4.9');
  if (identifiers.some((key) => group[key] !== undefined))
    faults.add(at, 'a group as authority has no identifier of its own', '2.4.9');
}
