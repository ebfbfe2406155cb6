import type { Question, QuestionOf } from '@kursdugnad/core/course/question.js';

const base = (id: string) => ({ id, prompt: `Om ${id}?`, points: 2, tries: 3, hints: ['Tenk.', 'Tenk en gang til.'] });
const text = (id: string) => ({ id, text: `Det som heter ${id}` });

/** One question of each kind: a new kind does not compile until it is here. */
export const questionOfEachKind: { [K in Question['kind']]: QuestionOf<K> } = {
  single: {
    ...base('ett-svar'),
    kind: 'single',
    hintCost: 1,
    shuffle: true,
    choices: [
      { ...text('a'), correct: false },
      { ...text('b'), correct: true },
      { ...text('c'), correct: false },
    ],
  },
  multiple: {
    ...base('flere-svar'),
    kind: 'multiple',
    choices: [
      { ...text('a'), correct: true },
      { ...text('b'), correct: false },
      { ...text('c'), correct: true },
    ],
  },
  'true-false': { ...base('sant'), kind: 'true-false', answer: false, tries: 1 },
  'fill-in': { ...base('skriv'), kind: 'fill-in', accepted: ['110', 'én én null | ; : , !', 'en '.repeat(30).trim()] },
  numeric: { ...base('tall'), kind: 'numeric', answer: 37.5, tolerance: 0.5, unit: '°C', hintCost: 1 },
  sequencing: {
    ...base('rekke'),
    kind: 'sequencing',
    items: [text('a'), text('b'), text('c')],
    order: ['c', 'a', 'b'],
  },
  matching: {
    ...base('par'),
    kind: 'matching',
    items: [
      { ...text('a'), target: '10' },
      { ...text('b'), target: '2' },
    ],
    targets: [
      { id: '10', text: 'Ti' },
      { id: '2', text: 'To' },
    ],
  },
  scenario: {
    ...base('valg'),
    kind: 'scenario',
    hintCost: 1,
    situations: [
      {
        id: 'start',
        title: '',
        text: 'Det ringer.',
        points: 0,
        steps: [
          { ...text('a'), to: 'videre' },
          { ...text('b'), to: 'slutt' },
        ],
      },
      { id: 'videre', title: 'Videre', text: 'Noen svarer.', points: 0, steps: [{ ...text('a'), to: 'godt' }] },
      { id: 'slutt', title: 'Slutt', text: 'Det var det.', points: 1, steps: [] },
      { id: 'godt', title: 'Godt', text: 'Det gikk bra.', points: 2, steps: [] },
    ],
  },
};
