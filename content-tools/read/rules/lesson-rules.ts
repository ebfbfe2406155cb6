import type { Tokens } from 'marked';
import { blocksIn, namedHeadings, type GuideDraft } from '../guide-draft.js';
import { readable } from '../reading.js';
import { isStableId, reservedIds, stableIds } from '../stable-ids.js';
import { aGuide, fine } from './example.js';
import { placeIn, wholeFile, type Finding, type Rule } from './rule.js';

const manual = 'Leksjoner';

const noLesson: Rule = {
  id: 'no-lesson',
  severity: 'error',
  says: 'Guiden har ingen leksjoner.',
  mend: 'Skriv minst én overskrift med ett nummertegn: «# Når alarmen går».',
  manual,
  find: (reading) =>
    readable(reading)
      .filter((guide) => guide.lessons.length === 0)
      .map((guide) => ({ at: wholeFile(guide.file) })),
  fails: aGuide('---\ntitle: Hender\nsummary: Om hender.\nlanguage: nb\nminutes: 1\n---\n\n## Vask hendene'),
  passes: fine,
};

const emptyLesson: Rule = {
  id: 'lesson-empty',
  severity: 'error',
  says: 'Leksjonen har ikke noe innhold.',
  mend: 'Skriv noe under overskriften, eller ta den bort. Overskrifter inne i en leksjon har to eller tre nummertegn.',
  manual,
  find: (reading) =>
    readable(reading).flatMap((guide) =>
      guide.lessons.flatMap(({ heading, tokens }) =>
        tokens.every(({ token }) => token.type === 'space') ? [{ at: placeIn(guide, heading) }] : [],
      ),
    ),
  fails: aGuide('# Vask {#vask}\n\n# Tørk {#tork}\n\nTørk hendene.'),
  passes: aGuide('# Vask {#vask}\n\nVask hendene.\n\n# Tørk {#tork}\n\nTørk hendene.'),
};

const emptyHeading: Rule = {
  id: 'heading-empty',
  severity: 'error',
  says: 'Overskriften har ingen tekst.',
  mend: 'Skriv hva den handler om, eller ta bort linja.',
  manual,
  find: (reading) =>
    readable(reading).flatMap((guide) =>
      allHeadings(guide).flatMap((heading) => (heading.title ? [] : [{ at: placeIn(guide, heading) }])),
    ),
  fails: aGuide('## {#tomt}\n\nTekst.'),
  passes: aGuide('## Møteplassen\n\nTekst.'),
};

const headingLevel: Rule = {
  id: 'heading-level',
  severity: 'error',
  mayBeAccepted: true,
  says: 'Overskriften har et nivå som ikke passer her.',
  mend: 'Bruk to nummertegn under en leksjon, og tre bare under en overskrift med to. Ikke hopp over et nivå.',
  manual,
  find: (reading) => readable(reading).flatMap(levelsThatJump),
  fails: aGuide('### Møteplassen\n\nTekst.'),
  passes: aGuide('## Ute\n\n### Møteplassen\n\nTekst.'),
};

const titleRepeated: Rule = {
  id: 'title-repeated',
  severity: 'warning',
  says: 'Navnet på guiden er gjentatt som leksjon. Det vises øverst uansett.',
  mend: 'Gi leksjonen et navn som sier hva den handler om.',
  manual,
  find: (reading) =>
    readable(reading).flatMap((guide) =>
      guide.lessons
        .filter(({ heading }) => heading.title.trim() === guide.frontMatter.values.title)
        .map(({ heading }) => ({ at: placeIn(guide, heading) })),
    ),
  fails: aGuide('# Hender {#hender}\n\nVask hendene.'),
  passes: fine,
};

const missingId: Rule = {
  id: 'id-missing',
  severity: 'warning',
  says: 'Overskriften har ikke noe fast navn.',
  mend: 'Kjør «kurs check --fix», eller skriv et navn sist på linja, for eksempel {#alarmen}. Endre det aldri siden.',
  manual,
  find: (reading) =>
    readable(reading).flatMap((guide) => {
      const ids = stableIds(guide, reading.main);
      return namedHeadings(guide)
        .filter(({ heading }) => !heading.tail)
        .map(({ heading }) => ({
          at: placeIn(guide, heading),
          says: `«${heading.title}» har ikke noe fast navn.`,
          mend: `Skriv {#${ids.get(heading)}} sist på linja, eller kjør «kurs check --fix». Endre det aldri siden.`,
        }));
    }),
  fails: aGuide('# Vask hendene\n\nVask hendene.'),
  passes: aGuide('# Vask hendene {#vask}\n\nVask hendene.'),
};

const badId: Rule = {
  id: 'id-malformed',
  severity: 'error',
  says: 'Det faste navnet er skrevet feil.',
  mend: 'Begynn med #, og bruk små bokstaver a–z, tall og bindestrek, høyst 60 tegn: {#nar-alarmen-gar}.',
  manual,
  find: (reading) =>
    readable(reading).flatMap((guide) =>
      namedHeadings(guide).flatMap(({ heading: { tail } }) =>
        tail && !isStableId(tail.id ?? '')
          ? [{ at: placeIn(guide, tail), says: `Det faste navnet er skrevet feil: ${tail.raw.slice(0, 80)}` }]
          : [],
      ),
    ),
  fails: aGuide('# Vask hendene {#Vask hendene}\n\nVask hendene.'),
  passes: aGuide('# Vask hendene {#vask-hendene}\n\nVask hendene.'),
};

