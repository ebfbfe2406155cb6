import type { Language } from '@kursdugnad/core/course/language.js';

/** What only a package has to say. */
export interface PackageWords {
  back: string;
  /** The system around the guide does not answer. */
  lost: string;
  review: string;
  /** The browser keeps nothing. */
  unkept: string;
}

export const packageWords: Record<Language, PackageWords> = {
  nb: {
    back: 'Tilbake til kursoversikten',
    lost: 'Guiden får ikke kontakt med læringsplattformen. Det du gjør nå, blir ikke lagret. Lukk guiden og åpne den på nytt derfra.',
    review: 'Du ser på guiden igjen. Ingenting blir lagret.',
    unkept: 'Nettleseren tar ikke vare på det du gjør her. Ta hele guiden i én omgang.',
  },
  nn: {
    back: 'Tilbake til kursoversikta',
    lost: 'Guiden får ikkje kontakt med læringsplattforma. Det du gjer no, blir ikkje lagra. Lukk guiden og opne han på nytt derifrå.',
    review: 'Du ser på guiden igjen. Ingenting blir lagra.',
    unkept: 'Nettlesaren tek ikkje vare på det du gjer her. Ta heile guiden i éin omgang.',
  },
  en: {
    back: 'Back to the courses',
    lost: 'The guide cannot reach the learning platform. What you do now is not saved. Close the guide and open it again from there.',
    review: 'You are looking at the guide again. Nothing is saved.',
    unkept: 'The browser does not keep what you do here. Take the whole guide in one go.',
  },
};
