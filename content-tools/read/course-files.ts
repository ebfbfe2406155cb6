/** The files of a course folder: path below the folder with `/` between → bytes. Paths and bytes may be hostile. */
export type CourseFiles = ReadonlyMap<string, Buffer>;

/** Guides first (the main one first of all), then the rest by name: the order problems are told in. */
export function pathsInOrder(files: CourseFiles): string[] {
  const rank = (path: string) => (path === 'guide.md' ? 0 : isGuidePath(path) ? 1 : 2);
  return [...files.keys()].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

/** `guide.md` and its translations, whatever language they claim to be in. */
export function isGuidePath(path: string): boolean {
  return /^guide(\.[^./\\]{1,20})?\.md$/u.test(path);
}

/** What stands between the dots: `nn` of `guide.nn.md`, null for `guide.md`. */
export function languageInPath(path: string): string | null {
  return path.split('.').length === 3 ? (path.split('.')[1] ?? null) : null;
}
