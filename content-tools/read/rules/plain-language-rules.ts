import type { Language } from '@kursdugnad/core/course/course.js';
import type { GuideDraft } from '../guide-draft.js';
import { passagesIn, sentencesIn, wordsIn, type Passage } from '../plain-text.js';
import { readable, type Reading } from '../reading.js';
import { aGuide, aGuideWith, translated } from './example.js';
import { heavyWords, likelyLanguage } from './language-words.js';
import { placeIn, type Finding, type Rule } from './rule.js';

const manual = 'Klart språk';

const jargon: Rule = {
  id: 'heavy-word',
  severity: 'warning',
  says: 'Her står et tungt ord som har et enklere.',
  mend: 'Bytt det ut med et ord folk bruker når de snakker.',
  manual,
  find: inPassages(({ text: whole }, { language }) => {
    const text = ownWords(whole);
    return [...heavyWords(language ?? 'nb')].flatMap(([pattern, plain]) => {
      const found = pattern.exec(text)?.[0];
      return found ? [{ says: `«${found.trim()}» er tungt å lese.`, mend: `Skriv heller ${plain}.` }] : [];
    });
  }),
  fails: aGuide('Vask hendene i henhold til rutinen.'),
  passes: aGuide('Vask hendene slik rutinen sier.'),
};

const abbreviation: Rule = {
  id: 'abbreviation',
  severity: 'warning',
  says: 'Forkortelsen er vanskelig å lese for mange, og blir lest feil opp.',
  mend: 'Skriv ordene helt ut.',
  manual,
  find: inPassages(({ text }) => {
    const found =
      /(?<![\p{L}.])(f\.eks\.?|bl\.a\.?|mht\.?|ift\.?|ifm\.?|iht\.?|pga\.?|evt\.?|mv\.|jf\.|pr\.|e\.g\.|i\.e\.)(?![\p{L}])/iu.exec(
        ownWords(text),
      );
    return found ? [{ says: `«${found[0]}» er en forkortelse.` }] : [];
  }),
  fails: aGuide('Bruk f.eks. såpe.'),
  passes: aGuide('Bruk for eksempel såpe.'),
};

const passive: Rule = {
  id: 'passive',
  severity: 'warning',
  says: 'Leksjonen sier ofte hva som skal gjøres, uten å si hvem som skal gjøre det.',
  mend: 'Si «du», «lederen» eller «vi»: «Du melder fra» i stedet for «Det skal meldes fra».',
  manual,
  find: (reading) =>
    readable(reading).flatMap((guide) =>
      guide.lessons.flatMap(({ heading, tokens }) => {
        const prose = passagesIn(tokens).filter((passage) => !passage.isHeading);
        const all = prose.flatMap(({ text }) => sentencesIn(text));
        const hidden = all.filter((sentence) => isPassive(sentence.slice(0, 2_000)));
        if (hidden.length < 3 || hidden.length < all.length / 3) return [];
        const says = `${hidden.length} av ${all.length} setninger i leksjonen sier ikke hvem som skal gjøre noe.`;
        return [{ at: placeIn(guide, heading), says }];
      }),
    ),
  fails: aGuide('# Vask {#vask}\n\nHendene skal vaskes. Såpe må brukes. Ringer bør tas av. Ingen unntak gis.'),
  passes: aGuide('# Vask {#vask}\n\nVask hendene. Bruk såpe. Ta av ringer. Hendene skal tørkes.'),
};

const foreignPassage: Rule = {
  id: 'passage-language',
  severity: 'warning',
  says: 'Avsnittet ser ut til å være på et annet språk enn resten.',
  mend: 'Si hvilket språk det er, så leses det riktig opp: [How are you?](lang:en). Er det en feil, oversetter du avsnittet.',
  manual: 'Ord på andre språk',
  find: (reading) =>
    readable(reading).flatMap((guide) => {
      const said = linesInOtherLanguages(guide);
      return passagesIn(guide.tokens)
        .filter(({ text, line }) => {
          const likely = guide.language && !said.has(line) ? likelyLanguage(text) : null;
          return likely !== null && likely !== guide.language;
        })
        .map((passage) => ({ at: placeIn(guide, passage) }));
    }),
  fails: aGuide('Remember to wash your hands before you start with the food.'),
  passes: aGuide('[Remember to wash your hands before you start with the food.](lang:en)'),
};

const onlyColour: Rule = {
  id: 'colour-only',
  severity: 'warning',
  says: 'Teksten viser til noe med farge alene.',
  mend: 'Si også hva det heter eller hva som står på det. Ikke alle ser forskjell på fargene.',
  manual: 'Bilder og film',
  find: inPassages(({ text }) => {
    const found = colourAlone.exec(text.slice(0, 5_000));
    return found ? [{ says: `«${found[0]}» viser til noe med farge alene.` }] : [];
  }),
  fails: aGuide('Trykk på den grønne knappen.'),
  passes: aGuide('Trykk på den grønne knappen merket «Start».'),
};

const onlyPlace: Rule = {
  id: 'place-only',
  severity: 'warning',
  says: 'Teksten viser til noe med plassen på siden. På en telefon står det et annet sted.',
  mend: 'Si hva det heter: «figuren om rømningsveien» i stedet for «bildet til høyre».',
  manual: 'Bilder og film',
  find: inPassages(({ text }) => {
    const found =
      /(?<!\p{L})(bildet|figuren|tabellen|filmen|biletet|boksen) (til|på) (høyre|venstre|høgre)(?!\p{L})/iu.exec(text);
    return found ? [{ says: `«${found[0]}» viser til en plass på siden.` }] : [];
  }),
  fails: aGuide('Gjør som på bildet til høyre viser.'),
  passes: aGuide('Gjør som figuren om håndvask viser.'),
};

