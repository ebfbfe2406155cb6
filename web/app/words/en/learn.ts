import type { Words } from '../words.js';

export const learn: Words['learn'] = {
  looked: {
    title: 'Who has looked at me',
    introduction:
      'Your leader can see what you have taken and what remains, never what you answered. An administrator may look at statements about you when something must be looked into. Here you see who has looked at what in the last year.',
    nobody: {
      title: 'Nobody has looked at you',
      todo: 'When your leader opens the page about you, it is listed here.',
    },
    what: { teamPerson: 'The page about you', statements: 'Statements about you, with what you answered' },
  },
  title: 'My guides',
  greeting: { morning: 'Good morning', day: 'Good afternoon', evening: 'Good evening', night: 'Hello' },
  greetingTo: (greeting, name) => `${greeting}, ${name}`,
  waiting: (count) => (count === 1 ? 'One guide is waiting for you' : `${count} guides are waiting for you`),
  nothingWaiting: 'No guides are waiting for you',
  nothingWaitingNote:
    'You have everything you need right now. When something new comes or something expires, you will see it here.',
  nothingAtAll: {
    title: 'There are no guides here yet',
    todo: 'Your municipality has not taken any guides into use. Ask your leader if you are expecting one.',
  },
  due: (when) => `Due ${when}`,
  overdue: (when) => `Was due ${when}`,
  expired: (when) => `Expired ${when}`,
  expires: (when) => `Expires ${when}`,
  missing: 'Missing',
  notStarted: 'Not started',
  started: 'Started',
  because: {
    role: (role) => `because you work as ${role}`,
    everybody: (municipality) => `because everybody in ${municipality} has to take it`,
  },
  start: 'Start',
  carryOn: 'Continue',
  takeAgain: 'Take it again',
  done: 'Done',
  doneHeading: (count) => `Done (${count})`,
  nothingDone: 'When you have finished a guide, you will find it here.',
  doneOn: (date) => `done ${date}`,
  validUntil: (date) => `counts until ${date}`,
  validForGood: 'counts for good',
  exempt: 'You are exempt',
  seeResult: 'See the result',
  openHeading: (count) => `All I can take (${count})`,
  nothingOpen: 'You have taken every guide your municipality has in use.',
  guideGone: 'Your municipality no longer uses this guide, so it cannot be started. What you did before is saved.',
};
