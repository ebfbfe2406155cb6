import { declarationsOf, mainEdition, questionsOf } from '../course/course-parts.js';
import type { Course } from '../course/course.js';
import type { Language } from '../course/language.js';
import type { LearnerRecord } from './learner-record.js';
import { packedHistories, recordedHistories } from './packed-history.js';
import { idsByKey, shortKey } from './short-key.js';

/** What a package must remember of a learner from one day to the next. */
export interface PackageState {
  /** Made at the first launch: decides what is drawn for this learner. ASCII letters, digits and hyphens. */
  seed: string;
  /** The language the learner chose last, which a later version may not be written in. */
  language: Language | null;
  record: LearnerRecord;
}

/** Of the text below; another one is another way of writing. */
const version = '1';

/**
 * The state in as few characters as it takes to bring the learner back to the same standing, all ASCII: a SCORM 1.2 system
 * may keep no more than 4 096 bytes. Left out are earlier attempts (their number is kept), answers that do not count, the
 * words of earlier wrong answers, and when things were opened and answered. `course` as drawn for this learner.
 */
export function packedState(course: Course, { seed, language, record }: PackageState): string {
  return [
    version,
    language ?? '',
    seed,
    latestIn(record).toString(36),
    record.place ? shortKey(record.place.lesson) : '',
    record.restarts.length.toString(36),
    Object.keys(record.opened).map(shortKey).join(''),
    Object.entries(record.declared)
      .map(([id, at]) => shortKey(id) + Date.parse(at).toString(36))
      .join(','),
    packedHistories(course, record),
  ].join('|');
}

/** The inverse; null for a text that is not ours. Ids that this version of the course does not have are passed over. */
export function unpackedState(course: Course, text: string): PackageState | null {
  const [written, language = '', seed, time = '', place = '', restarts = '', opened = '', declared = '', histories] =
    text.split('|');
  const latest = parseInt(time, 36);
  if (written !== version || !seed || histories === undefined || !Number.isFinite(latest)) return null;
  const edition = mainEdition(course);
  const lessons = idsByKey(edition.lessons);
  const declarations = idsByKey(declarationsOf(edition));
  const known = idsByKey(questionsOf(edition));
  const at = new Date(latest).toISOString();
  const lesson = lessons.get(place);
  const history = recordedHistories(course, histories, known, { latest, restarts: parseInt(restarts, 36) || 0 });
  return {
    seed,
    language: (language || null) as Language | null,
    record: {
      opened: Object.fromEntries((opened.match(/.{5}/gu) ?? []).flatMap((key) => pair(lessons.get(key), at))),
      declared: Object.fromEntries(
        declared.split(',').flatMap((one) => pair(declarations.get(one.slice(0, 5)), instant(one.slice(5)))),
      ),
      place: lesson === undefined ? null : { lesson, at },
      ...history,
    },
  };
}

function pair(id: string | undefined, at: string | null): [string, string][] {
  return id === undefined || at === null ? [] : [[id, at]];
}

function instant(written: string): string | null {
  const time = parseInt(written, 36);
  return Math.abs(time) <= 8.64e15 ? new Date(time).toISOString() : null;
}

/** When the record came to be as it is, in milliseconds. */
function latestIn({ opened, answers, declared, restarts, hints = [], place }: LearnerRecord): number {
  const occurrences = [...answers, ...restarts, ...hints, ...(place ? [place] : [])].map(({ at }) => at);
  const times = [...Object.values(opened), ...Object.values(declared), ...occurrences].map((at) => Date.parse(at));
  return Math.max(0, ...times);
}
