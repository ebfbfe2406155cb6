import type { Refused } from '@kursdugnad/content-tools/package/bundle-refusal.js';
import type { CourseProblem } from '@kursdugnad/content-tools/read/course-problem.js';
import { Problem } from '../http/problem.js';

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
