import { questionsIn } from '../guide-draft.js';
import type { QuestionDraft } from '../question-draft.js';
import { readable } from '../reading.js';
import { aGuide } from './example.js';
import { aQuestion } from './question-rules.js';
import { placeIn, type Rule } from './rule.js';

const manual = 'Spørsmål';
const question = (id: string, ...answers: string[]) =>
  `## Spørsmål: Når? {#${id}}\n\n${answers.map((answer) => `- ${answer}\n  > Fordi.`).join('\n')}`;

const samePosition: Rule = {
  id: 'answer-position',
  severity: 'warning',
  says: 'Det riktige svaret står alltid på samme plass.',
  mend: 'Bytt om på svarene i noen av spørsmålene, så plassen ikke røper hva som er riktig.',
  manual,
  find: (reading) =>
    readable(reading).flatMap((guide) => {
      const singles = questionsIn(guide).filter((one) => rightOnes(one).length === 1);
      const places = new Set(singles.map((one) => one.choices.findIndex((choice) => choice.ticked)));
      const [first] = singles;
      return first && singles.length >= 3 && places.size === 1 ? [{ at: placeIn(guide, first) }] : [];
    }),
  fails: aGuide(['a', 'b', 'c'].map((id) => question(id, '[x] Ja.', '[ ] Nei.')).join('\n\n')),
  passes: aGuide([question('a', '[x] Ja.', '[ ] Nei.'), question('b', '[ ] Nei.', '[x] Ja.')].join('\n\n')),
};

const longest: Rule = {
  id: 'answer-longest',
  severity: 'warning',
  says: 'Det riktige svaret er mye lengre enn de andre, og da er det lett å gjette.',
  mend: 'Kort ned det riktige svaret, eller gjør de andre like utfyllende.',
  manual,
  find: (reading) =>
    readable(reading).flatMap((guide) =>
      questionsIn(guide)
        .filter(givesItselfAway)
        .map((one) => ({ at: placeIn(guide, one.choices.find((choice) => choice.ticked) ?? one) })),
    ),
  fails: aQuestion('- [ ] Aldri.\n  > Jo.\n- [x] Før maten, etter doen og hver gang de er skitne.\n  > Riktig.'),
  passes: aQuestion('- [ ] Bare når noen ber meg om det.\n  > Nei.\n- [x] Før maten og etter doen.\n  > Riktig.'),
};

const allAbove: Rule = {
  id: 'answer-all-of-the-above',
  severity: 'warning',
  says: 'Svaret viser til de andre svarene. Det røper ofte seg selv, og passer ikke når rekkefølgen endres.',
  mend: 'Kryss heller av for flere riktige svar, eller skriv hva svaret er.',
  manual,
  find: (reading) =>
    readable(reading).flatMap((guide) =>
      questionsIn(guide).flatMap(({ choices }) =>
        choices
          .filter(({ text }) =>
            /^(alle|ingen|alt|både) (de|av|det|dei|over|a og b)[\p{L} ]{0,30}[.!]?$|^(all|none) of the above[.!]?$/iu.test(
              text,
            ),
          )
          .map((choice) => ({ at: placeIn(guide, choice) })),
      ),
    ),
  fails: aQuestion('- [ ] Før maten.\n  > Også ellers.\n- [x] Alle de andre svarene.\n  > Riktig.'),
  passes: aQuestion('- [x] Før maten.\n  > Riktig.\n- [x] Etter doen.\n  > Riktig.\n- [ ] Aldri.\n  > Jo.'),
};

function rightOnes({ choices }: QuestionDraft) {
  return choices.filter((choice) => choice.ticked);
}

/** Half as long again as the longest wrong one, and by more than a word or two. */
function givesItselfAway(one: QuestionDraft): boolean {
  const [right] = rightOnes(one);
  const wrong = Math.max(0, ...one.choices.filter((choice) => !choice.ticked).map((choice) => choice.text.length));
  if (!right || rightOnes(one).length > 1 || wrong === 0) return false;
  return right.text.length > wrong * 1.5 && right.text.length > wrong + 15;
}

export const answerPatternRules = [samePosition, longest, allAbove];
