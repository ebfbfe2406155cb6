import { languages } from '@kursdugnad/core/course/course.js';

/** The files of a course folder: path below the folder with `/` between → bytes. Paths and bytes may be hostile. */
export type CourseFiles = ReadonlyMap<string, Buffer>;

/** The guides that are there: the main one first, then its translations. */
export function guidePaths(files: CourseFiles): string[] {
  return ['guide.md', ...languages.map((language) => `guide.${language}.md`)].filter((path) => files.has(path));
}

/** `guide.md` and what was meant as a translation, whatever language it claims to be in. */
export function isGuidePath(path: string): boolean {
  return /^guide(\.[^./\\]{1,20})?\.md$/u.test(path);
}

/** What stands between the dots: `nn` of `guide.nn.md`, null for `guide.md`. */
export function languageInPath(path: string): string | null {
  return path.split('.').length === 3 ? (path.split('.')[1] ?? null) : null;
}
