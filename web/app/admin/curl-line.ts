import type { LrsKey } from '@kursdugnad/core/contract/lrs.js';

/** A line for a terminal that shows whether a key works: sends a statement, or reads one where it may only read. */
export function curlLine(endpoint: string, { key, scopes }: Pick<LrsKey, 'key' | 'scopes'>, secret: string): string {
  const start = `curl -u '${key}:${secret}' -H 'X-Experience-API-Version: 1.0.3'`;
  const maySend = scopes.some((scope) => scope === 'all' || scope === 'statements/write');
  if (!maySend) return `${start} '${endpoint}statements?limit=1'`;
  const statement = {
    actor: { mbox: 'mailto:test@example.com' },
    verb: { id: 'http://adlnet.gov/expapi/verbs/experienced' },
    object: { id: 'https://example.com/test' },
  };
  return `${start} -H 'Content-Type: application/json' -d '${JSON.stringify(statement)}' '${endpoint}statements'`;
}
