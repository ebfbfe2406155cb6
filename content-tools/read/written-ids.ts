import { partIds } from './block-ids.js';
import type { CourseFiles } from './course-files.js';
import { namedHeadings, type HeadingDraft } from './guide-draft.js';
import { withMovedMarks } from './misplaced-marks.js';
import { readable, readingOf } from './reading.js';
import { isStableId, stableIds } from './stable-ids.js';
import { withMarks } from './written-marks.js';

/** The guides that lack ids or have marks out of place, mended: path → new bytes. Every other byte is as it was. */
export function withWrittenIds(slug: string, files: CourseFiles): Map<string, Buffer> {
  const named = withWrittenNames(slug, files);
  const moved = withMarksInPlace(slug, new Map([...files, ...named]));
  const marks = withWrittenMarks(slug, new Map([...files, ...named, ...moved]));
  return new Map([...named, ...moved, ...marks]);
}

/** Marks that somebody has moved along with other words, where they belong. */
function withMarksInPlace(slug: string, files: CourseFiles): Map<string, Buffer> {
  const changed = new Map<string, Buffer>();
  for (const guide of readable(readingOf(slug, files))) {
    const bytes = files.get(guide.file);
    const moved = bytes && withMovedMarks(bytes, guide);
    if (moved && !moved.equals(bytes)) changed.set(guide.file, moved);
  }
  return changed;
}

/** Names in braces: of lessons, and of what is answered. */
function withWrittenNames(slug: string, files: CourseFiles): Map<string, Buffer> {
  const reading = readingOf(slug, files);
  const changed = new Map<string, Buffer>();
  for (const guide of readable(reading)) {
    const ids = stableIds(guide, reading.main);
    const missing = namedHeadings(guide).filter(({ heading }) => !heading.tail && heading.title !== '');
    const written = missing.map(({ heading }) => ({ heading, id: ids.get(heading) ?? '' }));
    const good = written.filter(({ id }) => isStableId(id));
    const bytes = files.get(guide.file);
    if (good.length > 0 && bytes) changed.set(guide.file, withIds(bytes, good));
  }
  return changed;
}

/**
 * Marks: of every other block. A translation gets only those that name a block of the main guide: what nobody knows the
 * source of, somebody must look at first.
 */
function withWrittenMarks(slug: string, files: CourseFiles): Map<string, Buffer> {
  const reading = readingOf(slug, files);
  const changed = new Map<string, Buffer>();
  for (const guide of readable(reading)) {
    const bytes = files.get(guide.file);
    const wanted = [...partIds(guide, reading.main)]
      .filter(([part, { isWritten, source }]) => !part.heading && !isWritten && (guide.isMain || source !== null))
      .map(([part, { id }]) => ({ part, mark: { id, from: part.mark?.from ?? null } }))
      .sort((a, b) => a.part.line - b.part.line);
    const marked = bytes && withMarks(bytes, guide, wanted);
    if (marked && !marked.equals(bytes)) changed.set(guide.file, marked);
  }
  return changed;
}

function withIds(bytes: Buffer, ids: readonly { heading: HeadingDraft; id: string }[]): Buffer {
  // Lines and their own ends by turns, so that joining gives back what was there.
  const parts = bytes.toString('utf8').split(/(\r\n|\r|\n)/u);
  for (const { heading, id } of ids) {
    const at = 2 * (lastLineOf(heading, parts) - 1);
    parts[at] = withId(parts[at] ?? '', id);
  }
  return Buffer.from(parts.join(''), 'utf8');
}

/** The line the id goes on: the heading's own, or the one above `===` and `---`. */
function lastLineOf({ line }: HeadingDraft, parts: readonly string[]): number {
  const textOf = (number: number) => parts[2 * (number - 1)] ?? '';
  if (/^\uFEFF? {0,3}#/u.test(textOf(line))) return line;
  let last = line;
  while (2 * last < parts.length && !/^ {0,3}(=+|-+)[ \t]*$/u.test(textOf(last + 1))) last += 1;
  return last;
}

/** Before the blanks and the closing number signs that a line may end with. */
function withId(line: string, id: string): string {
  const text = line.trimEnd();
  const closing = /^ {0,3}#{1,6}[ \t].*?([ \t]+#+)$/u.exec(text)?.[1] ?? '';
  const end = text.length - closing.length;
  return `${line.slice(0, end)} {#${id}}${line.slice(end)}`;
}
