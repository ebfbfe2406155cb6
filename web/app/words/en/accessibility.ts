import type { Words } from '../words.js';

export const accessibility: Words['accessibility'] = {
  title: 'Accessibility statement',
  introduction:
    'Everybody should be able to use Kursdugnad: with a keyboard, a screen reader, magnification, on a phone, and without JavaScript in the guides. This page says what we aim for, what we have tried, and what is lacking.',
  aim: {
    title: 'What we aim for',
    text: 'Norwegian law asks for WCAG 2.1 level AA, internal systems included. We aim for WCAG 2.2 level AA, on every page and in every type of question.',
  },
  tried: {
    title: 'What we have tried',
    points: [
      'The pages are checked automatically with axe-core whenever the code changes.',
      'We go through the pages with the keyboard alone, at a width of 320 pixels and at 400 per cent zoom.',
      'Colour is never the only thing that tells you something: every status also has a shape and a word.',
    ],
  },
  lacking: {
    title: 'What is lacking',
    points: [
      'Nobody from outside has audited the service, and we have not yet tried it together with people who use screen readers.',
      'Course packages from other suppliers are shown as they were made. We cannot promise that they are accessible.',
      'The municipalities are responsible for text, pictures and films in the guides they make.',
    ],
  },
  tell: {
    title: 'Tell us',
    text: 'If something stands in your way, tell your municipality. Say which page it was, and what you were trying to do.',
  },
};
