import type { Account, Agent, Identifiers } from '@kursdugnad/core/xapi/statement.js';

const form = /^(\d{9}):([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

/** How a person stands in statements: without name, birth number or mail. `homePage` is the platform's address. */
export function accountOfPerson(homePage: string, municipality: string, person: string): Agent & { account: Account } {
  return { objectType: 'Agent', account: { homePage, name: `${municipality}:${person}` } };
}

/** The person of the municipality that an account says; null for everybody else. */
export function personOfAccount(homePage: string, municipality: string, { account }: Identifiers): string | null {
  const [, orgnr, person] = form.exec(account?.homePage === homePage ? account.name : '') ?? [];
  return orgnr === municipality && person !== undefined ? person : null;
}
