import { questionsIn, type GuideDraft } from '../guide-draft.js';
import type { QuestionWord } from '../heading-draft.js';
import type { QuestionDraft } from '../question-draft.js';
import { readable, type Reading } from '../reading.js';
import { isStableId } from '../stable-ids.js';
import { aGuide } from './example.js';
import { placeIn, type Example, type Finding, type Rule } from './rule.js';

const manual = 'Spørsmål';

export function aQuestion(answers: string, tail = '{#hender}'): Example {
  return aGuide(`## Spørsmål: Når vasker du hendene? ${tail}\n\n${answers}`);
}

const good: Example = aQuestion('- [x] Før maten.\n  > Riktig.\n- [ ] Etter jobb.\n  > Det er for seint.');
const written: Example = aQuestion('Svar: `110` eller `en en null`');

const noAnswers: Rule = {
  id: 'question-without-answers',
  severity: 'error',
  says: 'Spørsmålet har ingen svar å velge mellom.',
  mend: 'Skriv svarene som en liste med «- [ ]» foran hvert svar og «- [x]» foran det som er riktig, eller skriv «Svar:» og det riktige svaret mellom kodetegn: Svar: `110`.',
  manual,
  find: inQuestions(
    (question) =>
      question.asks === 'question' && question.choices.length === 0 && question.answerLine === null && [question],
  ),
  fails: aQuestion('- Før maten.\n- Etter jobb.'),
  passes: good,
};

const fewChoices: Rule = {
  id: 'too-few-choices',
  severity: 'error',
  says: 'Spørsmålet har bare ett svar å velge.',
  mend: 'Skriv minst to svar. Tre eller fire er vanlig.',
  manual,
  find: inQuestions((question) => question.choices.length === 1 && [question]),
  fails: aQuestion('- [x] Før maten.\n  > Riktig.'),
  passes: good,
};

const manyChoices: Rule = {
  id: 'too-many-choices',
  severity: 'error',
  says: 'Spørsmålet har mer enn ti svar.',
  mend: 'Behold de svarene noen faktisk ville valgt. Tre eller fire er vanlig.',
  manual,
  find: inQuestions((question) => question.choices.length > 10 && [question.choices[10] ?? question]),
  fails: aQuestion('- [x] Ja, alltid.\n'.repeat(11)),
  passes: good,
};

const noneRight: Rule = {
  id: 'no-right-answer',
  severity: 'error',
  says: 'Ingen av svarene er krysset av som riktig.',
  mend: 'Sett kryss foran det som er riktig: «- [x]».',
  manual,
  find: inQuestions(
    ({ choices, ...question }) => choices.length > 1 && !choices.some((choice) => choice.ticked) && [question],
  ),
  fails: aQuestion('- [ ] Før maten.\n  > Ja.\n- [ ] Etter jobb.\n  > Nei.'),
  passes: good,
};

const allRight: Rule = {
  id: 'all-answers-right',
  severity: 'warning',
  says: 'Alle svarene er riktige, så spørsmålet prøver ikke om noen har forstått.',
  mend: 'Ta med minst ett svar som er galt, men som noen kunne valgt.',
  manual,
  find: inQuestions(
    ({ choices, ...question }) => choices.length > 1 && choices.every((choice) => choice.ticked) && [question],
  ),
  fails: aQuestion('- [x] Før maten.\n  > Riktig.\n- [x] Etter doen.\n  > Riktig.'),
  passes: good,
};

const noBox: Rule = {
  id: 'choice-without-box',
  severity: 'error',
  says: 'Et av svarene mangler hakeparentes.',
  mend: 'Skriv «- [ ]» foran svaret, eller «- [x]» hvis det er riktig. Mellomrommet i parentesen må være med.',
  manual,
  find: inQuestions(({ choices }) => choices.filter((choice) => choice.ticked === null)),
  fails: aQuestion('- [x] Før maten.\n  > Riktig.\n- Etter jobb.\n  > Nei.'),
  passes: good,
};

const emptyChoice: Rule = {
  id: 'choice-empty',
  severity: 'error',
  says: 'Et av svarene har ingen tekst.',
  mend: 'Skriv svaret etter hakeparentesen.',
  manual,
  find: inQuestions(({ choices }) => choices.filter((choice) => choice.text === '')),
  fails: aQuestion('- [x] Før maten.\n  > Riktig.\n- [ ]\n  > Nei.'),
  passes: good,
};

const choiceHasMore: Rule = {
  id: 'choice-too-complex',
  severity: 'error',
  says: 'Under et svar kan det bare stå et sitat med det den som velger svaret skal få vite.',
  mend: 'Gjør svaret til én setning, og skriv resten som sitat med > på en egen linje under.',
  manual,
  find: inQuestions(({ choices }) => choices.filter((choice) => choice.hasMore)),
  fails: aQuestion('- [x] Før maten.\n  - Alltid.\n- [ ] Etter jobb.\n  > Nei.'),
  passes: good,
};

const splitList: Rule = {
  id: 'feedback-not-indented',
  severity: 'error',
  says: 'Svarene er delt i flere lister. Det skjer når sitatet under et svar ikke er rykket inn.',
  mend: 'Sett to mellomrom foran > på linjene under hvert svar.',
  manual,
  find: inQuestions(({ furtherLists }) => furtherLists.slice(0, 1)),
  fails: aQuestion('- [x] Før maten.\n\n> Riktig.\n\n- [ ] Etter jobb.\n\n> Nei.'),
  passes: good,
};

