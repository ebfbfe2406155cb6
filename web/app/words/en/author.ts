import { grouped } from '../../ui/grouped.js';
import type { Words } from '../words.js';

export const author: Words['author'] = {
  title: 'My courses',
  introduction: 'The guides the municipality has published, and how they go.',
  empty: {
    title: 'The municipality has not published a guide yet',
    todo: 'You write the guide in plain text files, see it while you write, and publish it when it is ready.',
  },
  first: {
    title: 'Make the first guide',
    make: 'Make a folder with a draft:',
    preview: 'Write, and see the page beside it:',
    check: 'Be told what is wrong, and on which line:',
    publish: 'Publish:',
  },
  version: (number) => `Version ${number}`,
  publishedOn: (date) => `published ${date}`,
  course: 'Guide',
  registrations: 'Begun',
  completed: 'Completed',
  users: 'Municipalities',
  youAreHere: 'You are here',

  use: {
    summary: (registrations, completed) =>
      `${grouped(registrations, ',')} have begun the guide, and ${grouped(completed, ',')} have completed it.`,
    numbersOnly: 'You see numbers only, never who answered what.',
    catalogue: 'See it in the catalogue',
    who: 'Who uses it',
    municipality: 'Municipality',
    meanScore: 'Right on average',
    percent: (percent) => `${percent}%`,
    noScore: 'without points',
    nobody: 'Nobody has begun the guide yet.',
    questions: 'The questions',
    questionsNote: 'The share that answered right on the first try. Shown when at least five have answered.',
    question: 'Question',
    answers: 'Answers',
    rightFirst: 'Right on the first try',
    tooFew: 'too few answers',
    noQuestions: 'Nobody has answered the questions yet.',
    versions: 'Versions',
    note: 'What is new',
    noNote: 'no note',
    by: (date, by) => `${date}, by ${by}`,
    publish: 'Publish the next version',
    publishNote:
      'Change the guide in its folder, and run this line in a terminal. Those who have begun finish the version they began on.',
    key: 'Replace KEY with your own key. You get it from whoever administers Kursdugnad in your municipality.',
    keyWord: 'KEY',
    noteWord: 'What is new',
    folderWord: 'the-folder-of-the-guide',
    command: 'The command that publishes',
    copy: 'Copy',
    copied: 'Copied',
  },
};
