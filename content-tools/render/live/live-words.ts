import type { Language } from '@kursdugnad/core/course/course.js';
import type { Question } from '@kursdugnad/core/course/question.js';
import type { ChoiceMark } from './question-view.js';
import { live as nb } from './words-nb.js';
import { live as nn } from './words-nn.js';
import { live as en } from './words-en.js';

/** What a guide's page says while it is used: the player carries these words. Percentages are whole, from 0 to 100. */
export interface LiveWords {
  home: string;
  lessonOf(number: number, total: number): string;
  done(percent: number): string;
  result: string;
  answer: string;
  answerAgain: string;
  tries(count: number): string;
  triesLeft(count: number): string;
  verdict: Record<'right' | 'not-yet' | 'wrong', string>;
  mark: Record<ChoiceMark, string>;
  /** For one of several that are put in order or matched. */
  rowMark: Record<'taken-right' | 'taken-wrong', string>;
  rightAnswer(answer: string): string;
  /** An answer was sent, and there is none. */
  answerFirst: Record<Question['kind'], string>;
  /** The verdict on how a scenario ended. */
  ending: Record<'right' | 'not-yet' | 'wrong', string>;
  /** What was chosen on the way through a scenario. */
  taken: string;
  /** Said after a move: `place` of `total`. */
  moved(name: string, place: number, total: number): string;
  triedAlready: string;
  confirmed(date: string): string;
  tickFirst: string;
  /** Where a practical task stands. */
  task: { requested(date: string): string; returned(date: string): string; approved(date: string): string };
  /** The browser keeps nothing of what one writes for oneself. */
  reflectionLost: string;
  lessonDone: string;
  lessonLeft(count: number): string;
  lessonNew: string;
  completed: string;
  goOn: string;
  notCompleted: string;
  notPassed: string;
  score(raw: number, max: number, percent: number): string;
  scoreSoFar(raw: number, max: number): string;
  passMark(percent: number): string;
  /** One sentence: what is missing. At least one count is above zero. */
  missing(count: { lessons: number; questions: number; declarations: number; tasks: number }): string;
  openLesson(title: string): string;
  answerQuestion(prompt: string): string;
  confirmDeclaration(title: string): string;
  requestTask(title: string): string;
  awaitTask(title: string): string;
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
}

const all: Record<Language, LiveWords> = { nb, nn, en };

export function liveWordsIn(language: Language): LiveWords {
  return all[language];
}

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

/** A number with a point, as it is written in the language. */
export function numberIn(language: Language, number: string): string {
  return language === 'en' ? number : number.replace('.', ',');
}

/** 89 for 8 of 9 – but never 100 for what is not all, nor a pass mark reached by rounding. */
export function percent(fraction: number): number {
  return Math.floor(fraction * 100 + 1e-9);
}
