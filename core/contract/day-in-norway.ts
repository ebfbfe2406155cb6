// By itself, so that a page can ask for the day without bringing zod and every schema into the browser.

// Making one costs more than a thousand uses of it.
const norwegianDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' });

/** The calendar day in Norway at an instant. */
export function dayInNorway(instant: string): string {
  return norwegianDay.format(new Date(instant));
}
