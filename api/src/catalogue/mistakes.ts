import type { Refused } from '@kursdugnad/content-tools/package/bundle-refusal.js';
import type { CourseProblem } from '@kursdugnad/content-tools/read/course-problem.js';
import type { Language } from '@kursdugnad/core/course/course.js';
import { type Fact, type FactFault, longestFact } from '@kursdugnad/core/course/facts.js';
import { Problem, type Said } from '../http/problem.js';

/** Every error in a guide, with its place. The rules speak Bokmål; authors read it whatever they write. */
export function mistakesIn(problems: CourseProblem[]): Problem {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const said = {
    nb: `Guiden har feil som må rettes (${errors.length}). Ingenting er publisert.`,
    nn: `Guiden har feil som må rettast (${errors.length}). Ingenting er publisert.`,
    en: `The guide has mistakes to correct (${errors.length}). Nothing has been published.`,
  };
  const listed = errors.map(({ file, line, column, message, rule, mend }) => ({
    at: `${file}:${line}:${column}`,
    message,
    rule,
    mend,
  }));
  return new Problem('unprocessable', said, listed);
}

export function refusedBundle({ refused }: Refused): Problem {
  const said = {
    nb: `Zip-fila kan ikke tas imot. Ingenting er publisert. ${refused.message}`,
    nn: 'Zip-fila kan ikkje takast imot. Ingenting er publisert.',
    en: 'The zip cannot be accepted. Nothing has been published.',
  };
  return new Problem('unprocessable', said, [{ at: 'zip', message: refused.message, rule: refused.reason }]);
}

export function namelessBundle(): Problem {
  const said = {
    nb: 'Zip-fila sier ikke hva guiden heter. Pakk selve mappa, ikke bare det som ligger i den: navnet på mappa blir guidens adresse.',
    nn: 'Zip-fila seier ikkje kva guiden heiter. Pakk sjølve mappa, ikkje berre det som ligg i ho: namnet på mappa blir adressa til guiden.',
    en: 'The zip does not say what the guide is called. Zip the folder itself, not only what lies in it: its name becomes the address of the guide.',
  };
  return new Problem('unprocessable', said, [{ at: 'zip', message: said.nb, rule: 'folder-missing' }]);
}

export function notAZip(): Problem {
  return new Problem('unsupported-media', {
    nb: 'Send guiden som zip-fil (application/zip).',
    nn: 'Send guiden som zip-fil (application/zip).',
    en: 'Send the guide as a zip (application/zip).',
  });
}

/** Ids that an author wants done again, and nobody has done. */
export function nothingToRedo(ids: string[]): Problem {
  const said = {
    nb: `Disse finnes ikke både i forrige versjon og i denne, så ingen kan gjøre dem på nytt: ${ids.join(', ')}. Ingenting er publisert.`,
    nn: `Desse finst ikkje både i førre versjon og i denne, så ingen kan gjere dei på nytt: ${ids.join(', ')}. Ingenting er publisert.`,
    en: `These are not both in the last version and in this one, so nobody can do them again: ${ids.join(', ')}. Nothing has been published.`,
  };
  return new Problem('unprocessable', said);
}

/** A guide that shows something nobody has filled in. */
export function factsToFillIn(missing: Fact[]): Problem {
  const asked = missing.map(({ description }) => `«${description}»`).join(', ');
  const said = {
    nb: `Kommunen må fylle inn lokale opplysninger før guiden kan brukes: ${asked}.`,
    nn: `Kommunen må fylle inn lokale opplysningar før guiden kan brukast: ${asked}.`,
    en: `The municipality must fill in local facts before the guide can be used: ${asked}.`,
  };
  return new Problem('conflict', said);
}

/** Why a local fact cannot be saved. */
export const factMistakes: Record<FactFault | 'unknown' | 'needed', Said> = {
  'too-long': {
    nb: `Teksten er for lang. Skriv høyst ${longestFact} tegn.`,
    nn: `Teksten er for lang. Skriv høgst ${longestFact} teikn.`,
    en: `The text is too long. Write at most ${longestFact} characters.`,
  },
  'several-lines': {
    nb: 'Skriv alt på én linje.',
    nn: 'Skriv alt på éi linje.',
    en: 'Write it all on one line.',
  },
  'not-a-phone': {
    nb: 'Dette er ikke et telefonnummer. Skriv bare tall, for eksempel 12 34 56 78.',
    nn: 'Dette er ikkje eit telefonnummer. Skriv berre tal, til dømes 12 34 56 78.',
    en: 'This is not a phone number. Write digits only, for example 12 34 56 78.',
  },
  'not-an-email': {
    nb: 'Dette er ikke en e-postadresse. Skriv for eksempel varsling@kommunen.no.',
    nn: 'Dette er ikkje ei e-postadresse. Skriv til dømes varsling@kommunen.no.',
    en: 'This is not an e-mail address. Write for example varsling@kommunen.no.',
  },
  'not-a-url': {
    nb: 'Dette er ikke en nettadresse. Den skal begynne med https://.',
    nn: 'Dette er ikkje ei nettadresse. Ho skal begynne med https://.',
    en: 'This is not a web address. It must begin with https://.',
  },
  unknown: {
    nb: 'Guiden spør ikke om dette.',
    nn: 'Guiden spør ikkje om dette.',
    en: 'The guide does not ask for this.',
  },
  needed: {
    nb: 'Dette kan ikke stå tomt. En guide som er i bruk, viser det.',
    nn: 'Dette kan ikkje stå tomt. Ein guide som er i bruk, viser det.',
    en: 'This cannot be empty. A guide in use shows it.',
  },
};

export function mistakesInFacts(mistakes: { at: string; said: Said }[], language: Language): Problem {
  const said = {
    nb: 'Noe må rettes. Ingenting er lagret.',
    nn: 'Noko må rettast. Ingenting er lagra.',
    en: 'Something must be corrected. Nothing has been saved.',
  };
  const listed = mistakes.map((mistake) => ({ at: mistake.at, message: mistake.said[language] }));
  return new Problem('unprocessable', said, listed);
}
