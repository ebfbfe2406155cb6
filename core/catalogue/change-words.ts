import type { Language } from '../course/language.js';
import type { ChangeReason, VersionChange } from './version-changes.js';

type Said = Record<Language, string>;

/** Why a part is not what it was, and so why something is proposed: a sentence after the part's name. */
const reasons: Record<ChangeReason, Said> = {
  words: { nb: 'Ordlyden er en annen.', nn: 'Ordlyden er ein annan.', en: 'The wording is different.' },
  translation: {
    nb: 'Bare oversettelsen er endret.',
    nn: 'Berre omsetjinga er endra.',
    en: 'Only the translation has changed.',
  },
  order: { nb: 'Rekkefølgen er en annen.', nn: 'Rekkjefølgja er ei anna.', en: 'The order is different.' },
  media: {
    nb: 'Bildet, filmen eller fila er byttet ut.',
    nn: 'Biletet, filmen eller fila er bytt ut.',
    en: 'The picture, film or file is another one.',
  },
  new: { nb: 'Er ny.', nn: 'Er ny.', en: 'Is new.' },
  gone: { nb: 'Er tatt bort.', nn: 'Er teken bort.', en: 'Has been taken out.' },
  'more-languages': {
    nb: 'Guiden finnes på ett språk til.',
    nn: 'Guiden finst på eitt språk til.',
    en: 'The guide exists in one more language.',
  },
  'fewer-languages': {
    nb: 'Guiden finnes på ett språk mindre.',
    nn: 'Guiden finst på eitt språk mindre.',
    en: 'The guide exists in one language fewer.',
  },
  'pass-mark': {
    nb: 'Grensen for å bestå er en annen.',
    nn: 'Grensa for å bestå er ei anna.',
    en: 'The pass mark is different.',
  },
  draw: {
    nb: 'Det trekkes et annet antall oppgaver.',
    nn: 'Det blir trekt eit anna tal på oppgåver.',
    en: 'Another number of questions is drawn.',
  },
  text: {
    nb: 'Teksten sier noe annet enn det som ble bekreftet eller gjort.',
    nn: 'Teksten seier noko anna enn det som blei stadfesta eller gjort.',
    en: 'The text says something other than what was confirmed or done.',
  },
  kind: {
    nb: 'Oppgaven er av et annet slag, så svarene passer ikke lenger.',
    nn: 'Oppgåva er av eit anna slag, så svara passar ikkje lenger.',
    en: 'The question is of another kind, so the answers no longer fit.',
  },
  key: {
    nb: 'Fasiten er en annen, så svar som var riktige, kan være feil nå.',
    nn: 'Fasiten er ein annan, så svar som var rette, kan vere feil no.',
    en: 'The right answer is different, so answers that were right may be wrong now.',
  },
  alternatives: {
    nb: 'Det er andre svar å velge mellom.',
    nn: 'Det er andre svar å velje mellom.',
    en: 'There are other answers to choose between.',
  },
  wider: {
    nb: 'Flere svar godtas. De som svarte riktig, har fortsatt rett.',
    nn: 'Fleire svar blir godtekne. Dei som svara rett, har framleis rett.',
    en: 'More answers are accepted. Those who were right are right still.',
  },
  rewritten: {
    nb: 'Oppgaven er skrevet så mye om at svaret kan bety noe annet.',
    nn: 'Oppgåva er skriven så mykje om at svaret kan bety noko anna.',
    en: 'The question is rewritten so much that the answer may mean something else.',
  },
  price: {
    nb: 'Poeng, forsøk eller prisen på hint er endret.',
    nn: 'Poeng, forsøk eller prisen på hint er endra.',
    en: 'Points, tries or the price of hints have changed.',
  },
};

export function reasonIn(language: Language, { why }: Pick<VersionChange, 'why'>): string {
  return reasons[why][language];
}
