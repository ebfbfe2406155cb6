import { readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { isLitter } from '../read/course-folder.js';
import { CommandRefused } from './command-run.js';

export interface CourseFolder {
  /** As given on the command line, for messages. */
  dir: string;
  slug: string;
}

/** The course in a folder, or the courses in the folders of a folder. */
export async function courseFolders(dir: string): Promise<CourseFolder[]> {
  const found = await stat(dir).catch(() => null);
  if (!found?.isDirectory()) throw new CommandRefused(`Mappa «${dir}» finnes ikke.`);
  if (await holdsGuide(dir)) return [{ dir, slug: basename(resolve(dir)) }];
  const below = (await readdir(dir, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory() && !isLitter(entry.name))
    .map((entry) => entry.name)
    .sort();
  const folders: CourseFolder[] = [];
  for (const name of below) if (await holdsGuide(join(dir, name))) folders.push({ dir: join(dir, name), slug: name });
  if (folders.length > 0) return folders;
  throw new CommandRefused(`Fant ingen guide i «${dir}». En guide er en mappe med en fil som heter guide.md.`);
}

/** A name that only nearly is right counts: the check then says what it should be. */
async function holdsGuide(dir: string): Promise<boolean> {
  return (await readdir(dir)).some((name) => /^guide(\.[^.]+)?\.md$/iu.test(name));
}
