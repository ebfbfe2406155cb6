import { isSameStatement } from './equal.js';
import { isThing } from './fault.js';
import type { Attachment, Statement } from './statement.js';

// Signed statements (xAPI 1.0.3 Data 2.6): a JSON web signature of the statement comes with it as an attachment.

export const signatureUsage = 'http://adlnet.gov/expapi/attachments/signature';

/** The algorithms that a signature may use. */
export const signatureAlgorithms = ['RS256', 'RS384', 'RS512'] as const;
export type SignatureAlgorithm = (typeof signatureAlgorithms)[number];

export function isSignature({ usageType }: Attachment): boolean {
  return usageType === signatureUsage;
}

/** Whether what was signed is this statement as it was before the signature was added. */
export function isSignedStatement(statement: Statement, signed: unknown): boolean {
  if (!isThing(signed)) return false;
  const { attachments = [], ...rest } = statement;
  const others = attachments.filter((one) => !isSignature(one));
  const before: Statement = others.length > 0 ? { ...rest, attachments: others } : rest;
  const said = signed as unknown as Statement;
  const hasSameId = said.id === undefined || said.id.toLowerCase() === statement.id?.toLowerCase();
  return hasSameId && isSameStatement(before, said);
}
