import { createHash } from 'node:crypto';
import type { CourseFiles } from '../read/course-files.js';
import { zipped } from './zipped.js';

export { readFolder } from '../read/course-folder.js';
export { unpackSource, type BundleLimits, type UnpackedSource } from './unpack-source.js';

/**
 * A course folder as a zip: same files, same bytes. With a `slug` everything lies in a folder of that name, which is how
 * a bundle says what the course is called; `unpackSource` takes it off again.
 */
export async function packSource(files: CourseFiles, slug?: string): Promise<Buffer> {
  return zipped(
    sortedPaths(files).map((path) => [slug ? `${slug}/${path}` : path, files.get(path) ?? Buffer.alloc(0)] as const),
  );
}

/** The content address of a version: SHA-256 in hex over every path and the SHA-256 of what it holds, sorted by path. */
export function sourceHash(files: CourseFiles): string {
  const hash = createHash('sha256');
  for (const path of sortedPaths(files)) {
    const content = createHash('sha256')
      .update(files.get(path) ?? Buffer.alloc(0))
      .digest('hex');
    // A path cannot hold NUL, so no two folders give the same sequence.
    hash.update(`${path}\0${content}\n`);
  }
  return hash.digest('hex');
}

function sortedPaths(files: CourseFiles): string[] {
  return [...files.keys()].sort((a, b) => (a < b ? -1 : 1));
}
