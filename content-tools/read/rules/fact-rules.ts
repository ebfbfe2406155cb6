import { factNamesIn } from '@kursdugnad/core/course/facts.js';
import { namedHeadings, blocksIn, questionsIn, type GuideDraft } from '../guide-draft.js';
import { readable, type Reading } from '../reading.js';
import { aGuide, aGuideWith, translated } from './example.js';
import { placeIn, type Example, type Rule } from './rule.js';

const manual = 'Det som er ulikt fra kommune til kommune';

/** A guide with a local fact, and `written` in its lesson. */
function aGuideWithFact(
  written: string,
  entry = 'description: Hvem som tar imot varsler\n    default: lederen din',
): Example {
  const top = `---
title: Hender
summary: Når og hvordan du vasker hendene.
language: nb
minutes: 3
licence: CC-BY-4.0
publisher: Solvik kommune
topics: [hygiene]
facts:
  varslingskanal:
    ${entry}
---`;
  const shown = `${top.slice(top.indexOf('facts:'), -4)}\n\n${written}`;
  return { ...aGuide(`${top}\n\n# Si fra {#si-fra}\n\n${written}`), shown };
}

const good = aGuideWithFact('Si fra til {{varslingskanal}}.');

const malformed: Rule = {
  id: 'fact-malformed',
  severity: 'error',
  says: 'En lokal opplysning er skrevet feil øverst i guiden.',
  mend: 'Gi den et navn med små bokstaver a–z, og under det «description» i ord. «default» og «kind» (text, phone, email eller url) kan utelates.',
  manual,
  find: (reading) =>
    readable(reading).flatMap((guide) =>
      guide.frontMatter.faults
        .filter(({ kind, field }) => kind === 'entry' && field === 'facts')
        .map((fault) => ({ at: placeIn(guide, fault), says: `«${fault.detail}» er skrevet feil eller mangler.` })),
    ),
  fails: aGuideWithFact('Si fra til {{varslingskanal}}.', 'default: lederen din'),
  passes: good,
};

const undeclared: Rule = {
  id: 'fact-undeclared',
  severity: 'error',
  says: 'Teksten viser en lokal opplysning som ikke er forklart øverst i guide.md.',
  mend: 'Skriv den under «facts» øverst, med en beskrivelse av hva kommunen skal fylle inn. Sjekk at navnet er skrevet likt.',
  manual,
  find: (reading) =>
    isUnreadable(reading)
      ? []
      : usesIn(reading)
          .filter(({ name }) => !Object.hasOwn(declared(reading), name))
          .map(({ guide, name, line, column }) => ({
            at: placeIn(guide, { line, column }),
            says: `{{${name.slice(0, 60)}}} er ikke forklart øverst i guide.md.`,
          })),
  fails: aGuide('Si fra til {{varslingskanal}}.'),
  passes: good,
};

const unused: Rule = {
  id: 'fact-unused',
  severity: 'warning',
  says: 'Den lokale opplysningen er forklart, men ikke brukt i teksten.',
  mend: 'Skriv navnet i doble krøllparenteser der den skal stå, eller ta den bort. Ellers må alle kommuner fylle den inn til ingen nytte.',
  manual,
  find: (reading) => {
    const used = new Set(usesIn(reading).map(({ name }) => name));
    return readable(reading)
      .filter((guide) => guide.isMain)
      .flatMap((guide) =>
        Object.keys(declared(reading))
          .filter((name) => !used.has(name))
          .map((name) => ({ at: placeIn(guide, placeOf(guide, name)), says: `{{${name}}} er ikke brukt i teksten.` })),
      );
  },
  fails: aGuideWithFact('Si fra til lederen din.'),
  passes: good,
};

const inHeading: Rule = {
  id: 'fact-in-heading',
  severity: 'error',
  says: 'En lokal opplysning kan ikke stå i en overskrift, et spørsmål eller opplysningene øverst.',
  mend: 'Flytt den til teksten under. Overskriftene er like i alle kommuner.',
  manual,
  find: (reading) =>
    readable(reading).flatMap((guide) =>
      [
        ...headingsOf(guide).filter(({ title }) => factNamesIn(title).length > 0),
        ...(['title', 'summary'] as const).flatMap((field) =>
          factNamesIn(guide.frontMatter.values[field] ?? '').length > 0
            ? [guide.frontMatter.places.get(field) ?? top]
            : [],
        ),
      ].map((place) => ({ at: placeIn(guide, place) })),
    ),
  fails: aGuideWithFact('## Varsle {{varslingskanal}}\n\nSi fra til {{varslingskanal}}.'),
  passes: aGuideWithFact('## Varsle\n\nSi fra til {{varslingskanal}}.'),
};

