import type { Statement } from '@kursdugnad/core/xapi/statement.js';

/** Reads all statements of a registration, oldest first. */
export function statementReader(endpoint: string, { key, secret }: { key: string; secret: string }) {
  const headers = {
    authorization: `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`,
    'x-experience-api-version': '1.0.3',
  };
  return async (registration: string): Promise<Statement[]> => {
    const all: Statement[] = [];
    let next: string | undefined = `${endpoint}statements?registration=${registration}&ascending=true`;
    while (next) {
      const answer = await fetch(new URL(next, endpoint), { headers });
      if (!answer.ok) throw new Error(`${next}: ${answer.status}`);
      const page = (await answer.json()) as { statements: Statement[]; more?: string };
      all.push(...page.statements);
      next = page.more;
    }
    return all;
  };
}
