import { languages, licences } from '@kursdugnad/core/course/course.js';
import { fieldMeaning, fields, type Field } from '../front-matter-schema.js';
import type { FieldFault } from '../front-matter.js';
import { readable, type Reading } from '../reading.js';
import { aGuide, aGuideWhere, fine, translated } from './example.js';
import { placeIn, wholeFile, type Finding, type Rule } from './rule.js';

const manual = 'Øverst: opplysninger om guiden';

const frontMatterMissing: Rule = {
  id: 'front-matter-missing',
  severity: 'error',
  says: 'Opplysningene om guiden mangler øverst i fila.',
  mend: 'Begynn fila med en linje med tre bindestreker (---), skriv opplysningene, og avslutt med tre bindestreker til.',
  manual,
  find: (reading) =>
    readable(reading)
      .filter((guide) => !guide.frontMatter.present)
      .map((guide) => ({ at: wholeFile(guide.file) })),
  fails: { files: new Map([['guide.md', Buffer.from('# Vask hendene {#vask}\n\nVask.')]]), shown: '# Vask hendene' },
  passes: fine,
};

const notReadable: Rule = {
  id: 'front-matter-unreadable',
  severity: 'error',
  says: 'Opplysningene øverst kan ikke leses.',
  mend: 'Skriv hvert felt på sin egen linje: navnet på feltet, kolon, mellomrom og verdien.',
  manual,
  find: (reading) => findings(reading, 'yaml', () => true, yamlAdvice),
  fails: aGuideWhere('summary', 'summary: Hender: når og hvordan'),
  passes: aGuideWhere('summary', 'summary: "Hender: når og hvordan"'),
};

const missing: Rule = {
  id: 'field-missing',
  severity: 'error',
  says: 'Et felt mangler øverst i guiden.',
  mend: 'Skriv feltet mellom de to linjene med bindestreker.',
  manual,
  find: (reading) =>
    findings(
      reading,
      'missing',
      () => true,
      ({ field }) => ({
        says: `Feltet «${field}» mangler øverst i guiden.`,
        mend: `Skriv «${field}:» og så ${meaning(field)}.`,
      }),
    ),
  fails: aGuideWhere('publisher', ''),
  passes: fine,
};

const invalid: Rule = {
  id: 'field-invalid',
  severity: 'error',
  says: 'Verdien i et felt kan ikke brukes.',
  mend: 'Se i tabellen hva feltet skal inneholde.',
  manual,
  find: (reading) =>
    findings(reading, 'invalid', (field) => field !== 'language' && field !== 'licence', wrongValue).concat(
      findings(reading, 'too-long', (field) => field !== 'title', wrongValue),
    ),
  fails: aGuideWhere('minutes', 'minutes: åtte'),
  passes: aGuideWhere('minutes', 'minutes: 3'),
};

const titleTooLong: Rule = {
  id: 'title-too-long',
  severity: 'error',
  says: 'Navnet på guiden er lengre enn 80 tegn.',
  mend: 'Kort ned navnet. Detaljene kan stå i «summary».',
  manual,
  find: (reading) =>
    findings(
      reading,
      'too-long',
      (field) => field === 'title',
      () => ({}),
    ),
  fails: aGuideWhere('title', `title: ${'Om å vaske hender, '.repeat(5)}og å tørke dem`),
  passes: aGuideWhere('title', 'title: Om å vaske hender'),
};

const languageUnknown: Rule = {
  id: 'language-unknown',
  severity: 'error',
  says: 'Språket er ikke et vi kjenner.',
  mend: 'Skriv «nb» for bokmål, «nn» for nynorsk eller «en» for engelsk.',
  manual,
  find: (reading) =>
    findings(
      reading,
      'invalid',
      (field) => field === 'language',
      ({ detail }) => ({
        says: `Språket «${detail}» er ikke et vi kjenner: ${languages.join(', ')}.`,
      }),
    ),
  fails: aGuideWhere('language', 'language: norsk'),
  passes: fine,
};

const licenceUnknown: Rule = {
  id: 'licence-unknown',
  severity: 'error',
  says: 'Lisensen er ikke en vi kjenner.',
  mend: `Velg mellom ${licences.join(', ')}. Den vanlige er CC-BY-4.0: Andre kan bruke og endre guiden når de sier hvem som har laget den.`,
  manual,
  find: (reading) =>
    findings(
      reading,
      'invalid',
      (field) => field === 'licence',
      ({ detail }) => ({
        says: `Lisensen «${detail}» er ikke en vi kjenner.`,
      }),
    ),
  fails: aGuideWhere('licence', 'licence: CC BY'),
  passes: fine,
};

