import { createHash } from 'node:crypto';
import { identifierOf } from '@kursdugnad/core/xapi/mentioned.js';
import type { Identifiers } from '@kursdugnad/core/xapi/statement.js';
import type { Erased } from '../../people/erasure/erasures.js';
import { accountOfPerson } from '../person-account.js';

/** How somebody may stand in statements, ours and other systems': our account, and the mail address in every form. */
export function identifiersOfPerson(homePage: string, { municipality, person, email }: Erased): string[] {
  const addresses = [...new Set([email, email.toLowerCase()])].map((one) => `mailto:${one}`);
  const agents: Identifiers[] = [
    accountOfPerson(homePage, municipality, person),
    ...addresses.map((mbox) => ({ mbox })),
    ...addresses.map((mbox) => ({ mbox_sha1sum: createHash('sha1').update(mbox).digest('hex') })),
  ];
  return agents.map((agent) => identifierOf(agent) ?? '');
}
