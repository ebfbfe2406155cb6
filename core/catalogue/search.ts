import type { Language, Licence } from '../course/course.js';

/** What can be searched of a course. */
export interface Findable {
  title: string;
  topics: readonly string[];
  summary: string;
  publisher: string;
  languages: readonly Language[];
  licence: Licence;
  minutes: number;
  inUse: boolean;
}

export interface SearchFilter {
  q?: string | undefined;
  topic?: string | undefined;
  language?: Language | undefined;
  licence?: Licence | undefined;
  publisher?: string | undefined;
  maxMinutes?: number | undefined;
  inUse?: 'yes' | 'no' | undefined;
}

/** Without case and accents; å as a, ø as o and æ as ae, as they are written on a keyboard without them. */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae');
}

/** A word as it may stand in a folded text: `haandtering` and `foerste` are also `handtering` and `forste`. */
function spellings(word: string): string[] {
  return [word, word.replaceAll('aa', 'a').replaceAll('oe', 'o')];
}

/** A course with the texts that words are looked for in. */
export interface Candidate<Item extends Findable = Findable> {
  item: Item;
  /** As `searchTexts` gives them. */
  texts: readonly string[];
}

/** Folded once, to be searched often: publisher, summary, topics, title; the weightiest last. */
export function searchTexts({ publisher, summary, topics, title }: Omit<Findable, 'inUse'>): string[] {
  return [publisher, summary, topics.join(' '), title].map(folded);
}

/**
 * How well a course answers the filter; null: not at all. Every word of `q` must stand somewhere, also inside a longer
 * word. A word in the title weighs more than all words in the topics, these more than the summary, then the publisher.
 */
export function searchMatch({ item, texts }: Candidate, filter: SearchFilter): number | null {
  if (!passes(item, filter)) return null;
  const words = (filter.q ?? '').split(/\s+/u).slice(0, mostWords).map(folded).filter(Boolean);
  const ranks = words.map((word) => texts.findLastIndex((text) => spellings(word).some((one) => text.includes(one))));
  if (ranks.includes(-1)) return null;
  return ranks.reduce((sum, rank) => sum + (mostWords + 1) ** rank, 0);
}

const mostWords = 30;

function passes(item: Findable, filter: SearchFilter): boolean {
  const { topic, language, licence, publisher, maxMinutes, inUse } = filter;
  return (
    (topic === undefined || item.topics.some((one) => folded(one) === folded(topic))) &&
    (language === undefined || item.languages.includes(language)) &&
    (licence === undefined || item.licence === licence) &&
    (publisher === undefined || folded(item.publisher) === folded(publisher)) &&
    (maxMinutes === undefined || item.minutes <= maxMinutes) &&
    (inUse === undefined || item.inUse === (inUse === 'yes'))
  );
}

const byWords = new Intl.Collator('nb').compare;

export function byTitle(a: { title: string }, b: { title: string }): number {
  return byWords(a.title, b.title);
}

/** Those that answer the filter: best match first, then by title. */
export function found<Item extends Findable>(candidates: readonly Candidate<Item>[], filter: SearchFilter): Item[] {
  return candidates
    .flatMap((candidate) => {
      const match = searchMatch(candidate, filter);
      return match === null ? [] : [{ item: candidate.item, match }];
    })
    .sort((a, b) => b.match - a.match || byTitle(a.item, b.item))
    .map(({ item }) => item);
}

/** Each once, in the order of the alphabet. */
export function distinct(words: readonly string[]): string[] {
  return [...new Set(words)].sort(byWords);
}
