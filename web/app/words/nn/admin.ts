import type { Words } from '../words.js';

export const admin: Words['admin'] = {
  outbox: {
    title: 'Utboks',
    introduction: 'E-postar som Kursdugnad har laga for kommunen, dei nyaste først.',
    empty: {
      title: 'Ingen e-postar er laga enno',
      todo: 'Når ein leiar sender ei påminning, ser du ho her.',
    },
    to: (to) => `Til ${to}`,
    text: 'Vis teksten',
    textOf: (subject) => ` i «${subject}»`,
    states: {
      waiting: 'Ventar på å bli send',
      sent: 'Send',
      kept: 'Ikkje send: det er ikkje sett opp nokon e-posttenar',
      failed: 'Kunne ikkje sendast',
    },
  },
};
