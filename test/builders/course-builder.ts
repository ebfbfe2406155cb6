import type { Block, Course, Edition, Lesson } from '@kursdugnad/core/course/course.js';
import type { Question, QuestionOf } from '@kursdugnad/core/course/question.js';

type ChoiceQuestion = QuestionOf<'single' | 'multiple'>;
type FillIn = QuestionOf<'fill-in'>;

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

const asked = { points: 1, tries: 2 };

/** A claim that is false. */
export function aClaim(overrides: Partial<QuestionOf<'true-false'>> = {}): Question {
  const prompt = 'Olje slokkes med vann.';
  return { kind: 'true-false', id: 'olje', ...asked, prompt, answer: false, ...overrides };
}

/** 4 °C, give or take one. */
export function aNumber(overrides: Partial<QuestionOf<'numeric'>> = {}): Question {
  const prompt = 'Hvor varmt skal kjøleskapet være?';
  return { kind: 'numeric', id: 'kjoleskap', ...asked, prompt, answer: 4, tolerance: 1, unit: '°C', ...overrides };
}

/** Three things in the order a, b, c. */
export function anOrder(overrides: Partial<QuestionOf<'sequencing'>> = {}): Question {
  const items = ['Varsler', 'Redder', 'Slokker'].map((text, index) => ({ id: 'abc'[index] ?? '', text }));
  return {
    kind: 'sequencing',
    id: 'rekke',
    ...asked,
    prompt: 'Hva først?',
    items,
    order: ['a', 'b', 'c'],
    ...overrides,
  };
}

/** Three things and two targets: a belongs to 1, b and c to 2. */
export function aMatching(overrides: Partial<QuestionOf<'matching'>> = {}): Question {
  const items = [
    { id: 'a', text: 'gryte', target: '1' },
    { id: 'b', text: 'papir', target: '2' },
    { id: 'c', text: 'gardin', target: '2' },
  ];
  const targets = [
    { id: '1', text: 'brannteppe' },
    { id: '2', text: 'vann' },
  ];
  return { kind: 'matching', id: 'par', ...asked, prompt: 'Hva slokker du med?', items, targets, ...overrides };
}

/** Two steps at most: `b` ends best with three points, `a a` with one, `a b` with none. */
export function aScenario(overrides: Partial<QuestionOf<'scenario'>> = {}): Question {
  const ending = (id: string, points: number) => ({ id, title: id, text: 'Slutt.', steps: [], points });
  const steps = (...to: string[]) => to.map((place, index) => ({ id: 'ab'[index] ?? '', text: place, to: place }));
  const situations = [
    { id: 'start', title: '', text: 'Naboen spør.', steps: steps('glad', 'trygg'), points: 0 },
    { id: 'glad', title: 'Naboen blir glad', text: '', steps: steps('delvis', 'ute'), points: 0 },
    ...[ending('trygg', 3), ending('delvis', 1), ending('ute', 0)],
  ];
  return { kind: 'scenario', id: 'naboen', ...asked, points: 3, prompt: 'Naboen spør', situations, ...overrides };
}

/** One of each kind, with two hints that cost a point each on the number: a new kind does not compile until it is here. */
export const questionOfEachKind: Record<Question['kind'], Question> = {
  single: aQuestion(),
  multiple: aQuestion({
    kind: 'multiple',
    id: 'vikar',
    shuffle: true,
    choices: ['a', 'b', 'c'].map((id) => ({ id, text: `Svar ${id}`, correct: id !== 'b' })),
  }),
  'true-false': aClaim(),
  'fill-in': aFillIn(),
  numeric: aNumber({ points: 3, hints: ['Kaldt.', 'Kaldere enn ti.'], hintCost: 1 }),
  sequencing: anOrder(),
  matching: aMatching(),
  scenario: aScenario(),
};
export const questionsOfEveryKind: Question[] = Object.values(questionOfEachKind);

export function aPracticalTask(id = 'brannteppe'): Block {
  return { kind: 'practical', id, task: { id, title: 'Bruk brannteppet', text: 'Vis det til lederen.' } };
}

export function aReflection(id = 'vanskelig'): Block {
  return { kind: 'reflection', id, reflection: { id, prompt: 'Når er det vanskelig å si nei?' } };
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

/**
 * Every kind of question, a pool of which two of three are drawn, a declaration, a practical task and a reflection; pass
 * mark 60 %.
 */
export function aCourseOfEveryKind(): Course {
  const pool = ['dor', 'mote', 'heis'].map((id) => asking(aClaim({ id, tries: 1, prompt: `Påstand om ${id}` })));
  const lessons = [
    aLesson({ id: 'sporsmal', blocks: questionsOfEveryKind.map(asking) }),
    aLesson({ id: 'trekning', blocks: [aText('To av disse.'), ...pool], draw: 2 }),
    aLesson({ id: 'signere', blocks: [aDeclaration(), aPracticalTask(), aReflection()] }),
  ];
  return aCourse({ passMark: 0.6, editions: [anEdition({ lessons })] });
}