const inAnswer: Rule = {
  id: 'fact-in-answer',
  severity: 'error',
  says: 'En lokal opplysning kan ikke stå i svaret som skal skrives.',
  mend: 'Lag heller svar å velge mellom: de kan vise lokale opplysninger.',
  manual,
  find: (reading) =>
    readable(reading).flatMap((guide) =>
      questionsIn(guide)
        .filter(({ answerLine }) => factNamesIn(answerLine?.text ?? '').length > 0)
        .map(({ answerLine, line, column }) => ({ at: placeIn(guide, answerLine ?? { line, column }) })),
    ),
  fails: aGuideWithFact('## Spørsmål: Hvor? {#hvor}\n\nSi fra til {{varslingskanal}}.\n\nSvar: `{{varslingskanal}}`'),
  passes: aGuideWithFact('## Spørsmål: Hvor? {#hvor}\n\nSi fra til {{varslingskanal}}.\n\nSvar: `hit`'),
};

const untranslated: Rule = {
  id: 'fact-not-translated',
  severity: 'warning',
  says: 'Teksten som står til kommunen har fylt inn, er ikke oversatt.',
  mend: 'Skriv «facts» øverst i oversettelsen også, med «default» på det språket.',
  manual,
  find: (reading) =>
    readable(reading).flatMap((guide) =>
      guide.isMain
        ? []
        : Object.entries(declared(reading))
            .filter(
              ([name, fact]) => fact.default !== undefined && (fact.kind ?? 'text') === 'text' && !isSaid(guide, name),
            )
            .map(([name]) => ({ at: placeIn(guide, top), says: `«default» for {{${name}}} er ikke oversatt.` })),
    ),
  fails: inTwoLanguages(''),
  passes: inTwoLanguages('facts:\n  varslingskanal:\n    default: leiaren din\n'),
};

function inTwoLanguages(facts: string): Example {
  const nynorsk = `${translated.replace(/---\n$/u, `${facts}---\n`)}\n# Si frå {#si-fra}\n\nSei frå til {{varslingskanal}}.\n`;
  const main = good.files.get('guide.md')?.toString().trim() ?? '';
  return aGuideWith(nynorsk, main, { 'guide.nn.md': nynorsk });
}

const top = { line: 1, column: 1 };

function isSaid(guide: GuideDraft, name: string): boolean {
  const facts = guide.frontMatter.values.facts ?? {};
  return Object.hasOwn(facts, name) && facts[name]?.default !== undefined;
}

function declared({ main }: Reading) {
  return main?.frontMatter.values.facts ?? {};
}

/** What is wrong with the list itself is told by itself. */
function isUnreadable({ main }: Reading): boolean {
  return (
    !main ||
    main.fault !== null ||
    main.frontMatter.faults.some(({ field, kind }) => field === 'facts' || kind === 'yaml')
  );
}

function headingsOf(guide: GuideDraft) {
  const inText = blocksIn(guide).flatMap((block) => (block.kind === 'text' && block.heading ? [block.heading] : []));
  return [...namedHeadings(guide).map(({ heading }) => heading), ...inText];
}

function placeOf(guide: GuideDraft, name: string) {
  return guide.frontMatter.places.get(`facts.${name}`) ?? guide.frontMatter.places.get('facts') ?? top;
}

/** Every `{{name}}` of every guide, by line. */
function usesIn(reading: Reading): ({ guide: GuideDraft; name: string } & typeof top)[] {
  return readable(reading).flatMap((guide) =>
    guide.frontMatter.body.split('\n').flatMap((text, index) => {
      let from = 0;
      return factNamesIn(text).map((name) => {
        const column = text.indexOf('{{', from) + 1;
        from = column + 1;
        return { guide, name, line: guide.frontMatter.bodyLine + index, column };
      });
    }),
  );
}

export const factRules: Rule[] = [malformed, undeclared, unused, inHeading, inAnswer, untranslated];
