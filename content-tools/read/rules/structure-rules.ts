import type { Tokens } from 'marked';
import { blocksIn, namedHeadings, questionsIn, type GuideDraft } from '../guide-draft.js';
import { innerTokens, type PlacedToken } from '../placed-tokens.js';
import { passagesIn, plainText, wordsIn } from '../plain-text.js';
import { readable, type Reading } from '../reading.js';
import { aGuide, aGuideWhere, fine } from './example.js';
import { placeIn, type Finding, type Rule } from './rule.js';

const manual = 'Tekst, lister, tabeller og sitater';
const mostWordsInLesson = 700;
const mostWordsInParagraph = 110;
const sentences = (count: number) => 'Vask hendene før du lager mat. '.repeat(count).trim();

const longLesson: Rule = {
  id: 'lesson-long',
  severity: 'warning',
  says: `Leksjonen har mer enn ${mostWordsInLesson} ord.`,
  mend: 'Del den i to. En leksjon er én side, og den skal kunne leses på noen minutter.',
  manual: 'Leksjoner',
  find: (reading) =>
    readable(reading).flatMap((guide) =>
      guide.lessons.flatMap(({ heading, tokens }) => {
        const count = passagesIn(tokens).reduce((sum, { text }) => sum + wordsIn(text).length, 0);
        return count > mostWordsInLesson ? [{ at: placeIn(guide, heading), says: `Leksjonen har ${count} ord.` }] : [];
      }),
    ),
  fails: aGuide(`# Vask {#vask}\n\n${Array.from({ length: 9 }, () => sentences(14)).join('\n\n')}`),
  passes: fine,
};

const longParagraph: Rule = {
  id: 'paragraph-long',
  severity: 'warning',
  says: `Avsnittet har mer enn ${mostWordsInParagraph} ord.`,
  mend: 'Del det, eller lag en liste av det. På en telefon fyller det hele skjermen.',
  manual,
  find: (reading) =>
    readable(reading).flatMap((guide) =>
      passagesIn(guide.tokens)
        .filter(({ text }) => wordsIn(text).length > mostWordsInParagraph)
        .map((passage) => ({ at: placeIn(guide, passage) })),
    ),
  fails: aGuide(sentences(20)),
  passes: aGuide(`${sentences(10)}\n\n${sentences(10)}`),
};

const boldHeading: Rule = {
  id: 'bold-as-heading',
  severity: 'warning',
  says: 'Et helt avsnitt er fett, som om det var en overskrift.',
  mend: 'Skriv «## » foran i stedet for stjernene. Da finner også skjermleseren fram til den.',
  manual: 'Leksjoner',
  find: inParagraphs((token) => {
    const parts = innerTokens(token).filter((part) => part.type !== 'html' && part.raw.trim() !== '');
    const words = wordsIn(plainText(innerTokens(token))).length;
    const isBold = parts.length === 1 && parts[0]?.type === 'strong';
    return isBold && words < 10 && !/[.!?]\*\*/u.test(token.raw);
  }),
  fails: aGuide('**Slik gjør du**\n\nBruk såpe.'),
  passes: aGuide('## Slik gjør du\n\nBruk såpe.'),
};

const handMadeList: Rule = {
  id: 'list-by-hand',
  severity: 'warning',
  says: 'Linjene ligner en liste, men blir vist i ett strekk.',
  mend: 'Begynn hver linje med «- » og la det stå en tom linje over listen.',
  manual,
  find: inParagraphs((token) => token.raw.split('\n').filter((line) => /^\s*([•·●▪]|[–—]\s)/u.test(line)).length > 1),
  fails: aGuide('• såpe\n• vann'),
  passes: aGuide('- såpe\n- vann'),
};

const lonelyItem: Rule = {
  id: 'list-of-one',
  severity: 'warning',
  says: 'Listen har bare ett punkt.',
  mend: 'Skriv det som en vanlig setning.',
  manual,
  find: (reading) =>
    readable(reading).flatMap((guide) =>
      guide.tokens
        .filter(({ token, parents }) => {
          if (token.type !== 'list' || parents.some((parent) => parent.type === 'blockquote')) return false;
          const { items } = token as Tokens.List;
          return items.length === 1 && !items[0]?.task && items[0]?.text !== '';
        })
        .map((placed) => ({ at: placeIn(guide, placed) })),
    ),
  fails: aGuide('- Bruk såpe.'),
  passes: aGuide('- Bruk såpe.\n- Tørk godt.'),
};

