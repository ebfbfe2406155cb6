import type { Words } from '../words.js';

export const login: Words['login'] = {
  title: 'Logg inn',
  demoIntroduction:
    'Dette er ein demoregion med oppdikta kommunar og personar. Vel kven du vil vere. Du kan logge ut og byte når du vil.',
  needed: 'Logg inn for å kome til sida du bad om.',
  as: {
    learner: { title: 'Ta guidar', introduction: 'Tilsette som har guidar å ta.' },
    leader: { title: 'Følgje opp eit team', introduction: 'Leiarar som ser kven som har kva, og kan minne på.' },
    author: { title: 'Lage guidar', introduction: 'Kursforfattarar som skriv, publiserer og held ved like.' },
    coordinator: {
      title: 'Stille kompetansekrav',
      introduction: 'Kompetansekoordinatorar som avgjer kva kvar rolle skal kunne.',
    },
    administrator: {
      title: 'Drifte løysinga i kommunen',
      introduction: 'Administratorar som ser utsendingar og oppsett.',
    },
  },
  roleIn: (role, unit) => `${role} i ${unit}`,
  asPerson: (name) => ` som ${name}`,
  nobody: {
    title: 'Innlogging er ikkje sett opp',
    todo: 'Dette er ikkje ein demoregion, og innlogging for tilsette er ikkje sett opp enno. Ta kontakt med den som driftar Kursdugnad i kommunen.',
  },
  gone: 'Denne personen finst ikkje lenger i demoregionen. Vel ein annan.',
};
