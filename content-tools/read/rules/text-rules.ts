import { calloutTones } from '@kursdugnad/core/course/course.js';
import type { Tokens } from 'marked';
import { markAlone } from '../block-mark.js';
import { calloutKind, calloutKinds } from '../build-plain-block.js';
import { blocksIn } from '../guide-draft.js';
import { readable } from '../reading.js';
import { hasTickBox } from '../read-question.js';
import { aGuide } from './example.js';
import { placeIn, type Finding, type Rule } from './rule.js';

const manual = 'Tekst, lister, tabeller og sitater';
const knownWords = [...calloutTones, ...Object.keys(calloutKinds)];
const isKnown = (word: string) => knownWords.includes(word.toLowerCase());
const tones = knownWords.map((word) => `[!${word.toUpperCase()}]`).join(', ');

const rawHtml: Rule = {
  id: 'raw-html',
  severity: 'error',
  says: 'HTML kan ikke brukes i en guide.',
  mend: 'Skriv det som Markdown: **fet**, _uthevet_, lister, tabeller og bilder. Skal < vises som tegn, skriver du \\<.',
  manual,
  find: (reading) =>
    readable(reading).flatMap((guide) =>
      guide.tokens
        .filter(({ token }) => token.type === 'html' && markAlone(token) === null)
        .map(({ token, line, column }) => {
          const tag = token.raw.trim().split('\n')[0]?.slice(0, 40) ?? '';
          return { at: placeIn(guide, { line, column }), says: `HTML kan ikke brukes i en guide: ${tag}` };
        }),
    ),
  fails: aGuide('Vask <b>alltid</b> hendene.'),
  passes: aGuide('Vask **alltid** hendene.'),
};

const unknownCallout: Rule = {
  id: 'callout-unknown',
  severity: 'error',
  says: 'Merknaden begynner med et ord vi ikke kjenner.',
  mend: `Velg mellom ${tones}. Ordene er de samme på alle språk.`,
  manual: 'Merknader',
  find: (reading) =>
    readable(reading).flatMap((guide) =>
      blocksIn(guide).flatMap((block) =>
        block.kind === 'callout' && !isKnown(block.word)
          ? [{ at: placeIn(guide, block), says: `Merknaden [!${block.word.slice(0, 30)}] finnes ikke.` }]
          : [],
      ),
    ),
  fails: aGuide('> [!NB]\n> Bruk såpe.'),
  passes: aGuide('> [!HUSK]\n> Bruk såpe.'),
};

const emptyCallout: Rule = {
  id: 'callout-empty',
  severity: 'error',
  says: 'Merknaden har ingen tekst.',
  mend: 'Skriv teksten på linja under, med > foran.',
  manual: 'Merknader',
  find: (reading) =>
    readable(reading).flatMap((guide) =>
      blocksIn(guide).flatMap((block) =>
        block.kind === 'callout' && block.body === '' && (block.title === '' || calloutKind(block.word) !== 'callout')
          ? [{ at: placeIn(guide, block) }]
          : [],
      ),
    ),
  fails: aGuide('> [!HUSK]\n\nBruk såpe.'),
  passes: aGuide('> [!HUSK]\n> Bruk såpe.'),
};

const tableHeader: Rule = {
  id: 'table-without-header',
  severity: 'error',
  mayBeAccepted: true,
  says: 'Tabellen mangler overskrifter over kolonnene.',
  mend: 'Skriv en linje med overskrifter øverst, og under den en linje med |---|---|.',
  manual,
  find: (reading) =>
    readable(reading).flatMap((guide) =>
      guide.tokens.flatMap(({ token, line, column }): Finding[] => {
        const isBare =
          token.type === 'table' && (token as Tokens.Table).header.every((cell) => cell.text.trim() === '');
        return isBare || isTableManque(token) ? [{ at: placeIn(guide, { line, column }) }] : [];
      }),
    ),
  fails: aGuide('| Før maten | ja |\n| Etter maten | nei |'),
  passes: aGuide('| Når | Vask |\n|---|---|\n| Før maten | ja |'),
};

const looseBoxes: Rule = {
  id: 'boxes-outside-question',
  severity: 'error',
  says: 'Her er en liste med ruter å krysse av i, men den hører ikke til et spørsmål.',
  mend: 'Skriv overskriften som «## Spørsmål: …», med kolon. Skal det bare være en liste, tar du bort hakeparentesene.',
  manual: 'Spørsmål',
  find: (reading) =>
    readable(reading).flatMap((guide) => {
      const own = new Set(
        blocksIn(guide).flatMap((block) =>
          block.kind === 'question' || block.kind === 'declaration' ? [block.line] : [],
        ),
      );
      let isInside = false;
      return guide.tokens.flatMap(({ token, line, column, parents }): Finding[] => {
        if (token.type === 'heading' && parents.length === 0) isInside = own.has(line);
        return hasTickBox(token) && !isInside ? [{ at: placeIn(guide, { line, column }) }] : [];
      });
    }),
  fails: aGuide('## Spørsmål\n\n- [ ] Før maten\n- [x] Etter maten'),
  passes: aGuide('## Sjekkliste\n\n- Før maten\n- Etter maten'),
};

const referenceLink: Rule = {
  id: 'link-definition',
  severity: 'error',
  says: 'Adressen til en lenke står for seg selv.',
  mend: 'Skriv adressen rett i teksten: [branninstruksen](https://…).',
  manual,
  find: (reading) =>
    readable(reading).flatMap((guide) =>
      guide.tokens.filter(({ token }) => token.type === 'def').map((placed) => ({ at: placeIn(guide, placed) })),
    ),
  fails: aGuide('Les [instruksen][1].\n\n[1]: https://example.no/instruks'),
  passes: aGuide('Les [instruksen](https://example.no/instruks).'),
};

/** Lines with bars that Markdown does not take for a table. */
function isTableManque(token: { type: string; raw: string }): boolean {
  if (token.type !== 'paragraph') return false;
  const lines = token.raw.trim().split('\n');
  return lines.length > 1 && lines.every((line) => line.trim().startsWith('|'));
}

export const textRules = [rawHtml, unknownCallout, emptyCallout, tableHeader, looseBoxes, referenceLink];
