import type { CourseFiles } from '../read/course-files.js';
import { readable, readingOf } from '../read/reading.js';
import { translationOf } from '../read/translations.js';

/** The ids of the parts that a translation has on a line of it (1-based), or of all its parts where there is no line. */
export function translatedPartsAt(slug: string, files: CourseFiles, path: string, line: number | null): string[] {
  const reading = readingOf(slug, files);
  const guide = readable(reading).find(({ file }) => file === path);
  const { main } = reading;
  if (!guide || !main || guide === main) return [];
  return translationOf(guide, main).flatMap(({ id, part }) =>
    part && (line === null || part.line === line) ? [id] : [],
  );
}
