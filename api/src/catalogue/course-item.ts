import { searchTexts } from '@kursdugnad/core/catalogue/search.js';
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

/** What a version says of itself in one language: the part of an item that never changes, and where to look for words. */
export interface Label {
  said: Omit<CatalogueItem, 'municipality' | 'users' | 'inUse'>;
  texts: string[];
}

export function labelOf(row: ItemRow, language: Language): Label {
  const { licence, publisher, topics, number, publishedAt } = row;
  const card = cardOf(row, language);
  const said = { ...card, licence, publisher, topics: JSON.parse(topics) as string[], version: number, publishedAt };
  return { said, texts: searchTexts(said) };
}

export function itemOf({ orgnr, municipality, users, inUse }: ItemRow, { said }: Label): CatalogueItem {
  return { ...said, municipality: { orgnr, name: municipality }, users, inUse: inUse > 0 };
}
