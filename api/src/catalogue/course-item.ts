import type { CatalogueItem } from '@kursdugnad/core/contract/catalogue.js';
import type { CourseCard } from '@kursdugnad/core/contract/learn.js';
import type { Course, Language, Licence } from '@kursdugnad/core/course/course.js';

/** What a card says in each language; the main one first. */
type EditionTitle = Pick<Course['editions'][number], 'language' | 'title' | 'summary'>;

export interface CardRow {
  id: string;
  slug: string;
  iri: string;
  minutes: number;
  editions: string;
}

export interface ItemRow extends CardRow {
  orgnr: string;
  municipality: string;
  hash: string;
  number: number;
  licence: Licence;
  publisher: string;
  topics: string;
  publishedAt: string;
  users: number;
  inUse: number;
}

export function editionTitles(course: Course): string {
  const titles = course.editions.map(({ language, title, summary }): EditionTitle => ({ language, title, summary }));
  return JSON.stringify(titles);
}

/** The course as a card, in the language asked for where it is translated to that. */
export function cardOf({ id, slug, minutes, editions }: CardRow, language?: Language): CourseCard {
  const titles = JSON.parse(editions) as [EditionTitle, ...EditionTitle[]];
  const { title, summary } = titles.find((edition) => edition.language === language) ?? titles[0];
  return { id, slug, title, summary, minutes, languages: titles.map((edition) => edition.language) };
}

export function itemOf(row: ItemRow, language: Language): CatalogueItem {
  const { licence, publisher, orgnr, municipality, topics, number, publishedAt, users, inUse } = row;
  return {
    ...cardOf(row, language),
    licence,
    publisher,
    municipality: { orgnr, name: municipality },
    topics: JSON.parse(topics) as string[],
    version: number,
    publishedAt,
    users,
    inUse: inUse > 0,
  };
}
