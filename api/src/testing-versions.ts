import { randomUUID } from 'node:crypto';
import type { Redo } from '@kursdugnad/core/catalogue/version-changes.js';
import type { Caller } from '@kursdugnad/core/contract/caller.js';
import type { LearnerEvent } from '@kursdugnad/core/runtime/learner-event.js';
import { Catalogue } from './catalogue/catalogue.js';
import type { Published } from './catalogue/publishing.js';
import { callerOf } from './competence/testing.js';
import type { TestHouse } from './testing.js';

/** `id` → whether the claim is true; a lesson with claims, of which `draw` are drawn. */
export interface LessonText {
  id: string;
  text?: string;
  draw?: number;
  claims?: Record<string, boolean>;
}

/** A course folder with these lessons. */
export function aGuideOf(title: string, lessons: LessonText[]): Map<string, Buffer> {
  const written = lessons.map(({ id, text = 'Du lukker døra.', draw, claims = {} }) => {
    const asked = Object.entries(claims).map(
      ([claim, isTrue]) =>
        `## Sant eller usant: Påstand om ${claim}. {#${claim}}\n\nSvar: ${isTrue ? 'sant' : 'usant'}\n`,
    );
    return `# Leksjon ${id} {#${id}${draw === undefined ? '' : ` trekk=${draw}`}}\n\n${text}\n\n${asked.join('\n')}`;
  });
  const top = `---
title: ${title}
summary: En kort guide som får nye versjoner, for dem som skal prøve.
language: nb
minutes: 5
licence: CC-BY-4.0
publisher: Solvik kommune
topics: [prøving]
sources:
  - Rutinen i Solvik kommune
---
`;
  return new Map([['guide.md', Buffer.from(`${top}\n${written.join('\n')}`)]]);
}

/** Publishes these lessons as the next version of Solvik's guide with this slug. */
export async function aVersionOf(
  house: TestHouse,
  slug: string,
  lessons: LessonText[],
  redo?: Redo,
): Promise<Published> {
  const author: Caller = await callerOf(house, 'author');
  return house.app.get(Catalogue).publishFiles(author, slug, aGuideOf(slug, lessons), 'Ny', redo);
}

const occurrence = (version?: string) => ({
  id: randomUUID(),
  at: new Date().toISOString(),
  ...(version === undefined ? {} : { version }),
});

export const opens = (lesson: string, version?: string): LearnerEvent => ({
  kind: 'opened',
  ...occurrence(version),
  lesson,
});

export const says = (question: string, isTrue: boolean, version?: string): LearnerEvent => ({
  kind: 'answered',
  ...occurrence(version),
  question,
  response: [String(isTrue)],
});
