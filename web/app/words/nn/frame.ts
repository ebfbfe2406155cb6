import type { Words } from '../words.js';

export const frame: Words['frame'] = {
  product: 'Kursdugnad',
  skip: 'Hopp til innhaldet',
  mainNavigation: 'Hovudmeny',
  myGuides: 'Guidane mine',
  myTeam: 'Teamet mitt',
  requirements: 'Kompetansekrav',
  catalogue: 'Katalog',
  myCourses: 'Kursa mine',
  administration: 'Administrasjon',
  account: 'Konto og språk',
  signIn: 'Logg inn',
  signOut: 'Logg ut',
  about: 'Korte guidar frå kommunane, delte med kvarandre.',
  accessibility: 'Tilgjengeerklæring',
  done: (percent) => `${percent} % gjort`,
  mendThis: (count) => (count === 1 ? 'Rett opp dette:' : `Rett opp desse ${count} tinga:`),
  errors: {
    whatIsSafe: 'Alt du har svart og gjort tidlegare, er lagra.',
    reference: (id) => `Referanse til brukarstøtta: ${id}`,
    tryAgain: 'Prøv igjen',
    toMyGuides: 'Gå til Guidane mine',
    notFound: {
      title: 'Vi finn ikkje sida',
      happened: 'Adressa kan vere skriven feil, eller sida er flytta eller fjerna.',
      todo: 'Gå til Guidane mine, eller spør den som sende deg lenkja.',
    },
    forbidden: {
      title: 'Du har ikkje tilgang til denne sida',
      happened: 'Sida finst, men ho er for nokon med ein annan tilgang enn din.',
      todo: 'Treng du ho i jobben din? Spør leiaren din eller den som administrerer Kursdugnad i kommunen.',
    },
    failed: {
      title: 'Noko gjekk gale hos oss',
      happened: 'Feilen er vår, og han er notert i loggen.',
      todo: 'Vent litt og prøv igjen. Skjer det fleire gonger, gi referansen under til brukarstøtta.',
    },
    unavailable: {
      title: 'Vi får ikkje kontakt med tenesta',
      happened: 'Tenesta svarer ikkje akkurat no. Det går som regel over i løpet av nokre minutt.',
      todo: 'Vent litt og prøv igjen.',
    },
  },
};
