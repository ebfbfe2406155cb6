import type { Language } from '@kursdugnad/core/course/course.js';

/** "10:42": the time of day in Norway. Not every browser knows Nynorsk. */
export function clockTime(language: Language, instant: string): string {
  return new Date(instant).toLocaleTimeString(language === 'en' ? 'en-GB' : 'nb', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Oslo',
  });
}
