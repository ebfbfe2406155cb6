import type { Course, Edition, Language } from '@kursdugnad/core/course/course.js';
import { blocksOf, editionIn } from '@kursdugnad/core/course/course-parts.js';
import { factNamed, factText, withFacts } from '@kursdugnad/core/course/facts.js';
import { standing, type Standing } from '@kursdugnad/core/runtime/standing.js';
import { resultPlace, type Place } from './guide-data.js';
import type { GuidePage } from './guide-page.js';
import { outlineInWords } from './outline-in-words.js';
import type { ProsePlace } from './prose.js';
import { wordsIn, type Words } from './words.js';

/** A guide's page while it is being written: what was asked for, and what follows from it. */
export interface GuideView {
  page: GuidePage;
  language: Language;
  edition: Edition;
  outline: Course;
  words: Words;
  standing: Standing;
  /** Never an id the guide does not have: an unknown place shows the first lesson. */
  shown: Place;
  href(place: Place, anchor?: string): string;
  prose: ProsePlace;
  /** Plain text with the local facts in; still to be escaped. */
  said(text: string): string;
}

export function guideView(page: GuidePage): GuideView {
  const edition = editionIn(page.course, page.language);
  const { language } = edition;
  const words = wordsIn(language);
  const known = page.shown === resultPlace || edition.lessons.some((lesson) => lesson.id === page.shown);
  const href = (place: Place, anchor?: string) => page.urls.place(place, language) + (anchor ? `#${anchor}` : '');
  const fact = factsShown(page, edition, words);
  return {
    page,
    language,
    edition,
    outline: outlineInWords(page.course, language),
    words,
    standing: standing(page.course, page.record),
    shown: known ? page.shown : (edition.lessons[0]?.id ?? resultPlace),
    href,
    prose: {
      headingLevel: 2,
      media: page.urls.media,
      inside: insideLinks(edition, href),
      word: wordIn(edition),
      fact,
      tableWord: words.table,
    },
    said: (text) => withFacts(text, (name) => fact(name)?.text ?? null),
  };
}

function factsShown(page: GuidePage, edition: Edition, { reading }: Words): ProsePlace['fact'] {
  return (name) => {
    const fact = factNamed(edition, name);
    if (!fact) return null;
    const { kind, description } = fact;
    // A learner is never shown a hole, only whom to ask; those who look a guide through see what is to be filled in.
    const missing = page.registration === null ? reading.factMissing(description) : reading.factAsk;
    const text = factText(edition, page.facts ?? {}, name) ?? missing;
    return { text, kind, about: page.marksFacts ? reading.factIn(description) : null };
  };
}

function wordIn(edition: Edition): ProsePlace['word'] {
  const names = new Set(blocksOf(edition).flatMap((block) => (block.kind === 'word' ? [block.name] : [])));
  return (name) => (names.has(name) ? `word_${name}` : null);
}

function insideLinks(edition: Edition, href: GuideView['href']): ProsePlace['inside'] {
  const lessonOf = new Map<string, string>();
  const first = edition.lessons[0]?.id ?? '';
  for (const block of edition.introduction) lessonOf.set(block.id, first);
  for (const lesson of edition.lessons) for (const block of lesson.blocks) lessonOf.set(block.id, lesson.id);
  for (const lesson of edition.lessons) lessonOf.set(lesson.id, lesson.id);
  return (id) => {
    const lesson = lessonOf.get(id);
    return lesson === undefined ? null : { lesson, href: href(lesson, lesson === id ? undefined : id) };
  };
}
