import { expect, test } from '@jest/globals';
import type { Client } from '@kursdugnad/core/contract/client.js';
import type { LearnerEvent } from '@kursdugnad/core/runtime/learner-event.js';
import { emptyRecord, recorded } from '@kursdugnad/core/runtime/recording.js';
import { aCourse } from '../../../test/builders/course-builder.js';
import type { FoundGuide } from './guide-addresses.server.js';
import { placesOf } from './guide-addresses.server.js';
import { placeToGoOn, withOpened } from './guide-place.server.js';

const registration = '0b1f2a6e-0000-4000-8000-000000000001';
const found: FoundGuide = {
  registration,
  course: aCourse(),
  courseId: '0b1f2a6e-0000-4000-8000-000000000002',
  version: { number: 1, hash: 'a'.repeat(64) },
  record: emptyRecord,
  newer: false,
  news: null,
  facts: {},
  completedOn: null,
};
const page = (headers = {}, query = '') => new Request(`https://kurs.example/guide/x/alarmen${query}`, { headers });

/** Records what it is sent, as api does. */
function recording(): { client: Client; sent: LearnerEvent[] } {
  const sent: LearnerEvent[] = [];
  const call = (_: unknown, { events }: { events: LearnerEvent[] }) => {
    sent.push(...events);
    return Promise.resolve({ accepted: [], refused: [], record: events.reduce(recorded, found.record) });
  };
  return { client: { call } as unknown as Client, sent };
}

test('a lesson is opened once, however often its page is loaded', async () => {
  const { client, sent } = recording();
  const record = await withOpened(found, 'alarmen', page(), client);
  expect(Object.keys(record.opened)).toEqual(['alarmen']);
  await withOpened({ ...found, record }, 'alarmen', page(), client);
  expect(sent).toHaveLength(1);
});

test('the same page loaded twice at once is one event, and going back to it later is another', async () => {
  const { client, sent } = recording();
  await Promise.all([withOpened(found, 'alarmen', page(), client), withOpened(found, 'alarmen', page(), client)]);
  const place = { lesson: 'slokke', at: '2026-11-21T10:00:00.000Z' };
  await withOpened({ ...found, record: { ...emptyRecord, place } }, 'alarmen', page(), client);
  expect(new Set(sent.map(({ id }) => id)).size).toBe(2);
});

test('neither the result nor a page fetched ahead opens a lesson', async () => {
  const { client, sent } = recording();
  await withOpened(found, 'resultat', page(), client);
  await withOpened(found, 'alarmen', page({ 'sec-purpose': 'prefetch;prerender' }), client);
  expect(sent).toEqual([]);
});

test('one goes on where one was last, unless this version has no such lesson', () => {
  const at = '2026-11-21T10:00:00.000Z';
  const was = (lesson: string) => placeToGoOn({ ...found, record: { ...emptyRecord, place: { lesson, at } } });
  expect([placeToGoOn(found), was('slokke'), was('borte')]).toEqual(['alarmen', 'slokke', 'alarmen']);
});

test('a language other than the learner’s own is kept in the addresses, where the guide has it', () => {
  const [edition] = aCourse().editions;
  const editions = [edition!, { ...edition!, language: 'nn' as const }];
  const both = { ...found, course: aCourse({ editions }) };
  expect(placesOf(both, 'nb', page({}, '?sprak=nn')).place('alarmen', 'nn')).toBe(
    `/guide/${registration}/alarmen?sprak=nn`,
  );
  expect(placesOf(both, 'nn', page()).place('alarmen', 'nn')).toBe(`/guide/${registration}/alarmen`);
  expect(placesOf(found, 'en', page()).language).toBe('nb');
});
