import type { RefusalReason } from './bundle-refusal.js';

/** UTF-8 where it is that; otherwise one character a byte, so that an old zip's `å` becomes a bad name and not a refusal. */
export function decodedName(raw: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw).normalize('NFC');
  } catch {
    return raw.toString('latin1');
  }
}

/** Why an entry of this name may not be unpacked, or null. Directories end with `/`. */
export function nameRefusal(name: string): RefusalReason | null {
  if (/\p{Cc}/u.test(name)) return 'path-control-character';
  if (name.includes('\\')) return 'path-backslash';
  if (/^[a-z]:/iu.test(name)) return 'path-drive';
  if (name === '' || name.startsWith('/')) return 'path-absolute';
  if (Buffer.byteLength(name) > 1024) return 'path-too-long';
  const parts = name.replace(/\/$/u, '').split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..')) return 'path-outside';
  if (parts.some((part) => Buffer.byteLength(part) > 255)) return 'name-too-long';
  return parts.length > 40 ? 'too-deep' : null;
}

/** Why these names cannot lie in one folder on every kind of disk, or null. */
export function collision(files: readonly string[]): RefusalReason | null {
  const exact = new Set(files);
  if (exact.size < files.length) return 'duplicate-name';
  const folded = new Set(files.map((name) => name.toLowerCase()));
  if (folded.size < files.length) return 'case-collision';
  const isFolderToo = (name: string) =>
    name.split('/').some((_, at, parts) => at > 0 && folded.has(parts.slice(0, at).join('/')));
  return [...folded].some(isFolderToo) ? 'duplicate-name' : null;
}
