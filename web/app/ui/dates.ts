import { dayInNorway } from '@kursdugnad/core/contract/day-in-norway.js';
import type { Words } from '../words/words.js';

const months = { nb: 'nb', nn: 'nb', en: 'en-GB' } as const;
const dayLength = 86_400_000;

/**
 * "3. februar" for 2026-02-03, with the year when it is not this year's. Nynorsk has Bokmål's months, and not every
 * browser knows Nynorsk.
 */
export function dateIn(words: Pick<Words, 'language'>, day: string, today: string): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? undefined : 'numeric';
  const at = new Date(`${day}T12:00:00Z`);
  return at.toLocaleDateString(months[words.language], { day: 'numeric', month: 'long', year, timeZone: 'UTC' });
}

/** "i morgen", "om 5 dager", "for 12 dager siden"; the date itself when it is more than two weeks away. */
export function dayInWords(words: Pick<Words, 'language' | 'time'>, day: string, today: string): string {
  const { time } = words;
  const days = daysBetween(today, day);
  if (days === 0) return time.today;
  if (days === 1) return time.tomorrow;
  if (days === -1) return time.yesterday;
  if (Math.abs(days) > 14) return time.on(dateIn(words, day, today));
  return days > 0 ? time.inDays(days) : time.daysAgo(-days);
}

/** Whole days from one calendar day to another; negative when the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / dayLength);
}

/** "21. november kl. 17.04", in Norway. */
export function momentIn(words: Pick<Words, 'language'>, instant: string): string {
  return new Date(instant).toLocaleString(months[words.language], {
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Oslo',
  });
}

/** "17.04.33" today, "20. november kl. 17.04.33" before, in Norway; `today` is the day there. */
export function secondIn(words: Pick<Words, 'language'>, instant: string, today: string): string {
  const isToday = dayInNorway(instant) === today;
  return new Date(instant).toLocaleString(months[words.language], {
    ...(isToday ? {} : { day: 'numeric', month: 'long' }),
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZone: 'Europe/Oslo',
  });
}

/** The hour of the day in Norway, 0 to 23. */
export function hourInNorway(instant: string): number {
  const hour = new Intl.DateTimeFormat('en-GB', { hour: 'numeric', hourCycle: 'h23', timeZone: 'Europe/Oslo' });
  return Number(hour.format(new Date(instant)));
}