const unknown: Rule = {
  id: 'field-unknown',
  severity: 'error',
  says: 'Øverst i guiden står det et felt som ikke finnes.',
  mend: `Feltene er ${fields.join(', ')}.`,
  manual,
  find: (reading) =>
    findings(
      reading,
      'unknown',
      () => true,
      ({ field }) => ({
        says: `Feltet «${field}» finnes ikke.`,
        ...(meantField(field) ? { mend: `Mente du «${meantField(field)}»? Feltnavnene er på engelsk.` } : {}),
      }),
    ),
  fails: aGuideWhere('tittel', 'tittel: Hender'),
  passes: fine,
};

const onlyInMain: Rule = {
  id: 'field-only-in-main',
  severity: 'warning',
  says: 'Feltet har ingen virkning i en oversettelse.',
  mend: 'Ta det bort her. Det som står i guide.md, gjelder på alle språk.',
  manual: 'Flere språk',
  find: (reading) =>
    findings(
      reading,
      'only-in-main',
      () => true,
      ({ field }) => ({
        says: `Feltet «${field}» har ingen virkning i en oversettelse.`,
      }),
    ),
  fails: aGuide('# Vask {#vask}\n\nVask.', {
    'guide.nn.md': `${translated.replace('---\n', '---\nminutes: 3\n')}\n# Vask {#vask}\n\nVask.\n`,
  }),
  passes: aGuide('# Vask {#vask}\n\nVask.', { 'guide.nn.md': `${translated}\n# Vask {#vask}\n\nVask.\n` }),
};

const languageMismatch: Rule = {
  id: 'language-mismatch',
  severity: 'error',
  says: 'Språket øverst i fila er et annet enn det navnet på fila sier, eller samme språk finnes to ganger.',
  mend: 'La «language» si det samme som navnet på fila: guide.nn.md har «language: nn».',
  manual: 'Flere språk',
  find: languagesThatClash,
  fails: aGuide('# Vask {#vask}\n\nVask.', {
    'guide.en.md': `${translated}\n# Vask {#vask}\n\nVask.\n`,
  }),
  passes: aGuide('# Vask {#vask}\n\nVask.', { 'guide.nn.md': `${translated}\n# Vask {#vask}\n\nVask.\n` }),
};

function languagesThatClash(reading: Reading): Finding[] {
  const mainLanguage = reading.main?.frontMatter.values.language;
  return readable(reading).flatMap((guide) => {
    if (guide.isMain) return [];
    const written = guide.frontMatter.values.language;
    const named = guide.file.split('.')[1];
    const clashes = (written && written !== named) || (written ?? named) === mainLanguage;
    const at = placeIn(guide, guide.frontMatter.places.get('language') ?? { line: 1, column: 1 });
    return clashes ? [{ at }] : [];
  });
}

function findings(
  reading: Reading,
  kind: FieldFault['kind'],
  isMine: (field: string | null) => boolean,
  words: (fault: FieldFault) => Omit<Finding, 'at'>,
): Finding[] {
  return readable(reading).flatMap((guide) =>
    guide.frontMatter.faults
      .filter((fault) => guide.frontMatter.present && fault.kind === kind && isMine(fault.field))
      .map((fault) => ({ at: placeIn(guide, fault), ...words(fault) })),
  );
}

function wrongValue({ field, detail }: FieldFault): Omit<Finding, 'at'> {
  return { says: `Feltet «${field}» kan ikke være «${detail}».`, mend: `Skriv ${meaning(field)}.` };
}

function meaning(field: string | null): string {
  return fieldMeaning(field as Field).replaceAll('`', '');
}

function yamlAdvice({ detail }: FieldFault): Omit<Finding, 'at'> {
  if (detail === 'BLOCK_AS_IMPLICIT_KEY' || detail === 'MULTILINE_IMPLICIT_KEY')
    return { mend: 'Står det et kolon inne i teksten? Sett anførselstegn rundt: summary: "Hender: når og hvordan".' };
  if (detail === 'DUPLICATE_KEY') return { says: 'Et felt står to ganger øverst i guiden.', mend: 'Slett det ene.' };
  if (detail === 'TAB_AS_INDENT') return { mend: 'Bruk mellomrom i stedet for tabulator først på linja.' };
  return {};
}

/** The Norwegian words people write by mistake. */
const meant: Record<string, Field> = {
  tittel: 'title',
  navn: 'title',
  sammendrag: 'summary',
  språk: 'language',
  minutter: 'minutes',
  lisens: 'licence',
  license: 'licence',
  utgiver: 'publisher',
  emner: 'topics',
  emneord: 'topics',
  tags: 'topics',
  bestått: 'pass',
  gyldig: 'valid',
  kilder: 'sources',
};

function meantField(field: string | null): Field | null {
  const word = (field ?? '').toLowerCase();
  return fields.find((one) => one === word) ?? (Object.hasOwn(meant, word) ? (meant[word] ?? null) : null);
}

export const frontMatterRules = [
  ...[frontMatterMissing, notReadable, missing, invalid, titleTooLong, languageUnknown, licenceUnknown, unknown],
  ...[onlyInMain, languageMismatch],
];
