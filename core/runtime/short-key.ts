/** Five characters for a stable id: FNV-1a in base 36. The same in every version of a course, wherever the part has moved. */
export function shortKey(id: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36).padStart(5, '0').slice(-5);
}

/** The ids of these parts by their keys. */
export function idsByKey(parts: readonly { id: string }[]): Map<string, string> {
  return new Map(parts.map(({ id }) => [shortKey(id), id]));
}

/** Ids that cannot be told apart by their keys; one in sixty million pairs. */
export function sameKeys(parts: readonly { id: string }[]): string[] {
  const ids = idsByKey(parts);
  return parts.map(({ id }) => id).filter((id) => ids.get(shortKey(id)) !== id);
}
