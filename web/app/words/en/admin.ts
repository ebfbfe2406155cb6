import type { Words } from '../words.js';

export const admin: Words['admin'] = {
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
