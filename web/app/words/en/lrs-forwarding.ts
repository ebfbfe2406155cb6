import { grouped } from '../../ui/grouped.js';
import type { Words } from '../words.js';

export const forwarding: Words['lrs']['forwarding'] = {
  title: 'Forwarding',
  introduction: 'Statements can be sent on to another system (an LRS) as they come.',
  add: 'New forwarding',
  none: {
    title: 'Nothing is sent on',
    todo: 'Make a forwarding if the municipality gathers statements somewhere else too.',
  },
  added: 'The forwarding has been made.',
  removed: 'The forwarding has been removed.',
  states: {
    idle: 'All is sent',
    sending: 'Sending',
    waiting: 'Cannot send',
    paused: 'Paused',
  },
  fault: (why) => `It failed last time: ${why}`,
  nextAt: (when) => `Tries again ${when}.`,
  allSent: 'No statements are waiting.',
  behind: (number) =>
    number === 1 ? '1 statement is waiting to be sent.' : `${grouped(number, ',')} statements are waiting to be sent.`,
  manyBehind: (number) => `${grouped(number, ',')} statements or more are waiting to be sent.`,
  waitingSince: (when) => `The oldest came in ${when}.`,
  sent: (number) => `${grouped(number, ',')} have been sent.`,
  lastSentAt: (when) => `Last sent ${when}.`,
  setAside: (number) =>
    number === 1
      ? '1 statement has been refused by the receiver'
      : `${grouped(number, ',')} statements have been refused by the receiver`,
  pause: 'Pause',
  goOn: 'Go on',
  retry: 'Try now',
  remove: 'Remove',
  of: (label) => ` (${label})`,
  form: {
    title: 'New forwarding',
    introduction: 'You get the address, the key and the secret from whoever is responsible for the receiver.',
    label: 'What is the receiver called?',
    url: 'Address (endpoint)',
    urlHint: 'For example https://lrs.example.no/xapi',
    key: 'Key',
    secret: 'Secret',
    from: 'What is to be sent?',
    fromChoices: { now: 'What comes from now on', beginning: 'Everything, also what has come before' },
    verbs: 'Only these verbs',
    linesHint: 'One address on each line. Leave it empty to send all.',
    activities: 'Only these activities',
    activitiesHint: 'One address on each line. What belongs to them is sent too. Empty is all.',
    add: 'Make the forwarding',
    cancel: 'Cancel',
    problems: {
      label: 'Write what the receiver is called, in 1 to 80 characters.',
      url: 'Write the address of the receiver, for example https://lrs.example.no/xapi.',
      key: 'Write the key.',
      secret: 'Write the secret.',
      from: 'Choose what is to be sent.',
      verbs: 'Write 50 addresses at most.',
      activities: 'Write 50 addresses at most.',
    },
  },
  removing: {
    title: 'Remove the forwarding?',
    what: 'Nothing more is sent, and the key to the receiver is deleted here. What the receiver has, it keeps.',
    yes: 'Yes, remove it',
    no: 'No, keep it',
  },
  aside: {
    title: (label) => `Refused by ${label}`,
    introduction: 'The receiver did not take these statements. The rest has been sent.',
    none: { title: 'No statements have been refused', todo: 'The receiver has taken all that it was sent.' },
    retry: 'Try them again',
    status: (status) => `the receiver answered ${status}`,
    open: 'See the statement',
  },
};
