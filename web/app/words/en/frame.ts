import type { Words } from '../words.js';

export const frame: Words['frame'] = {
  product: 'Kursdugnad',
  skip: 'Skip to the content',
  mainNavigation: 'Main menu',
  myGuides: 'My guides',
  myTeam: 'My team',
  requirements: 'Requirements',
  catalogue: 'Catalogue',
  myCourses: 'My courses',
  administration: 'Administration',
  account: 'Account and language',
  signIn: 'Log in',
  signOut: 'Log out',
  about: 'Short guides from the municipalities, shared with one another.',
  accessibility: 'Accessibility statement',
  done: (percent) => `${percent}% done`,
  mendThis: (count) => (count === 1 ? 'Please correct this:' : `Please correct these ${count} things:`),
  errors: {
    whatIsSafe: 'Everything you answered and did before this is saved.',
    reference: (id) => `Reference for support: ${id}`,
    tryAgain: 'Try again',
    toMyGuides: 'Go to My guides',
    notFound: {
      title: 'We cannot find the page',
      happened: 'The address may be misspelt, or the page has been moved or removed.',
      todo: 'Go to My guides, or ask whoever sent you the link.',
    },
    forbidden: {
      title: 'You do not have access to this page',
      happened: 'The page exists, but it is for people with other access than yours.',
      todo: 'Do you need it for your work? Ask your leader or whoever administers Kursdugnad in your municipality.',
    },
    failed: {
      title: 'Something went wrong on our side',
      happened: 'The error is ours, and it has been noted in the log.',
      todo: 'Wait a little and try again. If it happens several times, give support the reference below.',
    },
    unavailable: {
      title: 'We cannot reach the service',
      happened: 'The service is not answering right now. This usually passes within a few minutes.',
      todo: 'Wait a little and try again.',
    },
  },
};
