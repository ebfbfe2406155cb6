import type { Tokens } from 'marked';
import { calloutKind } from '../build-plain-block.js';
import { blocksIn, type GuideDraft, type PlainDraft } from '../guide-draft.js';
import { mediaKind } from '../media-kinds.js';
import { mediaUses } from '../media-uses.js';
import { captionIn } from '../read-plain-block.js';
import { readable, type Reading } from '../reading.js';
import { idFromTitle, stableIds } from '../stable-ids.js';
import { aGuide } from './example.js';
import { placeIn, type Finding, type Rule } from './rule.js';

type Callout = Extract<PlainDraft, { kind: 'callout' }>;
const withPdf = { 'media/instruks.pdf': '%PDF-1.7\n' };

const calloutTitle: Rule = {
  id: 'callout-without-title',
  severity: 'error',
  says: 'Teksten mangler et navn på den første linja.',
  mend: 'Skriv navnet etter hakeparentesen: «> [!MER] Slik sier loven det».',
  manual: 'Tekst å folde ut',
  find: inCallouts(({ word, title }) => calloutKind(word) !== 'callout' && title === ''),
  fails: aGuide('> [!MER]\n> Vask med såpe i 40 sekunder.'),
  passes: aGuide('> [!MER] Hvor lenge?\n> Vask med såpe i 40 sekunder.'),
};

const stepsList: Rule = {
  id: 'callout-steps',
  severity: 'error',
  says: 'Under [!STEG] skal det bare stå en liste med tall.',
  mend: 'Skriv hvert steg på sin linje: «> 1. Skru på vannet.» Annen tekst kan stå over eller under.',
  manual: 'Steg for steg',
  find: inCallouts(({ word, steps, body }) => calloutKind(word) === 'steps' && steps.length === 0 && body !== ''),
  fails: aGuide('> [!STEG] Vask hendene\n> Skru på vannet, og bruk såpe.'),
  passes: aGuide('> [!STEG] Vask hendene\n> 1. Skru på vannet.\n> 2. Bruk såpe.'),
};

const wordTwice: Rule = {
  id: 'word-name-taken',
  severity: 'error',
  says: 'Ordet er forklart før, eller heter det samme som en leksjon eller et spørsmål.',
  mend: 'Forklar ordet ett sted. Heter en leksjon det samme, gir du den et annet fast navn.',
  manual: 'Ord som forklares',
  find: (reading) =>
    readable(reading).flatMap((guide) => {
      const taken = new Set(stableIds(guide, reading.main).values());
      return wordsOf(guide).flatMap((word) => {
        const name = idFromTitle(word.title);
        if (taken.has(name)) return [{ at: placeIn(guide, word) }];
        taken.add(name);
        return [];
      });
    }),
  fails: aGuide('> [!ORD] Avvik\n> Noe som gikk galt.\n\n> [!ORD] avvik\n> Noe annet.'),
  passes: aGuide('> [!ORD] Avvik\n> Noe som gikk galt.\n\nMeld fra om [avviket](#avvik).'),
};

const looseCaption: Rule = {
  id: 'table-caption-alone',
  severity: 'error',
  says: 'Det står «Tabell:», men ingen tabell kommer etter.',
  mend: 'La tabellen komme rett under, eller ta bort ordet «Tabell:».',
  manual: 'Tabeller',
  find: (reading) =>
    readable(reading).flatMap((guide) => {
      const named = new Set(blocksIn(guide).flatMap((block) => (block.kind === 'table' ? [block.line] : [])));
      return guide.tokens
        .filter(({ token, parents, line }) => parents.length === 0 && captionIn(token) !== null && !named.has(line))
        .map((placed) => ({ at: placeIn(guide, placed) }));
    }),
  fails: aGuide('Tabell: Når du vasker\n\nFør maten.'),
  passes: aGuide('Tabell: Når du vasker\n\n| Når | Vask |\n|---|---|\n| Før maten | ja |'),
};

const rowHeaders: Rule = {
  id: 'table-row-headers',
  severity: 'warning',
  says: 'Noen av rutene lengst til venstre i tabellen er fete, andre ikke.',
  mend: 'Gjør alle fete, så leses de opp som overskrift for raden, eller gjør ingen av dem fete.',
  manual: 'Tabeller',
  find: (reading) =>
    readable(reading).flatMap((guide) =>
      blocksIn(guide).flatMap((block) =>
        block.kind === 'table' && block.rowHeaders === 'some' ? [{ at: placeIn(guide, block) }] : [],
      ),
    ),
  fails: aGuide('| Når | Vask |\n|---|---|\n| **Før maten** | ja |\n| Etter maten | nei |'),
  passes: aGuide('| Når | Vask |\n|---|---|\n| **Før maten** | ja |\n| **Etter maten** | nei |'),
};

const emptyCell: Rule = {
  id: 'table-header-empty',
  severity: 'warning',
  says: 'En av kolonnene i tabellen mangler overskrift.',
  mend: 'Skriv hva kolonnen handler om. Den som hører tabellen, får overskriften lest opp for hver rute.',
  manual: 'Tabeller',
  find: (reading) =>
    readable(reading).flatMap((guide) =>
      guide.tokens.flatMap(({ token, line, column }): Finding[] => {
        if (token.type !== 'table') return [];
        const empty = (token as Tokens.Table).header.filter((cell) => cell.text.trim() === '').length;
        const isSome = empty > 0 && empty < (token as Tokens.Table).header.length;
        return isSome ? [{ at: placeIn(guide, { line, column }) }] : [];
      }),
    ),
  fails: aGuide('| | Vask |\n|---|---|\n| Før maten | ja |'),
  passes: aGuide('| Når | Vask |\n|---|---|\n| Før maten | ja |'),
};

const downloadInText: Rule = {
  id: 'download-in-text',
  severity: 'warning',
  says: 'Lenken til vedlegget står inne i teksten, så ingen får vite hva slags fil det er, og hvor stor.',
  mend: 'La lenken stå alene, med en tom linje over og under. Da viser siden filtype og størrelse.',
  manual: 'Vedlegg',
  find: (reading) =>
    readable(reading).flatMap((guide) =>
      mediaUses(guide)
        .filter(({ how, path, isAlone }) => how === 'link' && mediaKind(path ?? '')?.use === 'attachment' && !isAlone)
        .map((use) => ({ at: placeIn(guide, use) })),
    ),
  fails: aGuide('Les [instruksen](media/instruks.pdf) først.', withPdf),
  passes: aGuide('[Instruksen](media/instruks.pdf "Til å henge opp")', withPdf),
};

function wordsOf(guide: GuideDraft): Callout[] {
  return blocksIn(guide).filter(
    (block): block is Callout => block.kind === 'callout' && calloutKind(block.word) === 'word' && block.title !== '',
  );
}

function inCallouts(isBroken: (callout: Callout) => boolean) {
  return (reading: Reading): Finding[] =>
    readable(reading).flatMap((guide) =>
      blocksIn(guide).flatMap((block) =>
        block.kind === 'callout' && isBroken(block) ? [{ at: placeIn(guide, block) }] : [],
      ),
    );
}

export const blockRules = [calloutTitle, stepsList, wordTwice, looseCaption, rowHeaders, emptyCell, downloadInText];
