import type { Identifiers } from './statement.js';

const ofAccount = /^([a-z][a-z0-9+.-]*:[^|]*)\|(.*)$/i;
const sum = /^[0-9a-f]{40}$/i;
const mail = /^(?:mailto:)?([^\s@]+@[^\s@]+)$/i;
const address = /^https?:\/\/\S+$/i;

/**
 * An agent as one line that a person can read, write and send in an address: `ola@example.org`, the 40 digits of a
 * hashed mail, an OpenID, or `https://example.org|42` for an account. Null for who has no identifier.
 */
export function textOfAgent({ account, mbox, mbox_sha1sum: hash, openid }: Identifiers): string | null {
  if (account !== undefined) return `${account.homePage}|${account.name}`;
  return mbox?.replace(/^mailto:/i, '') ?? hash ?? openid ?? null;
}

/** The agent that such a line says; null for a line that is something else, a name for example. */
export function agentInText(line: string): Identifiers | null {
  const text = line.trim();
  const [, homePage, name] = ofAccount.exec(text) ?? [];
  if (homePage !== undefined && name !== undefined)
    return { account: { homePage: homePage.trim(), name: name.trim() } };
  if (sum.test(text)) return { mbox_sha1sum: text.toLowerCase() };
  if (address.test(text)) return { openid: text };
  const [, written] = mail.exec(text) ?? [];
  return written === undefined ? null : { mbox: `mailto:${written}` };
}
