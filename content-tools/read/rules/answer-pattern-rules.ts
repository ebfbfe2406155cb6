import { questionsIn } from '../guide-draft.js';
import type { QuestionDraft, SituationDraft } from '../question-draft.js';
import { readable } from '../reading.js';
import { aGuide } from './example.js';
import { aQuestion } from './question-rules.js';
import { placeIn, type Rule } from './rule.js';

const manual = 'Spørsmål';
/** Fewer may be alike by chance. */
const few = 3;

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
      return first && singles.length >= few && places.size === 1 ? [{ at: placeIn(guide, first) }] : [];
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

const claimsAlike: Rule = {
  id: 'true-false-alike',
  severity: 'warning',
  says: 'Alle påstandene i guiden har samme svar.',
  mend: 'Skriv om noen av dem, så både «sant» og «usant» blir riktig et sted.',
  manual: 'Sant eller usant',
  find: (reading) =>
    readable(reading).flatMap((guide) => {
      const claims = questionsIn(guide).filter(({ asks }) => asks === 'true-false');
      const answers = new Set(claims.map(({ answerLine }) => /^sant/iu.test(answerLine?.text ?? '')));
      const [first] = claims;
      return first && claims.length >= few && answers.size === 1 ? [{ at: placeIn(guide, first) }] : [];
    }),
  fails: aGuide(claims('usant', 'usant', 'usant')),
  passes: aGuide(claims('usant', 'sant', 'usant')),
};

const bestStepAlike: Rule = {
  id: 'scenario-best-position',
  severity: 'warning',
  says: 'Det beste valget står alltid på samme plass.',
  mend: 'Bytt om på valgene i noen av situasjonene, så plassen ikke røper hva som er best.',
  manual: 'Valg',
  find: (reading) =>
    readable(reading).flatMap((guide) => {
      const best = questionsIn(guide).flatMap(({ situations }) => bestSteps(situations));
      const [first] = best;
      const isAlike = best.every(({ place }) => place === first?.place);
      return first && best.length >= few && isAlike ? [{ at: placeIn(guide, first.situation) }] : [];
    }),
  fails: aGuide(scenario([0, 0, 0])),
  passes: aGuide(scenario([0, 1, 0])),
};

/** Where each situation has its one way to the best ending, among all that may be done there. */
function bestSteps(situations: readonly SituationDraft[]): { situation: SituationDraft; place: number }[] {
  // Beyond this another rule says that there are too many.
  if (situations.length > 20) return [];
  const most = Math.max(...situations.map((one) => Number(one.points ?? 0)));
  const hopeful = new Set(
    situations.filter((one) => one.isEnding && Number(one.points ?? 0) === most).map(({ id }) => id),
  );
  const leadsWell = ({ to }: SituationDraft['steps'][number]) => hopeful.has(to ?? '');
  for (let before = -1; before < hopeful.size;) {
    before = hopeful.size;
    for (const { id, steps } of situations) if (steps.some(leadsWell)) hopeful.add(id);
  }
  return situations.flatMap((situation) => {
    const isOne = situation.steps.length > 1 && situation.steps.filter(leadsWell).length === 1;
    return isOne ? [{ situation, place: situation.steps.findIndex(leadsWell) }] : [];
  });
}

function claims(...answers: string[]): string {
  return answers
    .map((answer, index) => `## Sant eller usant: Såpe nummer ${index + 1} hjelper. {#s${index}}\n\nSvar: ${answer}`)
    .join('\n\n');
}

/** Three situations after one another; the way on stands at these places. */
function scenario(places: readonly number[]): string {
  const situations = places.map((place, index) => {
    const on = `- [Går forbi sving ${index + 1}.](#${index + 1 === places.length ? 'bra' : `s${index + 2}`})`;
    const back = `- [Snur i sving ${index + 1}.](#hjemme)`;
    const heading = index === 0 ? '## Valg: På vei {#pa-vei}' : `### Sving ${index + 1} {#s${index + 1}}`;
    return `${heading}\n\nDu ser skolen.\n\n${(place === 0 ? [on, back] : [back, on]).join('\n')}`;
  });
  const endings = ['### Slutt: Framme {#bra poeng=2}\n\nDu er der.', '### Slutt: Hjemme {#hjemme}\n\nDu snudde.'];
  return [...situations, ...endings].join('\n\n');
}

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

export const answerPatternRules = [samePosition, longest, allAbove, claimsAlike, bestStepAlike];