const shouting: Rule = {
  id: 'capital-letters',
  severity: 'warning',
  says: 'Flere ord på rad er skrevet med bare store bokstaver.',
  mend: 'Skriv med vanlige bokstaver, og bruk **fet** skrift der noe er viktig. Store bokstaver er tunge å lese.',
  manual,
  find: (reading) =>
    readable(reading).flatMap((guide) =>
      passagesIn(guide.tokens)
        .filter(({ text }) => /(?:(?<!\p{L})\p{Lu}{2,}[\s,]+){2}\p{Lu}{2,}(?!\p{Ll})/u.test(text.slice(0, 5_000)))
        .map((passage) => ({ at: placeIn(guide, passage) })),
    ),
  fails: aGuide('VASK ALLTID HENDENE før du lager mat.'),
  passes: aGuide('**Vask alltid hendene** før du lager mat.'),
};

const headingStop: Rule = {
  id: 'heading-full-stop',
  severity: 'warning',
  says: 'Overskriften slutter med punktum eller kolon.',
  mend: 'Ta det bort. Overskrifter har ikke punktum.',
  manual: 'Leksjoner',
  find: (reading) =>
    readable(reading).flatMap((guide) =>
      headingsOf(guide)
        .filter(({ title, word }) => word === null && /[^.][.:]$/u.test(title))
        .map((heading) => ({ at: placeIn(guide, heading) })),
    ),
  fails: aGuide('## Slik vasker du hendene.\n\nBruk såpe.'),
  passes: aGuide('## Slik vasker du hendene\n\nBruk såpe.'),
};

const headingLong: Rule = {
  id: 'heading-long',
  severity: 'warning',
  says: 'Overskriften er lengre enn 80 tegn.',
  mend: 'Kort den ned. Resten kan stå i teksten under.',
  manual: 'Leksjoner',
  find: (reading) =>
    readable(reading).flatMap((guide) =>
      headingsOf(guide)
        .filter(({ title, word }) => word === null && title.length > 80)
        .map((heading) => ({ at: placeIn(guide, heading) })),
    ),
  fails: aGuide(`## ${'Om hvordan du vasker hendene, '.repeat(3)}og når\n\nBruk såpe.`),
  passes: aGuide('## Slik vasker du hendene\n\nBruk såpe.'),
};

const headingRepeated: Rule = {
  id: 'heading-repeated',
  severity: 'warning',
  says: 'To overskrifter i samme leksjon er like.',
  mend: 'Skriv hva som er forskjellen. Den som hopper mellom overskrifter, hører ikke teksten under.',
  manual: 'Leksjoner',
  find: (reading) =>
    readable(reading).flatMap((guide) =>
      guide.lessons.flatMap(({ blocks }) => {
        const seen = new Set<string>();
        return blocks.flatMap((block): Finding[] => {
          if (block.kind !== 'text' || !block.heading) return [];
          const title = block.heading.title.toLocaleLowerCase('nb');
          if (seen.has(title)) return [{ at: placeIn(guide, block) }];
          seen.add(title);
          return [];
        });
      }),
    ),
  fails: aGuide('## Hjemme\n\nBruk såpe.\n\n## Hjemme\n\nTørk godt.'),
  passes: aGuide('## Hjemme\n\nBruk såpe.\n\n## På jobben\n\nTørk godt.'),
};

const passWithout: Rule = {
  id: 'pass-without-questions',
  severity: 'error',
  says: 'Guiden har en grense for å bestå, men ingen spørsmål som gir poeng.',
  mend: 'Lag spørsmål, eller ta bort «pass».',
  manual: 'Når er guiden ferdig?',
  find: (reading) =>
    readable(reading).flatMap((guide) => {
      const { values, places } = guide.frontMatter;
      const isEmpty = guide.isMain && values.pass !== undefined && questionsIn(guide).length === 0;
      return isEmpty ? [{ at: placeIn(guide, places.get('pass') ?? { line: 1, column: 1 }) }] : [];
    }),
  fails: aGuideWhere('pass', 'pass: 80'),
  passes: fine,
};

function headingsOf(guide: GuideDraft) {
  const inText = blocksIn(guide).flatMap((block) => (block.kind === 'text' && block.heading ? [block.heading] : []));
  return [...namedHeadings(guide).map(({ heading }) => heading), ...inText];
}

function inParagraphs(isBroken: (token: PlacedToken['token']) => boolean) {
  return (reading: Reading): Finding[] =>
    readable(reading).flatMap((guide) =>
      guide.tokens
        .filter(({ token, parents }) => token.type === 'paragraph' && parents.length === 0 && isBroken(token))
        .map((placed) => ({ at: placeIn(guide, placed) })),
    );
}

export const structureRules = [
  ...[longLesson, longParagraph, boldHeading, handMadeList, lonelyItem, shouting],
  ...[headingStop, headingLong, headingRepeated, passWithout],
];
