import { partIds } from './block-ids.js';
import type { CourseFiles } from './course-files.js';
import type { GuideDraft } from './guide-draft.js';
import { partsOf, sourceHash, type GuidePart } from './guide-parts.js';
import { readable, readingOf } from './reading.js';
import { withMarks, type WantedMark } from './written-marks.js';

/** How a part of the main guide stands in a translation. */
export interface TranslatedPart {
  id: string;
  /** In the main guide. */
  source: GuidePart;
  /** In the translation; null where it is not translated. */
  part: GuidePart | null;
  /**
   * `stale`: the words in the main guide are others than those it was translated from. `unrecorded`: nobody has said which
   * words it was translated from.
   */
  state: 'current' | 'stale' | 'unrecorded' | 'missing';
}

/** Every part of the main guide, in its order, as it stands in `guide`. */
export function translationOf(guide: GuideDraft, main: GuideDraft): TranslatedPart[] {
  const sources = partIds(main, null);
  const own = new Map([...partIds(guide, main)].map(([part, { id }]) => [id, part]));
  return partsOf(main).map((source) => {
    const id = sources.get(source)?.id ?? '';
    const part = own.get(id) ?? null;
    return { id, source, part, state: stateOf(part, source) };
  });
}

function stateOf(part: GuidePart | null, source: GuidePart): TranslatedPart['state'] {
  if (!part) return 'missing';
  if (!part.mark?.from) return 'unrecorded';
  return part.mark.from === sourceHash(source) ? 'current' : 'stale';
}

/** Which parts somebody says are translated from the words that now stand in `guide.md`. */
export type Recorded = 'unrecorded' | 'all' | readonly string[];

/**
 * The translations with what they were made from written in: path → new bytes. The ids should be written first, since an id
 * that is made of the words changes with them.
 */
export function withRecordedSources(slug: string, files: CourseFiles, which: Recorded): Map<string, Buffer> {
  const reading = readingOf(slug, files);
  const changed = new Map<string, Buffer>();
  const { main } = reading;
  for (const guide of main && !main.fault ? readable(reading) : []) {
    const bytes = files.get(guide.file);
    if (!bytes || !main || guide === main) continue;
    const wanted = translationOf(guide, main).flatMap((one) => (isMeant(one, which) ? recordOf(one) : []));
    const recorded = withMarks(
      bytes,
      guide,
      wanted.sort((a, b) => a.part.line - b.part.line),
    );
    if (!recorded.equals(bytes)) changed.set(guide.file, recorded);
  }
  return changed;
}

function isMeant({ id, state }: TranslatedPart, which: Recorded): boolean {
  if (state === 'missing' || state === 'current') return false;
  if (which === 'unrecorded') return state === 'unrecorded';
  return which === 'all' || which.includes(id);
}

/** A heading has its name in braces, and only the source in the mark. */
function recordOf({ id, part, source }: TranslatedPart): WantedMark[] {
  return part ? [{ part, mark: { id: part.heading ? null : id, from: sourceHash(source) } }] : [];
}
