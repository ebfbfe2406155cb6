import { truncateSync, writeFileSync } from 'node:fs';
import { aStatement } from '../../api/src/testing-statement.js';
import { speaking } from './every-resource.js';

export const megabyte = 1024 * 1024;

/** Writes until nothing more fits; answers how many bytes did. */
export function fillUp(path: string): number {
  let size = 0;
  for (let piece = megabyte; piece >= 4096;) {
    try {
      writeFileSync(path, Buffer.alloc(piece), { flag: 'a' });
      size += piece;
    } catch {
      truncateSync(path, size);
      piece /= 2;
    }
  }
  return size;
}

/** Sends statements to an LRS and notes which ones it says are stored. */
export function statementsSent(url: () => string, verb: string) {
  const stored = new Set<string>();
  const post = async (body: RequestInit['body'], headers: Record<string, string> = {}) => {
    const sent = { method: 'POST', headers: { ...speaking, ...headers }, body: body! };
    const answer = await fetch(`${url()}/xapi/statements`, sent);
    return { status: answer.status, retryAfter: answer.headers.get('retry-after'), text: await answer.text() };
  };
  /** 50 statements of some size. */
  const postSome = async () => {
    const response = 'x'.repeat(2000);
    const statements = Array.from({ length: 50 }, () => aStatement({ verb: { id: verb }, result: { response } }));
    const told = await post(JSON.stringify(statements));
    if (told.status === 200) for (const { id } of statements) stored.add(id);
    return told;
  };
  return { stored, post, postSome };
}