const leftOver: Rule = {
  id: 'left-over',
  severity: 'warning',
  says: 'Her står noe som ser ut til å være glemt fra skrivingen.',
  mend: 'Skriv ferdig, eller ta det bort.',
  manual,
  find: inPassages(({ text }) =>
    /(?<!\p{L})(TODO|FIXME|XXX|lorem ipsum|fyll inn her|skriv her|tekst kommer)(?!\p{L})/iu.test(text) ? [{}] : [],
  ),
  fails: aGuide('TODO: spørre Kari om såpe.'),
  passes: aGuide('Spør Kari om såpe.'),
};

const doubled: Rule = {
  id: 'word-twice',
  severity: 'warning',
  says: 'Det samme ordet står to ganger etter hverandre.',
  mend: 'Slett det ene.',
  manual,
  find: inPassages(({ text }) => {
    const found = /(?<![\p{L}-])(\p{Ll}{2,20}) \1(?![\p{L}-])/u.exec(text.slice(0, 5_000));
    const isMeant =
      found && ['at', 'om', 'som', 'den', 'det', 'så', 'nei', 'ha', 'that', 'had'].includes(found[1] ?? '');
    return found && !isMeant ? [{ says: `«${found[0]}» står to ganger.` }] : [];
  }),
  fails: aGuide('Vask hendene før før maten.'),
  passes: aGuide('Vask hendene før maten.'),
};

const mixedForms: Rule = {
  id: 'wrong-language-file',
  severity: 'warning',
  says: 'Språket i fila er et annet enn det øverst.',
  mend: 'Rett «language», eller oversett teksten.',
  manual: 'Flere språk',
  find: (reading) =>
    readable(reading).flatMap((guide) => {
      const passages = passagesIn(guide.tokens)
        .map(({ text }) => likelyLanguage(text))
        .filter((one) => one !== null);
      const wrong = passages.filter((one) => one !== guide.language).length;
      const isOther = guide.language !== null && passages.length >= 3 && wrong > passages.length / 2;
      return isOther
        ? [{ at: placeIn(guide, guide.frontMatter.places.get('language') ?? { line: 1, column: 1 }) }]
        : [];
    }),
  fails: inEnglish('You have to wash the hands. This is for you.'),
  passes: inEnglish('Ein må vaske hendene, og ikkje berre når dei er skitne.'),
};

function inEnglish(line: string) {
  const text = `# Vask {#vask}\n\n${[line, line, line].join('\n\n')}`;
  const main = '# Vask {#vask}\n\nVask hendene.\n\nBruk såpe.\n\nTørk dem.';
  return aGuideWith(text, main, { 'guide.nn.md': `${translated}\n${text}\n` });
}

/** Without what stands in quotation marks: how others write is theirs. */
function ownWords(text: string): string {
  return text.replace(/«[^«»]*»/gu, '«»');
}

/** Verbs that end in -s and are not passive. */
const deponents =
  /^(finnes|synes|trives|møtes|lykkes|minnes|kjennes|høres|ses|skjønnes|enes|følges|hilses|slåss|virkes|oppleves)$/iu;

function isPassive(sentence: string): boolean {
  const withS = [
    ...sentence.matchAll(
      /(?<!\p{L})(?:skal|må|kan|bør|vil)(?!\p{L})[^.,]{0,30}?(?<!\p{L})(\p{Ll}{3,}(?:es|ast)|tas|gis|fås|sees)(?!\p{L})/giu,
    ),
  ];
  if (withS.some(([, verb]) => verb && !deponents.test(verb))) return true;
  return (
    /(?<!\p{L})(?:ble|blir|bli|blitt|vart|vert) \p{Ll}{2,}(?:et|t|dd|ert)(?!\p{L})/iu.test(sentence) ||
    /(?<!\p{L})(?:gis|kreves|utføres|foretas|benyttes|brukes|meldes|gjøres)(?!\p{L})/iu.test(sentence)
  );
}

/** A thing told from others by its colour, and nothing more about it in the same sentence. */
const colourAlone =
  /(?<!\p{L})(?:de[nt]|i|på) (?:røde?|grønne?|gule?|blåe?|blå|oransje|raude?|grøne?) (?:knappen|feltet|ruta|linja|pila|pilen|prikken|området|teksten|delen|sirkelen|firkanten)(?!\p{L})(?! (?:merket|merka|med|som|«|der))/iu;

/** The lines on which the author has said what language something is in. */
function linesInOtherLanguages(guide: GuideDraft): ReadonlySet<number> {
  const links = guide.tokens.filter(({ token }) => token.type === 'link' && String(token['href']).startsWith('lang:'));
  return new Set(links.map(({ line }) => line));
}

function inPassages(find: (passage: Passage, guide: { language: Language | null }) => Omit<Finding, 'at'>[]) {
  return (reading: Reading): Finding[] =>
    readable(reading).flatMap((guide) =>
      passagesIn(guide.tokens)
        .filter(({ text }) => wordsIn(text).length > 0 && !/^svar:/iu.test(text))
        .flatMap((passage) => find(passage, guide).map((found) => ({ at: placeIn(guide, passage), ...found }))),
    );
}

export const plainLanguageRules = [
  ...[jargon, abbreviation, passive, foreignPassage, onlyColour, onlyPlace],
  ...[leftOver, doubled, mixedForms],
];
