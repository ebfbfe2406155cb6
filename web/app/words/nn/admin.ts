import type { Words } from '../words.js';

export const admin: Words['admin'] = {
  youAreHere: 'Du er her',
  section: {
    title: 'Administrasjon',
    introduction: 'For den som har ansvar for Kursdugnad i kommunen.',
    places: {
      statements: { name: 'Utsegner', what: 'Sjå kva guidar, pakkar og andre system melder, direkte.' },
      refused: { name: 'Avvist', what: 'Finn ut kvifor noko ikkje er kome inn.' },
      keys: { name: 'Nøklar', what: 'Slepp andre system til, og ta tilgangen bort att.' },
      forwarding: { name: 'Vidaresending', what: 'Send utsegner vidare til eit anna system.' },
      retention: { name: 'Oppbevaring', what: 'Bestem kor lenge utsegner blir liggjande.' },
      erasure: { name: 'Slett ein person', what: 'For den som har krav på å bli gløymd.' },
      outbox: { name: 'Utboks', what: 'Sjå e-postane Kursdugnad har sendt.' },
    },
  },
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
