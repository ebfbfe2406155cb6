import type { Language, Licence } from '@kursdugnad/core/course/course.js';
import type { ChoiceMark } from './question-view.js';
import { words as nb } from './words-nb.js';
import { words as nn } from './words-nn.js';
import { words as en } from './words-en.js';

/** Everything a guide's page says in its own voice. Percentages are whole numbers from 0 to 100. */
export interface Words {
  skip: string;
  home: string;
  contents: string;
  languages: string;
  lessonOf(number: number, total: number): string;
  done(percent: number): string;
  minutes(count: number): string;
  previous: string;
  next: string;
  result: string;
  seeResult: string;

  callout: Record<'husk' | 'tips' | 'viktig' | 'eksempel', string>;
  table: string;
  transcript: string;
  downloadFilm: string;
  captionsIn: Record<Language, string>;

  question: string;
  chooseOne: string;
  chooseAll: string;
  yourAnswer: string;
  answer: string;
  answerAgain: string;
  tries(count: number): string;
  triesLeft(count: number): string;
  worth(points: number): string;
  verdict: Record<'right' | 'not-yet' | 'wrong', string>;
  mark: Record<ChoiceMark, string>;
  rightAnswer(answer: string): string;
  chooseFirst: string;
  writeFirst: string;
  triedAlready: string;

  declaration: string;
  confirm: string;
  confirmed(date: string): string;
  tickFirst: string;

  lessonDone: string;
  lessonLeft(count: number): string;
  lessonNew: string;

  completed: string;
  completedNote: string;
  goOn: string;
  notCompleted: string;
  score(raw: number, max: number, percent: number): string;
  scoreSoFar(raw: number, max: number): string;
  passMark(percent: number): string;
  /** One sentence: what is missing. At least one count is above zero. */
  missing(count: { lessons: number; questions: number; declarations: number }): string;
  openLesson(title: string): string;
  answerQuestion(prompt: string): string;
  confirmDeclaration(title: string): string;
  belowPassMark(percent: number, passMark: number): string;
  restart: string;
  restartKeeps: string;

  saving: string;
  saved: string;
  /** Not sent, but on the device. */
  notSent: string;
  /** Not sent, and lost if the page is closed. */
  notSentNorKept: string;
  signedOut: string;
  signedOutNotKept: string;
  logIn: string;
  refused: string;
  previewOnly: string;
  notSaved: string;

  publisher(name: string): string;
  sources: string;
  licence: Record<Licence, string>;
  accessibility: string;
}

const all: Record<Language, Words> = { nb, nn, en };

export function wordsIn(language: Language): Words {
  return all[language];
}

/** What a language calls itself. */
export const languageNames: Record<Language, string> = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' };

/** 3. februar 2026. Browsers without Nynorsk would fall back to English, and the months are the same in Bokmål. */
export function dateIn(language: Language, at: string): string {
  const locale = language === 'en' ? 'en-GB' : 'nb';
  return new Date(at).toLocaleDateString(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'Europe/Oslo',
  });
}

/** 89 for 8 of 9 – but never 100 for what is not all, nor a pass mark reached by rounding. */
export function percent(fraction: number): number {
  return Math.floor(fraction * 100 + 1e-9);
}
