import type { Reading } from '../reading.js';
import { aGuide, film } from './example.js';
import { placeIn, type Example, type Rule } from './rule.js';

const manual = 'Publisere med en feil';

/** A film without captions, and what somebody says about it. */
function aGuideWithout(captions: string): Example {
  const written = `---
title: Hender
summary: Når og hvordan du vasker hendene.
language: nb
minutes: 3
licence: CC-BY-4.0
publisher: Solvik kommune
topics: [hygiene]
accepted:
${captions}
---

# Vask hendene {#vask}

![Film: slik vasker du hendene.](media/vask.mp4)`;
  const files = { 'media/vask.mp4': film, 'media/vask.nb.txt': 'Såpe først.' };
  return { ...aGuide(written, files), shown: `accepted:\n${captions}` };
}

const said = (rule: string, by = 'Kari Nordmann') =>
  `  - rule: ${rule}\n    reason: Tekstingen kommer før jul. Filmen har ikke tale.\n    by: ${by}\n    date: 2026-11-21`;
const good: Example = {
  ...aGuide('# Vask hendene {#vask}\n\nVask hendene før du lager mat.'),
  shown: said('film-without-captions'),
};

/** The rules about the acceptances themselves; `others` are those that may be accepted, or not. */
export function acceptanceRules(others: readonly Rule[]): Rule[] {
  return [malformed, impossible(others), unneeded(others)];
}

const malformed: Rule = {
  id: 'acceptance-malformed',
  severity: 'error',
  says: 'Begrunnelsen for å publisere med en feil er ikke fullstendig.',
  mend: 'Skriv «rule» (regelens navn), «reason» (en hel setning), «by» (navnet ditt) og «date» (2026-11-21).',
  manual,
  find: ({ main }) =>
    main
      ? main.frontMatter.faults
          .filter(({ kind, field }) => kind === 'entry' && field === 'accepted')
          .map((fault) => ({ at: placeIn(main, fault), says: `«${fault.detail}» mangler eller er skrevet feil.` }))
      : [],
  fails: aGuideWithout('  - rule: film-without-captions\n    reason: Kommer.'),
  passes: good,
};

function impossible(others: readonly Rule[]): Rule {
  return {
    id: 'acceptance-impossible',
    severity: 'error',
    says: 'Denne feilen kan ikke godtas: guiden virker ikke før den er rettet.',
    mend: `Ta bort begrunnelsen, og rett feilen. Det som kan godtas, er ${acceptable(others).join(', ')}.`,
    manual,
    find: (reading) =>
      entriesIn(reading)
        .filter(({ rule }) => !acceptable(others).includes(rule))
        .map(({ at, rule }) => ({ at, says: `«${rule}» er ikke en feil som kan godtas.` })),
    fails: aGuideWithout(said('no-lesson')),
    passes: good,
  };
}

function unneeded(others: readonly Rule[]): Rule {
  return {
    id: 'acceptance-unneeded',
    severity: 'warning',
    says: 'Guiden har ikke lenger feilen som er godtatt.',
    mend: 'Ta bort begrunnelsen.',
    manual,
    find: (reading) =>
      entriesIn(reading)
        .filter(({ rule }) => {
          const accepted = others.find(({ id, mayBeAccepted }) => mayBeAccepted && id === rule);
          return accepted && accepted.find(reading).length === 0;
        })
        .map(({ at }) => ({ at })),
    fails: aGuideWithout(said('alt-missing')),
    passes: good,
  };
}

function acceptable(others: readonly Rule[]): string[] {
  return others.filter(({ mayBeAccepted }) => mayBeAccepted).map(({ id }) => id);
}

function entriesIn({ main }: Reading) {
  const entries = main?.frontMatter.values.accepted ?? [];
  return entries.flatMap(({ rule }, index) => {
    const place = main?.frontMatter.places.get(`accepted.${index}`) ?? { line: 1, column: 1 };
    return main ? [{ rule, at: placeIn(main, place) }] : [];
  });
}
