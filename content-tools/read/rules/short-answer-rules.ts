import { numberAnswer } from '../number-answer.js';
import { aGuide } from './example.js';
import { inQuestions } from './question-rules.js';
import type { Example, Rule } from './rule.js';

const aClaim = (answer: string): Example => aGuide(`## Sant eller usant: Såpe hjelper. {#sape}\n\n${answer}`);
const aNumber = (answer: string): Example => aGuide(`## Tall: Hvor varmt er vannet? {#vann}\n\n${answer}`);

const claimAnswer: Rule = {
  id: 'true-false-answer',
  severity: 'error',
  says: 'Det står ikke om påstanden er sann eller usann.',
  mend: 'Skriv «Svar: sant» eller «Svar: usant» under overskriften. De samme ordene brukes på alle språk.',
  manual: 'Sant eller usant',
  find: inQuestions(
    ({ asks, answerLine, heading }) =>
      asks === 'true-false' && !/^u?sant\.?$/iu.test(answerLine?.text ?? '') && [answerLine ?? heading],
  ),
  fails: aClaim('Svar: ja'),
  passes: aClaim('Svar: sant\n\n> Riktig: Ja, den løser opp fett.'),
};

const numberUnreadable: Rule = {
  id: 'number-answer',
  severity: 'error',
  says: 'Svaret er ikke et tall som kan leses.',
  mend: 'Skriv for eksempel «Svar: 37,5 ± 0,5 °C». Det etter ± er hvor mye svaret kan bomme, og benevningen står til slutt.',
  manual: 'Tall',
  find: inQuestions(
    ({ asks, answerLine, heading }) =>
      asks === 'numeric' && numberAnswer(answerLine?.text ?? '') === null && [answerLine ?? heading],
  ),
  fails: aNumber('Svar: omtrent 40 grader'),
  passes: aNumber('Svar: 40 ± 2 °C'),
};

const numberLoose: Rule = {
  id: 'number-tolerance-wide',
  severity: 'warning',
  says: 'Svaret kan bomme så mye at null er riktig.',
  mend: 'Gjør tallet etter ± mindre.',
  manual: 'Tall',
  find: inQuestions(({ asks, answerLine }) => {
    const read = asks === 'numeric' && answerLine ? numberAnswer(answerLine.text) : null;
    return read && read.answer !== 0 && read.tolerance >= Math.abs(read.answer) && answerLine && [answerLine];
  }),
  fails: aNumber('Svar: 4 ± 5 °C'),
  passes: aNumber('Svar: 4 ± 1 °C'),
};

export const shortAnswerRules = [claimAnswer, numberUnreadable, numberLoose];
