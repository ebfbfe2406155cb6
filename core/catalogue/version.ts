/** A file of a course folder: its path below the folder and the SHA-256 of its bytes, in hex. */
export interface SourceFile {
  path: string;
  hash: string;
}

/** What a course was written as, in one canonical text: the same files give the same text, whatever order they came in. */
export function sourceText(files: readonly SourceFile[]): string {
  const inOrder = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  return JSON.stringify(inOrder.map(({ path, hash }) => ({ path, hash })));
}

export function filesOf(source: string): SourceFile[] {
  return JSON.parse(source) as SourceFile[];
}

/** What the next version builds on. */
export interface Previous {
  number: number;
  hash: string;
  source: string;
}

export function isUnchanged(current: Previous | null, source: string): current is Previous {
  return current?.source === source;
}

/** 1, 2, 3 … within the course. */
export function nextNumber(current: Previous | null): number {
  return (current?.number ?? 0) + 1;
}

/**
 * The text whose SHA-256 is a version's address: the course, the version before and the source. Taking up an old text
 * again is a version of its own, with an address of its own.
 */
export function addressText(course: string, previous: Previous | null, source: string): string {
  return ['kursdugnad version 1', course, previous?.hash ?? '', source].join('\n');
}
