import type { Language } from '@kursdugnad/core/course/course.js';

/** What has come in a newer version: how many parts are new, and how many are to be done again. */
export interface News {
  added: number;
  redo: number;
}

interface NewsWords {
  kept: string;
  added(count: number): string;
  redo(count: number): string;
}

const said: Record<Language, NewsWords> = {
  nb: {
    kept: 'Guiden har en ny versjon. Det du har gjort, er tatt vare på.',
    added: (count) => (count === 1 ? 'Én del er ny.' : `${count} deler er nye.`),
    redo: (count) =>
      count === 1
        ? 'Én del er endret så mye at du må gjøre den på nytt.'
        : `${count} deler er endret så mye at du må gjøre dem på nytt.`,
  },
  nn: {
    kept: 'Guiden har ein ny versjon. Det du har gjort, er teke vare på.',
    added: (count) => (count === 1 ? 'Éin del er ny.' : `${count} delar er nye.`),
    redo: (count) =>
      count === 1
        ? 'Éin del er endra så mykje at du må gjere han på nytt.'
        : `${count} delar er endra så mykje at du må gjere dei på nytt.`,
  },
  en: {
    kept: 'The guide has a new version. What you have done is kept.',
    added: (count) => (count === 1 ? 'One part is new.' : `${count} parts are new.`),
    redo: (count) =>
      count === 1
        ? 'One part has changed so much that you must do it again.'
        : `${count} parts have changed so much that you must do them again.`,
  },
};

/** To somebody who goes on in a newer version. */
export function newsLine(language: Language, { added, redo }: News): string {
  const words = said[language];
  return [words.kept, ...(added > 0 ? [words.added(added)] : []), ...(redo > 0 ? [words.redo(redo)] : [])].join(' ');
}
