export const login = {
  title: 'Logg inn',
  demoIntroduction:
    'Dette er en demoregion med oppdiktede kommuner og personer. Velg hvem du vil være. Du kan logge ut og bytte når du vil.',
  needed: 'Logg inn for å komme til siden du ba om.',
  as: {
    learner: { title: 'Ta guider', introduction: 'Ansatte som har guider å ta.' },
    leader: { title: 'Følge opp et team', introduction: 'Ledere som ser hvem som har hva, og kan minne på.' },
    author: { title: 'Lage guider', introduction: 'Kursforfattere som skriver, publiserer og vedlikeholder.' },
    coordinator: {
      title: 'Stille kompetansekrav',
      introduction: 'Kompetansekoordinatorer som bestemmer hva hver rolle skal kunne.',
    },
    administrator: {
      title: 'Drifte kommunens løsning',
      introduction: 'Administratorer som ser utsendinger og oppsett.',
    },
  },
  /** "Helsefagarbeider i Solbakken" */
  roleIn: (role: string, unit: string) => `${role} i ${unit}`,
  /** After "Logg inn", for who cannot see whose button it is. */
  asPerson: (name: string) => ` som ${name}`,
  nobody: {
    title: 'Innlogging er ikke satt opp',
    todo: 'Dette er ikke en demoregion, og innlogging for ansatte er ikke satt opp ennå. Ta kontakt med den som drifter Kursdugnad i kommunen.',
  },
  gone: 'Denne personen finnes ikke lenger i demoregionen. Velg en annen.',
};
