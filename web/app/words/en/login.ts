import type { Words } from '../words.js';

export const login: Words['login'] = {
  title: 'Log in',
  demoIntroduction:
    'This is a demo region with invented municipalities and people. Choose who you want to be. You can log out and change whenever you like.',
  needed: 'Log in to reach the page you asked for.',
  as: {
    learner: { title: 'Take guides', introduction: 'Employees who have guides to take.' },
    leader: { title: 'Follow up a team', introduction: 'Leaders who see who has what, and can send reminders.' },
    author: { title: 'Make guides', introduction: 'Course authors who write, publish and keep guides up to date.' },
    coordinator: {
      title: 'State requirements',
      introduction: 'Competence coordinators who decide what each role has to know.',
    },
    administrator: {
      title: 'Run the municipality’s site',
      introduction: 'Administrators who see messages sent and settings.',
    },
  },
  roleIn: (role, unit) => `${role} at ${unit}`,
  asPerson: (name) => ` as ${name}`,
  nobody: {
    title: 'Logging in is not set up',
    todo: 'This is not a demo region, and logging in for employees is not set up yet. Contact whoever runs Kursdugnad in your municipality.',
  },
  gone: 'This person is no longer in the demo region. Choose somebody else.',
};
