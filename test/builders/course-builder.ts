import type { Block, Course, Edition, Lesson, Question } from '@kursdugnad/core/course/course.js';

type ChoiceQuestion = Extract<Question, { kind: 'single' | 'multiple' }>;
type FillIn = Extract<Question, { kind: 'fill-in' }>;

/** A question with one right answer, b, and two tries. */
export function aQuestion(overrides: Partial<ChoiceQuestion> = {}): Question {
  return {
    kind: 'single',
    id: 'royk',
    prompt: 'Du lukter røyk. Hva gjør du først?',
    points: 1,
    tries: 2,
    choices: [
      { id: 'a', text: 'Leter etter røyken.', correct: false, feedback: 'Da går det minutter.' },
      { id: 'b', text: 'Ringer 110.', correct: true, feedback: 'Da er hjelpen på vei.' },
      { id: 'c', text: 'Åpner vinduet.', correct: false },
    ],
    ...overrides,
  };
}

/** A question that is answered in writing, with 110. */
export function aFillIn(overrides: Partial<FillIn> = {}): Question {
  return {
    kind: 'fill-in',
    id: 'nummer',
    prompt: 'Hvilket nummer?',
    points: 1,
    tries: 2,
    accepted: ['110', 'en en null'],
    whenRight: 'Ja, 110 går rett til brannvesenet.',
    whenWrong: 'Det er 110.',
    ...overrides,
  };
}

export const aText = (markdown: string, id = 'tekst'): Block => ({ kind: 'text', id, markdown });
export const asking = (question: Question): Block => ({ kind: 'question', id: question.id, question });

export function aDeclaration(id = 'erklaering'): Block {
  const declaration = { id, title: 'Taushetserklæring', text: 'Jeg har taushetsplikt.', confirm: 'Jeg har lest den.' };
  return { kind: 'declaration', id, declaration };
}

export function aLesson(overrides: Partial<Lesson> = {}): Lesson {
  return { id: 'alarmen', title: 'Når alarmen går', blocks: [aText('Gå ut med en gang.')], ...overrides };
}

export function anEdition(overrides: Partial<Edition> = {}): Edition {
  return {
    language: 'nb',
    title: 'Brannvern på jobben',
    summary: 'Hva du gjør når alarmen går.',
    sources: ['Kommunens branninstruks'],
    introduction: [],
    lessons: [aLesson(), aLesson({ id: 'slokke', title: 'Slokke', blocks: [asking(aQuestion())] })],
    ...overrides,
  };
}

/** Two lessons, of which the second has one question; pass mark 80 %. */
export function aCourse(overrides: Partial<Course> = {}): Course {
  return {
    slug: 'brannvern',
    minutes: 8,
    licence: 'CC-BY-4.0',
    publisher: 'Solvik kommune',
    topics: ['brannvern'],
    passMark: 0.8,
    editions: [anEdition()],
    media: [],
    ...overrides,
  };
}
