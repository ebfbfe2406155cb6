import type { Said } from '../http/problem.js';

export const notInUse: Said = {
  nb: 'Guiden er ikke i bruk i kommunen. Ta den i bruk i katalogen først, og still kravet etterpå.',
  nn: 'Guiden er ikkje i bruk i kommunen. Ta han i bruk i katalogen først, og still kravet etterpå.',
  en: 'The guide is not in use in the municipality. Take it into use in the catalogue first.',
};

export const alreadyStated: Said = {
  nb: 'Denne guiden er allerede et krav for de samme. Avslutt det gamle kravet først hvis du vil endre det.',
  nn: 'Denne guiden er alt eit krav for dei same. Avslutt det gamle kravet først om du vil endre det.',
  en: 'This guide is already required of the same people. End the old requirement first if you want to change it.',
};

export const noSuchRole: Said = {
  nb: 'Jobbrollen finnes ikke i kommunen. Velg en fra listen.',
  nn: 'Jobbrolla finst ikkje i kommunen. Vel ei frå lista.',
  en: 'The municipality has no such role. Choose one from the list.',
};

/** Why a course cannot go out of use. */
export function askedFor(competences: string[]): Said {
  const names = competences.map((name) => `«${name}»`).join(', ');
  return {
    nb: `Guiden er fortsatt i bruk. Disse kravene viser til den: ${names}. Avslutt dem først.`,
    nn: `Guiden er framleis i bruk. Desse krava viser til han: ${names}. Avslutt dei først.`,
    en: `The guide is still in use. These requirements ask for it: ${names}. End them first.`,
  };
}
