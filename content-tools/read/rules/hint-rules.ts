import { aQuestion, inQuestions } from './question-rules.js';
import type { Example, Rule } from './rule.js';

const manual = 'Hint';
const withHints = (hints: string, tail = '{#hender poeng=2 hintpris=1}'): Example =>
  aQuestion(`${hints}\n\n- [x] Før maten.\n  > Riktig.\n- [ ] Etter jobb.\n  > Det er for seint.`, tail);
const good = withHints('> Hint: Tenk på det du spiser.');

const emptyHint: Rule = {
  id: 'hint-empty',
  severity: 'error',
  says: 'Hintet er tomt.',
  mend: 'Skriv hintet etter «Hint:», eller ta det bort.',
  manual,
  find: inQuestions((one) => one.hints.includes('') && [one.heading]),
  fails: withHints('> Hint:'),
  passes: good,
};

const manyHints: Rule = {
  id: 'hint-too-many',
  severity: 'error',
  says: 'Spørsmålet har mer enn fem hint.',
  mend: 'Behold de beste. Ett er ofte nok.',
  manual,
  find: inQuestions((one) => one.hints.length > 5 && [one.heading]),
  fails: withHints(Array.from({ length: 6 }, (_hint, index) => `> Hint: Tenk ${index + 1} ganger.`).join('\n\n')),
  passes: good,
};

const priceWithoutHint: Rule = {
  id: 'hint-price-without-hint',
  severity: 'warning',
  says: 'Spørsmålet har hintpris, men ingen hint.',
  mend: 'Skriv et hint: «> Hint: Tenk på det du spiser.» Eller ta bort hintpris.',
  manual,
  find: inQuestions(
    (one) => one.hints.length === 0 && one.heading.tail?.attributes.has('hintpris') && [one.heading.tail],
  ),
  fails: withHints(''),
  passes: good,
};

const dearHint: Rule = {
  id: 'hint-price-high',
  severity: 'warning',
  says: 'Hintene koster like mye som spørsmålet gir.',
  mend: 'Øk poengene, senk hintprisen eller ta bort et hint.',
  manual,
  find: inQuestions(({ hints, heading: { tail } }) => {
    const value = (name: string) => Number(tail?.attributes.get(name) ?? (name === 'poeng' ? 1 : 0));
    return tail !== null && hints.length > 0 && value('hintpris') * hints.length >= value('poeng') && [tail];
  }),
  fails: withHints('> Hint: Tenk på det du spiser.', '{#hender hintpris=1}'),
  passes: good,
};

export const hintRules = [emptyHint, manyHints, priceWithoutHint, dearHint];
