import type { Part } from '../storage/storage.js';

/**
 * The part that a `Range` header asks for (RFC 9110, 14.2): null for the whole file, 'outside' when the file has no such
 * bytes. Several ranges at once, other units and what cannot be read are answered with the whole file, as one may.
 */
export function byteRange(header: string | undefined, size: number): Part | 'outside' | null {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? [];
  if (first === '' && last === '') return null;
  if (first === '') return suffix(Number(last), size);
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < start) return null;
  return start < size ? { start, end } : 'outside';
}

/** The last so many bytes. */
function suffix(length: number, size: number): Part | 'outside' {
  return length === 0 || size === 0 ? 'outside' : { start: Math.max(0, size - length), end: size - 1 };
}
