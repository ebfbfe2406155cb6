import type { FulfilmentState } from '@kursdugnad/core/competence/states.js';
import { daysBetween } from '../ui/dates.js';
import type { Sign } from '../ui/status-sign.js';
import type { Words } from '../words/words.js';

/** Where a person stands with a requirement, as the table and the person's own page both have it. */
export interface Standing {
  state: FulfilmentState;
  due?: string | null | undefined;
  validUntil?: string | null | undefined;
  on?: string | null | undefined;
  progress?: number | null | undefined;
}

export interface CellWords {
  sign: Sign;
  text: string;
}

/** What a cell says: a sign and very few words. `today` is the day in Norway. */
export function cellWords(standing: Standing, today: string, words: Words): CellWords {
  const { cell } = words.team;
  const { due, validUntil, progress } = standing;
  switch (standing.state) {
    case 'expired':
      return { sign: 'urgent', text: over(due ?? validUntil, today, words) };
    case 'missing':
      return { sign: 'urgent', text: over(due, today, words) };
    case 'expiring':
      return { sign: 'soon', text: validUntil ? cell.expires(shortDay(validUntil, words)) : cell.fulfilled };
    case 'not-yet-due': {
      const by = due ? cell.by(shortDay(due, words)) : cell.notStarted;
      return { sign: 'open', text: progress ? cell.underWay(Math.floor(progress * 100), by) : by };
    }
    case 'fulfilled':
      return { sign: 'done', text: validUntil ? cell.until(dayOrYear(validUntil, today, words)) : cell.fulfilled };
    case 'exempt':
      return { sign: 'done', text: cell.exempt };
  }
}

function over(since: string | null | undefined, today: string, { team }: Words): string {
  const days = since ? daysBetween(since, today) : 0;
  const months = Math.floor(days / 30.44);
  if (days <= 0) return team.cell.missing;
  if (months < 2) return team.cell.daysOver(days);
  return months < 24 ? team.cell.monthsOver(months) : team.cell.yearsOver(Math.floor(months / 12));
}

/** "3. feb."; from our own list, since browsers and servers do not agree on short months. */
export function shortDay(day: string, { team }: Words): string {
  const [, month = 1, date = 1] = day.split('-').map(Number);
  return team.shortDate(date, team.months[month - 1] ?? '');
}

/** "2028" when it is another year, else the day. */
function dayOrYear(day: string, today: string, words: Words): string {
  return day.slice(0, 4) === today.slice(0, 4) ? shortDay(day, words) : day.slice(0, 4);
}

/** Standing that one may be reminded of. */
export function isUnfinished(state: FulfilmentState): boolean {
  return state !== 'fulfilled' && state !== 'exempt';
}

export function isOverdue(state: FulfilmentState): boolean {
  return state === 'expired' || state === 'missing';
}