const noFeedback: Rule = {
  id: 'feedback-missing',
  severity: 'warning',
  says: 'Svaret sier ikke noe til den som velger det.',
  mend: 'Skriv et sitat under svaret, rykket inn med to mellomrom, som sier hvorfor det er riktig eller galt.',
  manual,
  find: inQuestions(({ choices, explanation }) =>
    choices.filter((choice) => choice.feedback === null && !(choice.ticked && explanation)),
  ),
  fails: aQuestion('- [x] Før maten.\n  > Riktig.\n- [ ] Etter jobb.'),
  passes: good,
};

const strayText: Rule = {
  id: 'text-after-answers',
  severity: 'error',
  says: 'Etter svarene står det tekst som ikke hører til spørsmålet.',
  mend: 'Skriv forklaringen som sitat med > foran, eller begynn på en ny overskrift.',
  manual,
  find: inQuestions(({ strays }) => strays.slice(0, 1)),
  fails: aQuestion('- [x] Før maten.\n  > Riktig.\n- [ ] Etter jobb.\n  > Nei.\n\nHusk såpe.'),
  passes: aQuestion('- [x] Før maten.\n  > Riktig.\n- [ ] Etter jobb.\n  > Nei.\n\n> Husk såpe.'),
};

const noAccepted: Rule = {
  id: 'fill-in-without-answer',
  severity: 'error',
  says: 'Svarlinja sier ikke hva som er riktig.',
  mend: 'Skriv hvert svar som skal godtas mellom kodetegn: Svar: `110` eller `en en null`.',
  manual: 'Skrive svaret selv',
  find: inQuestions(({ asks, answerLine }) => asks === 'question' && answerLine?.accepted.length === 0 && [answerLine]),
  fails: aQuestion('Svar: 110'),
  passes: written,
};

const twoKinds: Rule = {
  id: 'two-kinds-of-answer',
  severity: 'error',
  says: 'Spørsmålet har både svar å velge mellom og en svarlinje.',
  mend: 'Behold det ene, eller lag to spørsmål.',
  manual: 'Skrive svaret selv',
  find: inQuestions(({ answerLine, choices }) => choices.length > 0 && answerLine !== null && [answerLine]),
  fails: aQuestion('- [x] 110\n  > Ja.\n- [ ] 112\n  > Nei.\n\nSvar: `110`'),
  passes: written,
};

const attributesOf: Record<QuestionWord, string[]> = {
  question: ['forsok', 'poeng', 'hintpris', 'stokk'],
  'true-false': ['forsok', 'poeng', 'hintpris'],
  numeric: ['forsok', 'poeng', 'hintpris'],
  sequencing: ['forsok', 'poeng', 'hintpris'],
  matching: ['forsok', 'poeng', 'hintpris'],
  scenario: ['forsok'],
};

const unknownAttribute: Rule = {
  id: 'attribute-unknown',
  severity: 'error',
  says: 'Bak navnet på et spørsmål kan det bare stå forsok=, poeng=, hintpris= og stokk.',
  mend: 'Skriv for eksempel {#royk forsok=1 poeng=2}. Bare spørsmål med ruter kan ha stokk, og i et valg står poengene på sluttene.',
  manual,
  find: inQuestions(({ asks, heading: { tail } }) => {
    const unknown = [...(tail?.attributes.keys() ?? [])].filter((name) => !attributesOf[asks].includes(name));
    return tail?.id && isStableId(tail.id) && unknown.length > 0 && [tail];
  }),
  fails: aQuestion('Svar: `110`', '{#nummer forsøk=1}'),
  passes: aQuestion('Svar: `110`', '{#nummer forsok=1}'),
};

const badAttribute: Rule = {
  id: 'attribute-invalid',
  severity: 'error',
  says: 'Forsøk, poeng og hintpris må være et helt tall fra 1 til 10.',
  mend: 'Skriv for eksempel forsok=1 eller poeng=2, uten mellomrom rundt likhetstegnet.',
  manual,
  find: inQuestions(({ heading: { tail } }) => {
    const values = ['forsok', 'poeng', 'hintpris'].flatMap((name) => tail?.attributes.get(name) ?? []);
    return tail !== null && values.some((value) => !/^([1-9]|10)$/u.test(value)) && [tail];
  }),
  fails: aQuestion('Svar: `110`', '{#nummer poeng=0}'),
  passes: aQuestion('Svar: `110`', '{#nummer poeng=10}'),
};

const wrongLevel: Rule = {
  id: 'question-level',
  severity: 'error',
  says: 'Et spørsmål eller en erklæring er skrevet som leksjon, med ett nummertegn.',
  mend: 'Bruk to eller tre nummertegn, inne i en leksjon.',
  manual,
  find: (reading) =>
    readable(reading).flatMap((guide) =>
      guide.lessons.flatMap(({ heading }) => (heading.word ? [{ at: placeIn(guide, heading) }] : [])),
    ),
  fails: aGuide('# Spørsmål: Når vasker du hendene? {#nar}\n\nTenk deg om.'),
  passes: good,
};

export interface Spot {
  line: number;
  column: number;
}

/** A rule about one question at a time: the spots where it is broken, or false. */
export function inQuestions(
  broken: (question: QuestionDraft, guide: GuideDraft) => false | '' | null | undefined | Spot[],
) {
  return (reading: Reading): Finding[] =>
    readable(reading).flatMap((guide) =>
      questionsIn(guide)
        .flatMap((question) => broken(question, guide) || [])
        .map((spot) => ({ at: placeIn(guide, spot) })),
    );
}

export const questionRules = [
  ...[noAnswers, fewChoices, manyChoices, noneRight, allRight, noBox, emptyChoice, choiceHasMore, splitList],
  ...[noFeedback, strayText, noAccepted, twoKinds, unknownAttribute, badAttribute, wrongLevel],
];
