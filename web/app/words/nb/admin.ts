export const admin = {
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
