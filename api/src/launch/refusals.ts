import type { EventFault } from '@kursdugnad/core/runtime/event-fault.js';
import type { Said } from '../http/problem.js';

/** Why a leader's word on a practical task was not taken in. */
export const notOnesOwn: Said = {
  nb: 'Du kan ikke signere din egen oppgave. Be lederen din om det.',
  nn: 'Du kan ikkje signere di eiga oppgåve. Be leiaren din om det.',
  en: 'You cannot sign off your own task. Ask your manager to.',
};

export const notAskedFor: Said = {
  nb: 'Ingen venter på signering av denne oppgaven nå. Kanskje noen andre har signert den.',
  nn: 'Ingen ventar på signering av denne oppgåva no. Kanskje nokon andre har signert ho.',
  en: 'Nobody waits for this task to be signed off now. Somebody else may have done it.',
};

/** Why an event was not taken in, in words for the learner. */
export const refusals: Record<EventFault | 'taken-id', Said> = {
  'unknown-lesson': {
    nb: 'Leksjonen finnes ikke i denne utgaven av guiden.',
    nn: 'Leksjonen finst ikkje i denne utgåva av guiden.',
    en: 'The lesson does not exist in this version of the guide.',
  },
  'unknown-question': {
    nb: 'Oppgaven finnes ikke i denne utgaven av guiden.',
    nn: 'Oppgåva finst ikkje i denne utgåva av guiden.',
    en: 'The question does not exist in this version of the guide.',
  },
  'unknown-declaration': {
    nb: 'Erklæringen finnes ikke i denne utgaven av guiden.',
    nn: 'Erklæringa finst ikkje i denne utgåva av guiden.',
    en: 'The declaration does not exist in this version of the guide.',
  },
  'unknown-task': {
    nb: 'Den praktiske oppgaven finnes ikke i denne utgaven av guiden.',
    nn: 'Den praktiske oppgåva finst ikkje i denne utgåva av guiden.',
    en: 'The practical task does not exist in this version of the guide.',
  },
  'unknown-hint': {
    nb: 'Oppgaven har ikke så mange hint.',
    nn: 'Oppgåva har ikkje så mange hint.',
    en: 'The question does not have that many hints.',
  },
  'not-all': {
    nb: 'Svaret mangler noe. Hvert punkt skal med én gang.',
    nn: 'Svaret manglar noko. Kvart punkt skal med éin gong.',
    en: 'Something is missing from the answer. Each item goes in once.',
  },
  'not-a-number': {
    nb: 'Svaret er ikke et tall. Skriv for eksempel 37,5.',
    nn: 'Svaret er ikkje eit tal. Skriv til dømes 37,5.',
    en: 'The answer is not a number. Write for example 37.5.',
  },
  empty: {
    nb: 'Svaret er tomt. Velg eller skriv et svar.',
    nn: 'Svaret er tomt. Vel eller skriv eit svar.',
    en: 'The answer is empty. Choose or write an answer.',
  },
  'unknown-choice': {
    nb: 'Svaret er ikke blant alternativene i oppgaven.',
    nn: 'Svaret er ikkje blant alternativa i oppgåva.',
    en: 'The answer is not among the alternatives of the question.',
  },
  'too-many': {
    nb: 'Oppgaven tar imot ett svar, og du sendte flere.',
    nn: 'Oppgåva tek imot eitt svar, og du sende fleire.',
    en: 'The question takes one answer, and you sent several.',
  },
  'taken-id': {
    nb: 'Hendelsen har samme id som noe annet som er lagret.',
    nn: 'Hendinga har same id som noko anna som er lagra.',
    en: 'The event has the same id as something else that is stored.',
  },
};
