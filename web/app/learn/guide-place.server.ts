import { type Client } from '@kursdugnad/core/contract/client.js';
import { recordEvents } from '@kursdugnad/core/contract/learn.js';
import { mainEdition } from '@kursdugnad/core/course/course-parts.js';
import type { Course } from '@kursdugnad/core/course/course.js';
import type { LearnerRecord } from '@kursdugnad/core/runtime/learner-record.js';
import { resultPlace } from '@kursdugnad/content-tools/render/guide-data.js';
import { createHash } from 'node:crypto';
import type { FoundGuide } from './guide-addresses.server.js';

export function isPlace(course: Course, place: string): boolean {
  return place === resultPlace || mainEdition(course).lessons.some((lesson) => lesson.id === place);
}

/** Where the learner was last, on whatever device; the first lesson to begin with. */
export function placeToGoOn({ course, record }: Pick<FoundGuide, 'course' | 'record'>): string {
  const last = record.place?.lesson;
  if (last !== undefined && isPlace(course, last)) return last;
  return mainEdition(course).lessons[0]?.id ?? resultPlace;
}

/** The record with this lesson opened. A lesson that the learner is in already is not opened again. */
export async function withOpened(
  found: FoundGuide,
  lesson: string,
  request: Request,
  client: Client,
): Promise<LearnerRecord> {
  const { record, registration } = found;
  const isHere = record.place?.lesson === lesson && lesson in record.opened;
  if (lesson === resultPlace || isHere || isPrefetch(request)) return record;
  const id = openedId(registration, lesson, record.place?.at ?? '');
  const at = new Date().toISOString();
  const event = { kind: 'opened' as const, id, at, lesson, version: found.version.hash };
  const answer = await client.call(recordEvents, { registration, events: [event] });
  return answer.record;
}

/** The same page asked for twice from the same place is one event. A UUID of version 8: made from what it is about. */
function openedId(registration: string, lesson: string, since: string): string {
  const hex = createHash('sha256').update(`opened ${registration} ${lesson} ${since}`).digest('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return parts.join('-');
}

/** A browser that fetches ahead has opened nothing. */
function isPrefetch(request: Request): boolean {
  return /prefetch|prerender/.test(request.headers.get('sec-purpose') ?? request.headers.get('purpose') ?? '');
}
