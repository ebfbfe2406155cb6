import { createHash } from 'node:crypto';

/** The same name in the same municipality is the same thing: UUID version 8 made of the SHA-256 of both. */
export function keyedId(municipality: string, kind: string, key: string): string {
  const hex = createHash('sha256').update(`${municipality}\n${kind}\n${key}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
