import { namedHeadings, questionsIn, type GuideDraft, type HeadingDraft } from '../guide-draft.js';
import type { QuestionDraft } from '../question-draft.js';
import { readable, type Reading } from '../reading.js';
import { stableIds } from '../stable-ids.js';
import { aGuideWith, translated } from './example.js';
import { answerKey, answerShape } from '../question-likeness.js';
import { placeIn, wholeFile, type Example, type Finding, type Rule } from './rule.js';

const manual = 'Flere språk';

const main = `# Vask {#vask}

Vask hendene.

## Spørsmål: Når? {#nar}

- [x] Før maten.
  > Riktig.
- [ ] Aldri.
  > Jo.

# Tørk {#tork}

Tørk hendene.`;

/** The same guide in two languages, with something changed in the second. */
function twoEditions(from = '', to = ''): Example {
  const nynorsk = main.replace('Vask hendene.', 'Vask hendene dine.').replace(from, to);
  return aGuideWith(nynorsk, main, { 'guide.nn.md': `${translated}\n${nynorsk}\n` });
}

const missing: Rule = {
  id: 'translation-part-missing',
  severity: 'error',
  says: 'Oversettelsen mangler en del som finnes i guide.md.',
  mend: 'Oversett delen også, og gi den det samme faste navnet.',
  manual,
  find: inTranslations((guide, parts, mainParts) =>
    mainParts
      .filter((part) => !parts.some((own) => own.id === part.id))
      .map((part) => ({
        at: wholeFile(guide.file),
        says: `Oversettelsen mangler «${part.title}» {#${part.id}}, som står på linje ${part.line} i guide.md.`,
      })),
  ),
  fails: twoEditions('# Tørk {#tork}\n\nTørk hendene.', ''),
  passes: twoEditions(),
};

const surplus: Rule = {
  id: 'translation-part-unknown',
  severity: 'error',
  says: 'Oversettelsen har en del som ikke finnes i guide.md.',
  mend: 'Sjekk at det faste navnet er skrevet likt i begge filene, eller skriv delen i guide.md også.',
  manual,
  find: inTranslations((guide, parts, mainParts) =>
    parts
      .filter((part) => !mainParts.some((other) => other.id === part.id))
      .map((part) => ({
        at: placeIn(guide, part),
        says: `Delen {#${part.id}} finnes ikke i guide.md.`,
      })),
  ),
  fails: twoEditions('{#tork}', '{#turk}'),
  passes: twoEditions(),
};

const order: Rule = {
  id: 'translation-order',
  severity: 'error',
  says: 'Delene står i en annen rekkefølge enn i guide.md.',
  mend: 'Sett leksjoner, spørsmål og erklæringer i samme rekkefølge på alle språk.',
  manual,
  find: inTranslations((guide, parts, mainParts) => {
    const isSame =
      parts.length === mainParts.length && parts.every((part) => mainParts.some(({ id }) => id === part.id));
    const first = parts.find((part, index) => part.id !== mainParts[index]?.id || part.kind !== mainParts[index]?.kind);
    return isSame && first ? [{ at: placeIn(guide, first) }] : [];
  }),
  fails: swapped(),
  passes: twoEditions(),
};

const choices: Rule = {
  id: 'translation-choices',
  severity: 'error',
  says: 'Spørsmålet har et annet antall svar eller hint, eller en annen slags svar, enn i guide.md.',
  mend: 'La spørsmålet ha de samme svarene i samme rekkefølge på alle språk. I et valg er navnene på situasjonene også like.',
  manual,
  find: inSameQuestions((own, other) => (answerShape(own) === answerShape(other) ? null : own.heading)),
  fails: twoEditions('- [ ] Aldri.', '- [ ] Alltid.\n  > Nei.\n- [ ] Aldri.'),
  passes: twoEditions(),
};

