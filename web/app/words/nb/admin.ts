export const admin = {
  youAreHere: 'Du er her',
  section: {
    title: 'Administrasjon',
    introduction: 'For den som har ansvar for Kursdugnad i kommunen.',
    places: {
      statements: { name: 'Utsagn', what: 'Se hva guider, pakker og andre systemer melder, direkte.' },
      refused: { name: 'Avvist', what: 'Finn ut hvorfor noe ikke er kommet inn.' },
      keys: { name: 'Nøkler', what: 'Slipp andre systemer til, og ta tilgangen bort igjen.' },
      forwarding: { name: 'Videresending', what: 'Send utsagn videre til et annet system.' },
      retention: { name: 'Oppbevaring', what: 'Bestem hvor lenge utsagn blir liggende.' },
      erasure: { name: 'Slett en person', what: 'For den som har krav på å bli glemt.' },
      outbox: { name: 'Utboks', what: 'Se e-postene Kursdugnad har sendt.' },
    },
  },
  outbox: {
    title: 'Utboks',
    introduction: 'E-poster som Kursdugnad har laget for kommunen, de nyeste først.',
    empty: {
      title: 'Ingen e-poster er laget ennå',
      todo: 'Når en leder sender en påminnelse, ser du den her.',
    },
    to: (to: string) => `Til ${to}`,
    text: 'Vis teksten',
    textOf: (subject: string) => ` i «${subject}»`,
    states: {
      waiting: 'Venter på å bli sendt',
      sent: 'Sendt',
      kept: 'Ikke sendt: det er ikke satt opp noen e-postserver',
      failed: 'Kunne ikke sendes',
    },
  },
};
