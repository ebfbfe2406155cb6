import type { Tokens } from 'marked';
import { questionsIn, type GuideDraft } from '../guide-draft.js';
import { plainText, wordsIn } from '../plain-text.js';
import { readable } from '../reading.js';
import { aGuide } from './example.js';
import { placeIn, type Finding, type Rule } from './rule.js';

const manual = 'Tabeller';
/** A table with so many columns of sentences is wider than a phone. */
const manyColumns = 4;
/** Longer than the widest column a phone has room for beside another. */
const longestWord = 24;

const manyOfThem: Rule = {
  id: 'table-columns',
  severity: 'warning',
  says: 'Tabellen har fire kolonner eller mer med tekst i, og er bredere enn en telefon.',
  mend: 'Del den i to tabeller, eller skriv en liste med et punkt for hver rad.',
  manual,
  find: (reading) =>
    readable(reading).flatMap((guide) =>
      tablesIn(guide)
        .filter(({ table }) => table.header.length >= manyColumns && cellsOf(table).some(isProse))
        .map((one) => ({ at: placeIn(guide, one) })),
    ),
  fails: aGuide(
    '| Når | Hva | Hvor | Hvor lenge |\n|---|---|---|---|\n| Før du lager mat | såpe | vasken | 40 sekunder |',
  ),
  passes: aGuide('| Når | Hva |\n|---|---|\n| Før du lager mat | såpe i 40 sekunder |'),
};

const longWord: Rule = {
  id: 'table-long-word',
  severity: 'warning',
  says: 'Et ord i tabellen er for langt til å få plass på en telefon.',
  mend: 'Skriv det med andre ord, eller skriv en liste i stedet for tabellen.',
  manual,
  find: (reading) =>
    readable(reading).flatMap((guide) =>
      tablesIn(guide).flatMap(({ table, ...at }): Finding[] => {
        const word = cellsOf(table)
          .flatMap(lettersIn)
          .find(({ length }) => length > longestWord);
        return word
          ? [{ at: placeIn(guide, at), says: `«${word.slice(0, 60)}» er for langt til å få plass på en telefon.` }]
          : [];
      }),
    ),
  fails: aGuide('| Hvem | Gjør |\n|---|---|\n| Arbeidsmiljøutvalgsmedlemmer | vasker hendene |'),
  passes: aGuide('| Hvem | Gjør |\n|---|---|\n| De i arbeidsmiljøutvalget | vasker hendene |'),
};

interface PlacedTable {
  table: Tokens.Table;
  line: number;
  column: number;
}

/** The tables that are shown as tables: those of a `Par` become lists to choose from. */
function tablesIn(guide: GuideDraft): PlacedTable[] {
  const paired = new Set(questionsIn(guide).flatMap(({ pairs }) => pairs.slice(0, 1).map(({ line }) => line - 2)));
  return guide.tokens.flatMap(({ token, line, column }) =>
    token.type === 'table' && !paired.has(line) ? [{ table: token as Tokens.Table, line, column }] : [],
  );
}

function cellsOf({ header, rows }: Tokens.Table): string[] {
  return [header, ...rows].flat().map(({ tokens }) => plainText(tokens));
}

function isProse(cell: string): boolean {
  return wordsIn(cell).length > 3;
}

/** The pieces that a line cannot be broken in. */
function lettersIn(cell: string): string[] {
  return cell.match(/\p{L}+/gu) ?? [];
}

export const wideTableRules = [manyOfThem, longWord];
