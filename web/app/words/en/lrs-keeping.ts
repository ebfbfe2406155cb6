import { grouped } from '../../ui/grouped.js';
import type { Words } from '../words.js';

export const retention: Words['lrs']['retention'] = {
  title: 'Retention',
  introduction: 'How long the municipality keeps statements. Old ones are deleted every night by these rules.',
  saved: 'The rules have been saved, and hold from tonight.',
  neverRun: 'Nothing has been deleted by these rules yet.',
  lastRun: (when, number) => `Last run ${when}. ${grouped(number, ',')} statements were deleted.`,
  categories: {
    answers: { name: 'Answers', what: 'What somebody has answered to questions.' },
    progress: { name: 'Progress', what: 'Opened, read and came further.' },
    evidence: { name: 'Evidence', what: 'Completed, passed, failed and confirmed.' },
    other: { name: 'Other', what: 'All else that other systems report.' },
  },
  monthsNote: 'Write a number of months. Leave it empty to keep everything for good.',
  problem: 'Write a whole number from 1 to 600 months, or leave the field empty.',
  tryIt: 'See what it means',
  trial: {
    title: 'This would be deleted today',
    introduction: 'Nothing has been saved or deleted yet.',
    category: 'Statements',
    months: 'Months',
    forGood: 'for good',
    stored: 'Here today',
    go: 'Go',
    stays: 'Old, but stay',
    sure: 'Are these to be the rules?',
    what: 'What is old enough stays all the same when a completion rests on it. What has been deleted cannot be brought back.',
    yes: 'Yes, save the rules',
    no: 'No, go back',
  },
};

export const erasure: Words['lrs']['erasure'] = {
  title: 'Erase a person',
  introduction: 'For somebody with the right to be forgotten. You see what happens before anything is deleted.',
  note: 'You need not erase somebody who leaves: the personnel system takes care of that.',
  find: 'Name or mail',
  search: 'Search',
  nobody: { title: 'Nobody found', todo: 'Try another part of the name, or the mail.' },
  erased: 'The person has been erased.',
  confirm: {
    title: (name) => `Erase ${name}?`,
    forGood: 'This cannot be undone.',
    deleted: 'Is deleted',
    nameless: 'Stays without a name',
    kinds: {
      documents: 'Where the person is in courses',
      attachments: 'Attachments',
      fulfilments: 'Requirements and fulfilments',
      mails: 'Mails',
      employments: 'Employments',
      statements: 'Statements',
      registrations: 'Runs of courses',
    },
    logged: 'That somebody was erased, when and by whom, is logged. Who was erased is not.',
    sure: (name) => `I understand that ${name} is erased for good`,
    sureProblem: 'Tick that you understand that this cannot be undone.',
    yes: 'Erase for good',
    no: 'Cancel',
  },
};