const reservedId: Rule = {
  id: 'id-reserved',
  severity: 'error',
  says: 'Det faste navnet «resultat» er opptatt: det er adressen til siden etter siste leksjon.',
  mend: 'Velg et annet navn, for eksempel {#resultatet-av-arbeidet}.',
  manual,
  find: (reading) =>
    readable(reading).flatMap((guide) =>
      namedHeadings(guide).flatMap(({ heading: { tail } }) =>
        tail?.id && reservedIds.has(tail.id) ? [{ at: placeIn(guide, tail) }] : [],
      ),
    ),
  fails: aGuide('# Resultat {#resultat}\n\nSlik gikk det.'),
  passes: aGuide('# Resultat {#slik-gikk-det}\n\nSlik gikk det.'),
};

const duplicateId: Rule = {
  id: 'id-duplicate',
  severity: 'error',
  says: 'To deler av guiden har samme faste navn.',
  mend: 'Gi den siste et annet navn. Er guiden i bruk, skal den første beholde sitt.',
  manual,
  find: (reading) => readable(reading).flatMap(idsTwice),
  fails: aGuide('# Vask {#hender}\n\nVask.\n\n# Tørk {#hender}\n\nTørk.'),
  passes: aGuide('# Vask {#vask}\n\nVask.\n\n# Tørk {#tork}\n\nTørk.'),
};

const idNotHere: Rule = {
  id: 'id-not-here',
  severity: 'error',
  says: 'Bare leksjoner, oppgaver og erklæringer har fast navn.',
  mend: 'Ta bort det som står i krøllparentes.',
  manual,
  find: (reading) =>
    readable(reading).flatMap((guide) =>
      blocksIn(guide).flatMap((block) =>
        block.kind === 'text' && block.heading?.tail ? [{ at: placeIn(guide, block.heading.tail) }] : [],
      ),
    ),
  fails: aGuide('## Møteplassen {#motested}\n\nTekst.'),
  passes: aGuide('## Møteplassen\n\nTekst.'),
};

const lessonAttributes = new Set(['trekk', 'stokk']);

const lessonAttribute: Rule = {
  id: 'attribute-not-here',
  severity: 'error',
  says: 'Bare spørsmål kan ha forsøk og poeng, og bare leksjoner kan trekke spørsmål.',
  mend: 'La bare det faste navnet stå i krøllparentesen. Bak navnet på en leksjon kan det også stå trekk= og stokk.',
  manual: 'Spørsmål',
  find: (reading) =>
    readable(reading).flatMap((guide) =>
      namedHeadings(guide).flatMap(({ kind, heading: { tail } }) =>
        kind !== 'question' &&
        tail?.id &&
        isStableId(tail.id) &&
        [...tail.attributes.keys()].some((name) => kind !== 'lesson' || !lessonAttributes.has(name))
          ? [{ at: placeIn(guide, tail) }]
          : [],
      ),
    ),
  fails: aGuide('# Vask {#vask forsok=1}\n\nVask.'),
  passes: fine,
};

function allHeadings(guide: GuideDraft) {
  const texts = blocksIn(guide).flatMap((block) => (block.kind === 'text' && block.heading ? [block.heading] : []));
  return [...namedHeadings(guide).map(({ heading }) => heading), ...texts];
}

function levelsThatJump(guide: GuideDraft): Finding[] {
  let level = 1;
  return guide.tokens.flatMap(({ token, line, column, parents }): Finding[] => {
    if (token.type !== 'heading') return [];
    const { depth } = token as Tokens.Heading;
    const at = placeIn(guide, { line, column });
    if (parents.length > 0)
      return [{ at, says: 'Overskriften står inne i en liste eller et sitat.', mend: 'Bruk fet skrift her i stedet.' }];
    const from = level;
    level = depth;
    if (depth > 3) return [{ at, says: 'Overskriften har mer enn tre nummertegn.' }];
    const jumps = depth > from + 1;
    return jumps ? [{ at, says: `Overskriften hopper fra nivå ${from} til nivå ${depth}.` }] : [];
  });
}

function idsTwice(guide: GuideDraft): Finding[] {
  const seen = new Map<string, number>();
  return namedHeadings(guide).flatMap(({ heading: { tail } }): Finding[] => {
    if (!tail?.id) return [];
    const first = seen.get(tail.id);
    if (first === undefined) seen.set(tail.id, tail.line);
    else return [{ at: placeIn(guide, tail), says: `Det faste navnet «${tail.id}» er brukt før, på linje ${first}.` }];
    return [];
  });
}

export const lessonRules = [
  ...[noLesson, emptyLesson, emptyHeading, headingLevel, titleRepeated],
  ...[missingId, badId, reservedId, duplicateId, idNotHere, lessonAttribute],
];
