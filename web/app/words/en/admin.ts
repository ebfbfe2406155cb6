import type { Words } from '../words.js';

export const admin: Words['admin'] = {
  youAreHere: 'You are here',
  section: {
    title: 'Administration',
    introduction: 'For whoever is responsible for Kursdugnad in the municipality.',
    places: {
      statements: { name: 'Statements', what: 'See what guides, packages and other systems report, live.' },
      refused: { name: 'Refused', what: 'Find out why something has not come in.' },
      keys: { name: 'Keys', what: 'Let other systems in, and take the access away again.' },
      forwarding: { name: 'Forwarding', what: 'Send statements on to another system.' },
      retention: { name: 'Retention', what: 'Decide how long statements are kept.' },
      erasure: { name: 'Erase a person', what: 'For somebody with the right to be forgotten.' },
      outbox: { name: 'Outbox', what: 'See the mails that Kursdugnad has sent.' },
    },
  },
  outbox: {
    title: 'Outbox',
    introduction: 'Mails that Kursdugnad has made for the municipality, the latest first.',
    empty: {
      title: 'No mails have been made yet',
      todo: 'When a leader sends a reminder, you will see it here.',
    },
    to: (to) => `To ${to}`,
    text: 'Show the text',
    textOf: (subject) => ` of “${subject}”`,
    states: {
      waiting: 'Waiting to be sent',
      sent: 'Sent',
      kept: 'Not sent: no mail server is set up',
      failed: 'Could not be sent',
    },
  },
};
