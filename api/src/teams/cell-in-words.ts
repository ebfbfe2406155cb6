import { daysBetween } from '@kursdugnad/core/competence/days.js';
import { isOverdue } from '@kursdugnad/core/competence/fulfilment.js';
import type { Cell } from '@kursdugnad/core/contract/teams.js';
import type { Language } from '@kursdugnad/core/course/course.js';

interface CellWords {
  fulfilled: string;
  until: (day: string) => string;
  expires: (day: string) => string;
  overdue: (days: number, day: string) => string;
  due: (day: string) => string;
  progress: (percent: number) => string;
  exempt: string;
}

/** What a cell of the table says, alone in a spreadsheet. */
export function cellInWords({ state, due, validUntil, progress }: Cell, today: string, language: Language): string {
  const say = words[language];
  if (state === 'exempt') return say.exempt;
  const underWay = progress === undefined || progress === 0 ? '' : say.progress(Math.floor(progress * 100));
  if (isOverdue(state)) return say.overdue(daysBetween(due ?? today, today), dayInFigures(due ?? today)) + underWay;
  if (state === 'not-yet-due') return say.due(dayInFigures(due ?? today)) + underWay;
  if (validUntil === undefined) return say.fulfilled;
  return (state === 'expiring' ? say.expires : say.until)(dayInFigures(validUntil));
}

/** 14.03.2027, as Norwegian spreadsheets have it. */
export function dayInFigures(day: string): string {
  return day.split('-').reverse().join('.');
}

const words: Record<Language, CellWords> = {
  nb: {
    fulfilled: 'I orden',
    until: (day) => `I orden til ${day}`,
    expires: (day) => `Går ut ${day}`,
    overdue: (days, day) => `${days} ${days === 1 ? 'dag' : 'dager'} over fristen ${day}`,
    due: (day) => `Frist ${day}`,
    progress: (percent) => `, ${percent} % ferdig`,
    exempt: 'Fritatt',
  },
  nn: {
    fulfilled: 'I orden',
    until: (day) => `I orden til ${day}`,
    expires: (day) => `Går ut ${day}`,
    overdue: (days, day) => `${days} ${days === 1 ? 'dag' : 'dagar'} over fristen ${day}`,
    due: (day) => `Frist ${day}`,
    progress: (percent) => `, ${percent} % ferdig`,
    exempt: 'Friteken',
  },
  en: {
    fulfilled: 'In order',
    until: (day) => `In order until ${day}`,
    expires: (day) => `Expires ${day}`,
    overdue: (days, day) => `${days} ${days === 1 ? 'day' : 'days'} past the deadline ${day}`,
    due: (day) => `Due ${day}`,
    progress: (percent) => `, ${percent} % done`,
    exempt: 'Exempt',
  },
};