const rightAnswer: Rule = {
  id: 'translation-right-answer',
  severity: 'error',
  says: 'Et annet svar er riktig her enn i guide.md.',
  mend: 'La de samme svarene være riktige på alle språk, i samme rekkefølge.',
  manual,
  find: inSameQuestions((own, other) => {
    if (answerShape(own) !== answerShape(other) || answerKey(own) === answerKey(other)) return null;
    return own.choices.find((choice, index) => choice.ticked !== other.choices[index]?.ticked) ?? own.heading;
  }),
  fails: twoEditions('- [x] Før maten.\n  > Riktig.\n- [ ] Aldri.', '- [ ] Før maten.\n  > Riktig.\n- [x] Aldri.'),
  passes: twoEditions(),
};

const attributes: Rule = {
  id: 'translation-attributes',
  severity: 'error',
  says: 'Forsøk, poeng eller annet i krøllparentesen er noe annet her enn i guide.md.',
  mend: 'Skriv det samme i krøllparentesen på alle språk.',
  manual,
  find: inSameQuestions((own, other) => {
    const value = (question: QuestionDraft, name: string) => question.heading.tail?.attributes.get(name);
    const differs = ['forsok', 'poeng', 'hintpris', 'stokk'].some((name) => value(own, name) !== value(other, name));
    return differs ? (own.heading.tail ?? own.heading) : null;
  }),
  fails: twoEditions('{#nar}', '{#nar poeng=2}'),
  passes: twoEditions(),
};

const draw: Rule = {
  id: 'translation-draw',
  severity: 'error',
  says: 'Leksjonen trekker eller stokker på en annen måte enn i guide.md.',
  mend: 'Skriv det samme i krøllparentesen på alle språk.',
  manual,
  find: (reading) => {
    const { main } = reading;
    if (!main || main.fault) return [];
    const mainIds = stableIds(main, null);
    const others = new Map(main.lessons.map(({ heading }) => [mainIds.get(heading), chanceIn(heading)]));
    return readable(reading).flatMap((guide) => {
      const ids = stableIds(guide, main);
      return guide.lessons.flatMap(({ heading }): Finding[] => {
        const other = others.get(ids.get(heading));
        return other === undefined || other === chanceIn(heading) ? [] : [{ at: placeIn(guide, heading) }];
      });
    });
  },
  fails: twoEditions('# Vask {#vask}', '# Vask {#vask stokk}'),
  passes: twoEditions(),
};

function chanceIn({ tail }: HeadingDraft): string {
  return ['trekk', 'stokk'].map((name) => tail?.attributes.get(name) ?? '-').join();
}

function swapped(): Example {
  const [first = '', second = ''] = main.split(/\n\n(?=# Tørk)/u);
  return aGuideWith(`${second}\n\n${first}`, main, { 'guide.nn.md': `${translated}\n${second}\n\n${first}\n` });
}

interface Part {
  kind: string;
  id: string;
  title: string;
  line: number;
  column: number;
}

function partsOf(guide: GuideDraft, reading: Reading): Part[] {
  const ids = stableIds(guide, reading.main);
  return namedHeadings(guide).map(({ kind, heading }) => {
    const { title, line, column } = heading;
    return { kind, id: ids.get(heading) ?? '', title, line, column };
  });
}

function inTranslations(find: (guide: GuideDraft, parts: Part[], mainParts: Part[]) => Finding[]) {
  return (reading: Reading): Finding[] => {
    const { main } = reading;
    if (!main || main.fault) return [];
    const mainParts = partsOf(main, reading);
    return readable(reading).flatMap((guide) =>
      guide === main ? [] : find(guide, partsOf(guide, reading), mainParts),
    );
  };
}

type Spot = { line: number; column: number };

function inSameQuestions(differing: (own: QuestionDraft, other: QuestionDraft) => Spot | null) {
  return (reading: Reading): Finding[] => {
    const { main } = reading;
    if (!main || main.fault) return [];
    const mainIds = stableIds(main, null);
    const others = new Map(questionsIn(main).map((question) => [mainIds.get(question.heading), question]));
    return readable(reading).flatMap((guide) => {
      const ids = stableIds(guide, main);
      return questionsIn(guide).flatMap((own): Finding[] => {
        const other = others.get(ids.get(own.heading));
        const spot = guide !== main && other ? differing(own, other) : null;
        return spot ? [{ at: placeIn(guide, spot) }] : [];
      });
    });
  };
}

export const editionRules = [missing, surplus, order, choices, rightAnswer, attributes, draw];
