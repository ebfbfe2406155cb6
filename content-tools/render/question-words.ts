import type { Language } from '@kursdugnad/core/course/course.js';
import type { Question } from '@kursdugnad/core/course/question.js';

/** What is written once about questions, practical tasks and reflections when the page is made. */
export interface QuestionWords {
  /** The word above each kind of question. */
  asks: Record<Question['kind'], string>;
  /** How it is answered; null where the form says it. */
  howTo: Record<Question['kind'], string | null>;
  /** Instead, where the answer is a whole number. */
  writeWhole: string;
  claim: Record<'true' | 'false', string>;
  placeOf(name: string): string;
  up: string;
  down: string;
  choose: string;
  whatNow: string;
  /** Opens the first situation of a scenario once more. */
  beginAgain: string;
  between(least: string, most: string): string;
  rightOrder: string;
  rightPairs: string;
  hint: string;
  hintNumber(number: number): string;
  /** `number` has a blank before it, or is empty where there is only one. */
  showHint(number: string, cost: number): string;
  practical: string;
  requestSignOff: string;
  reflection: string;
  reflectionField: string;
  reflectionPrivate: string;
  clearReflection: string;
}

const nb: QuestionWords = {
  asks: {
    single: 'Spørsmål',
    multiple: 'Spørsmål',
    'true-false': 'Sant eller usant?',
    'fill-in': 'Spørsmål',
    numeric: 'Spørsmål',
    sequencing: 'Sett i rekkefølge',
    matching: 'Finn det som hører sammen',
    scenario: 'Velg selv hva du gjør',
  },
  howTo: {
    single: 'Velg ett svar.',
    multiple: 'Velg alle svarene som passer.',
    'true-false': null,
    'fill-in': null,
    numeric: 'Skriv et tall. Du kan bruke komma.',
    sequencing: 'Det som kommer først, skal være nummer 1.',
    matching: 'Velg i lista ved hvert punkt.',
    scenario: 'Valgene dine avgjør hva som skjer.',
  },
  writeWhole: 'Skriv et tall.',
  claim: { true: 'Sant', false: 'Usant' },
  placeOf: (name) => `Plass for: ${name}`,
  up: 'Opp',
  down: 'Ned',
  choose: 'Velg …',
  whatNow: 'Hva gjør du?',
  beginAgain: 'Begynn på nytt',
  between: (least, most) => `fra ${least} til ${most} er riktig`,
  rightOrder: 'Riktig rekkefølge:',
  rightPairs: 'Dette hører sammen:',
  hint: 'Hint',
  hintNumber: (number) => `Hint ${number}`,
  showHint: (number, cost) => `Vis hint${number} (koster ${cost} poeng)`,
  practical: 'Praktisk oppgave',
  requestSignOff: 'Be om signering',
  reflection: 'Tenk etter',
  reflectionField: 'Tankene dine',
  reflectionPrivate: 'Dette er bare for deg. Teksten lagres på denne enheten og blir ikke sendt til noen.',
  clearReflection: 'Slett teksten',
};

const nn: QuestionWords = {
  asks: {
    single: 'Spørsmål',
    multiple: 'Spørsmål',
    'true-false': 'Sant eller usant?',
    'fill-in': 'Spørsmål',
    numeric: 'Spørsmål',
    sequencing: 'Set i rekkjefølgje',
    matching: 'Finn det som høyrer saman',
    scenario: 'Vel sjølv kva du gjer',
  },
  howTo: {
    single: 'Vel eitt svar.',
    multiple: 'Vel alle svara som passar.',
    'true-false': null,
    'fill-in': null,
    numeric: 'Skriv eit tal. Du kan bruke komma.',
    sequencing: 'Det som kjem først, skal vere nummer 1.',
    matching: 'Vel i lista ved kvart punkt.',
    scenario: 'Vala dine avgjer kva som skjer.',
  },
  writeWhole: 'Skriv eit tal.',
  claim: { true: 'Sant', false: 'Usant' },
  placeOf: (name) => `Plass for: ${name}`,
  up: 'Opp',
  down: 'Ned',
  choose: 'Vel …',
  whatNow: 'Kva gjer du?',
  beginAgain: 'Begynn på nytt',
  between: (least, most) => `frå ${least} til ${most} er rett`,
  rightOrder: 'Rett rekkjefølgje:',
  rightPairs: 'Dette høyrer saman:',
  hint: 'Hint',
  hintNumber: (number) => `Hint ${number}`,
  showHint: (number, cost) => `Vis hint${number} (kostar ${cost} poeng)`,
  practical: 'Praktisk oppgåve',
  requestSignOff: 'Be om signering',
  reflection: 'Tenk etter',
  reflectionField: 'Tankane dine',
  reflectionPrivate: 'Dette er berre for deg. Teksten blir lagra på denne eininga og ikkje send til nokon.',
  clearReflection: 'Slett teksten',
};

const en: QuestionWords = {
  asks: {
    single: 'Question',
    multiple: 'Question',
    'true-false': 'True or false?',
    'fill-in': 'Question',
    numeric: 'Question',
    sequencing: 'Put in order',
    matching: 'Find what belongs together',
    scenario: 'Choose what you do',
  },
  howTo: {
    single: 'Choose one answer.',
    multiple: 'Choose every answer that fits.',
    'true-false': null,
    'fill-in': null,
    numeric: 'Write a number.',
    sequencing: 'What comes first should be number 1.',
    matching: 'Choose from the list beside each item.',
    scenario: 'Your choices decide what happens.',
  },
  writeWhole: 'Write a number.',
  claim: { true: 'True', false: 'False' },
  placeOf: (name) => `Place of: ${name}`,
  up: 'Up',
  down: 'Down',
  choose: 'Choose …',
  whatNow: 'What do you do?',
  beginAgain: 'Begin again',
  between: (least, most) => `from ${least} to ${most} is right`,
  rightOrder: 'Right order:',
  rightPairs: 'These belong together:',
  hint: 'Hint',
  hintNumber: (number) => `Hint ${number}`,
  showHint: (number, cost) => `Show hint${number} (costs ${cost === 1 ? '1 point' : `${cost} points`})`,
  practical: 'Practical task',
  requestSignOff: 'Ask for sign-off',
  reflection: 'Think about it',
  reflectionField: 'Your thoughts',
  reflectionPrivate: 'This is for you alone. The text is kept on this device and is not sent to anyone.',
  clearReflection: 'Delete the text',
};

export const questionWords: Record<Language, QuestionWords> = { nb, nn, en };
