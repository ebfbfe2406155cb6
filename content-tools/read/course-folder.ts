import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CourseFiles } from './course-files.js';

/**
 * Every file of a course folder. Symbolic links are not followed, so that nothing outside the folder comes along; hidden
 * files and the litter of operating systems are passed over.
 */
export async function readFolder(folder: string): Promise<CourseFiles> {
  const files = new Map<string, Buffer>();
  for (const path of await pathsBelow(folder, '')) files.set(path, await readFile(join(folder, path)));
  return files;
}

async function pathsBelow(folder: string, below: string): Promise<string[]> {
  const entries = await readdir(join(folder, below), { withFileTypes: true });
  const paths: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (isLitter(entry.name)) continue;
    const path = below ? `${below}/${entry.name}` : entry.name;
    if (entry.isDirectory()) paths.push(...(await pathsBelow(folder, path)));
    else if (entry.isFile()) paths.push(path);
  }
  return paths;
}

/** `.DS_Store`, `__MACOSX`, `Thumbs.db` and everything else that begins with a dot. */
export function isLitter(name: string): boolean {
  return name.startsWith('.') || ['__macosx', 'thumbs.db', 'desktop.ini'].includes(name.toLowerCase());
}
