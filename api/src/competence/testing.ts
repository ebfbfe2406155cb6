import { randomUUID } from 'node:crypto';
import type { Caller } from '@kursdugnad/core/contract/caller.js';
import { mainEdition } from '@kursdugnad/core/course/course-parts.js';
import { Catalogue } from '../catalogue/catalogue.js';
import { Registrations } from '../launch/registrations.js';
import { Sessions } from '../login/sessions.js';
import { personId } from '../people/people.js';
import { solvik, type TestHouse } from '../testing.js';

/** A guide of four lessons and no questions, published by Solvik and so in use there. Answers its id. */
export async function aCourseInUse(house: TestHouse, slug: string): Promise<string> {
  const author = await callerOf(house, 'author');
  const files = new Map([['guide.md', Buffer.from(guide(slug))]]);
  const { course } = await house.app.get(Catalogue).publishFiles(author, slug, files, 'Første');
  return course.id;
}

export async function callerOf(house: TestHouse, key: string, municipality = solvik): Promise<Caller> {
  const caller = await house.app
    .get(Sessions)
    .caller(municipality.orgnr, personId(municipality.orgnr, key), new Date().toISOString());
  if (caller) return caller;
  throw new Error(`Nobody is ${key}`);
}

/** Somebody has completed a course, by what an older system knows. */
export async function completed(house: TestHouse, key: string, course: string, at: string): Promise<void> {
  const person = personId(solvik.orgnr, key);
  await house.app.get(Registrations).recordEarlier(solvik.orgnr, [{ person, course, completedAt: at, scaled: null }]);
}

/** Somebody takes a course here and reads so many of its four lessons. */
export async function reads(house: TestHouse, key: string, course: string, lessons = 4): Promise<void> {
  const registrations = house.app.get(Registrations);
  const caller = await callerOf(house, key);
  const { registration } = await registrations.start(caller, course);
  const opened = await registrations.guide(caller, registration);
  const events = mainEdition(opened.course)
    .lessons.slice(0, lessons)
    .map(({ id: lesson }) => ({ kind: 'opened' as const, id: randomUUID(), at: caller.at, lesson }));
  await registrations.record(caller, registration, events);
}

function guide(slug: string): string {
  const lessons = ['Først', 'Så', 'Deretter', 'Til slutt'].map(
    (title, at) => `# ${title} {#del-${at}}\n\nDu lukker døra og sier fra til den som er nærmest.\n`,
  );
  return `---
title: Guide om ${slug}
summary: En kort guide om ${slug} for dem som skal prøve.
language: nb
minutes: 5
licence: CC-BY-4.0
publisher: Solvik kommune
topics: [${slug}]
sources:
  - Rutinen i Solvik kommune
---

Her lærer du det viktigste.

${lessons.join('\n')}`;
}
