import { dateIn, dayInWords, daysBetween } from '../ui/dates.js';
import type { Words } from '../words/words.js';
import { isOverdue, type Standing } from './cell-words.js';

/** Who the requirement is for. `role` null: everybody. */
export function whoMust(role: string | null, municipality: string, { team }: Words): string {
  return role === null ? team.why.everybody(municipality) : team.why.role(role);
}

/** Since when, until when, how far: whole sentences. */
export function sinceAndUntil(standing: Standing, today: string, words: Words): string {
  const { why } = words.team;
  const { state, on, due, validUntil, progress } = standing;
  const day = (one: string) => dayAndDistance(one, today, words);
  const done = on ? why.doneOn(day(on)) : null;
  const unfinished = progress ? why.underWay(Math.floor(progress * 100)) : why.notStarted;
  const deadline = due && (isOverdue(state) ? why.wasDue(day(due)) : why.isDue(day(due)));
  switch (state) {
    case 'exempt':
      return why.exempt;
    case 'fulfilled':
      return sentences(done, validUntil ? why.validUntil(day(validUntil)) : why.forGood);
    case 'expiring':
      return sentences(done, validUntil && why.expires(day(validUntil)));
    case 'expired':
      return sentences(done, validUntil && why.expired(day(validUntil)), progress ? unfinished : null);
    case 'missing':
      return sentences(unfinished, deadline);
    case 'not-yet-due':
      return sentences(unfinished, deadline);
  }
}

/** What the person can do about it. */
export function whatToDo({ state }: Standing, course: string | null, { team }: Words): string {
  const { todo } = team;
  if (state === 'fulfilled' || state === 'exempt') return todo.nothing;
  if (course === null) return todo.ask;
  return state === 'expired' || state === 'expiring' ? todo.again(course) : todo.take(course);
}

/** "9. november (for 12 dager siden)"; the distance only where it is near. */
function dayAndDistance(day: string, today: string, words: Words): string {
  const date = dateIn(words, day, today);
  return Math.abs(daysBetween(today, day)) > 14 ? date : `${date} (${dayInWords(words, day, today)})`;
}

function sentences(...parts: (string | null | undefined)[]): string {
  return parts.filter(Boolean).join(' ');
}
