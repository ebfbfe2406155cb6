import type { Language, Licence } from '@kursdugnad/core/course/course.js';
import { liveWordsIn, type LiveWords } from './live/live-words.js';
import { questionWords, type QuestionWords } from './question-words.js';
import { readingWords, type ReadingWords } from './reading-words.js';
import { page as nb } from './live/words-nb.js';
import { page as nn } from './live/words-nn.js';
import { page as en } from './live/words-en.js';

/** What is written once and for all when the page is made. */
export interface PageWords {
  skip: string;
  contents: string;
  languages: string;
  minutes(count: number): string;
  previous: string;
  next: string;
  seeResult: string;
  callout: Record<'husk' | 'tips' | 'viktig' | 'eksempel', string>;
  table: string;
  transcript: string;
  downloadFilm: string;
  captionsIn: Record<Language, string>;
  yourAnswer: string;
  worth(points: number): string;
  declaration: string;
  confirm: string;
  completedNote: string;
  previewOnly: string;
  notSaved: string;
  publisher(name: string): string;
  sources: string;
  licence: Record<Licence, string>;
  accessibility: string;
}

/** Everything a guide's page says in its own voice. */
export type Words = LiveWords & PageWords & QuestionWords & { reading: ReadingWords };

const all: Record<Language, PageWords> = { nb, nn, en };

export function wordsIn(language: Language): Words {
  return { ...liveWordsIn(language), ...all[language], ...questionWords[language], reading: readingWords[language] };
}

/** What a language calls itself. */
export const languageNames: Record<Language, string> = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' };
