// A day is a calendar day in Norway as text: 2026-11-21. Days compare as text.

const dayLength = 86_400_000;

/** The day `count` days later; earlier when negative. */
export function plusDays(day: string, count: number): string {
  return dayOf(Date.parse(day) + count * dayLength);
}

/** The same date `count` months later, or the last of that month where it is shorter: 31 January + 1 is 28 February. */
export function plusMonths(day: string, count: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const months = year * 12 + month - 1 + count;
  const last = new Date(Date.UTC(Math.floor(months / 12), (months % 12) + 1, 0)).getUTCDate();
  return dayOf(Date.UTC(Math.floor(months / 12), months % 12, Math.min(date, last)));
}

/** Days from one to the other; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayLength);
}

export function laterDay(a: string, b: string): string {
  return a > b ? a : b;
}

function dayOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}
