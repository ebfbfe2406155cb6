import { guidePaths, type CourseFiles } from './course-files.js';
import type { GuideDraft } from './guide-draft.js';
import { readGuide } from './read-guide.js';

/** A course folder as it was written: what every rule looks at. */
export interface Reading {
  slug: string;
  files: CourseFiles;
  /** The main guide first. */
  guides: GuideDraft[];
  main: GuideDraft | null;
}

export function readingOf(slug: string, files: CourseFiles): Reading {
  const guides = guidePaths(files).map((path) => readGuide(path, files.get(path) ?? Buffer.alloc(0)));
  return { slug, files, guides, main: guides.find((guide) => guide.isMain) ?? null };
}

/** The guides whose text could be read: the ones most rules are about. */
export function readable(reading: Reading): GuideDraft[] {
  return reading.guides.filter((guide) => guide.fault === null);
}
