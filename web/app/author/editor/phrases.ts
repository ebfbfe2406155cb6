import type { Language } from '@kursdugnad/core/course/course.js';

const nb: Record<string, string> = {
  Find: 'Finn',
  next: 'neste',
  previous: 'forrige',
  all: 'alle',
  'match case': 'skill store og små',
  regexp: 'mønster',
  'by word': 'hele ord',
  Replace: 'Bytt ut',
  replace: 'bytt',
  'replace all': 'bytt alle',
  close: 'lukk',
  Diagnostics: 'Feil og råd',
  'No diagnostics': 'Ingen feil',
  Completions: 'Forslag',
  '$ unchanged lines': '$ linjer er like',
  'Revert this chunk': 'Ta inn denne endringen',
};

const nn: Record<string, string> = {
  ...nb,
  previous: 'førre',
  'match case': 'skil store og små',
  regexp: 'mønster',
  'by word': 'heile ord',
  'replace all': 'byt alle',
  replace: 'byt',
  Replace: 'Byt ut',
  close: 'lukk',
  'Revert this chunk': 'Ta inn denne endringa',
};

/** What the text editor says itself; its own words are English. */
export const phrases: Record<Language, Record<string, string>> = { nb, nn, en: {} };
