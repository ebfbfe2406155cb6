import type { Block, Course, Lesson } from '@kursdugnad/core/course/course.js';
import { mainEdition } from '@kursdugnad/core/course/course-parts.js';
import type { Question } from '@kursdugnad/core/course/question.js';
import fc from 'fast-check';
import { aClaim, aNumber, anEdition, aText, asking, questionsOfEveryKind } from './course-builder.js';

const edits = [
  ...(['nothing', 'nothing', 'nothing', 'words', 'order', 'key', 'fewer', 'more', 'kind', 'price', 'other'] as const),
  'gone',
] as const;
type Edit = (typeof edits)[number];

/** What an author may do to a course of every kind: to each part something, or nothing. */
export function anEditOf(course: Course): fc.Arbitrary<Course> {
  const { lessons } = mainEdition(course);
  return fc
    .record({
      seed: fc.nat(),
      edits: fc.array(fc.constantFrom(...edits), { minLength: 40, maxLength: 40 }),
      gone: fc.subarray(
        lessons.map(({ id }) => id),
        { maxLength: lessons.length - 1 },
      ),
      draw: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
      isNewFirst: fc.boolean(),
      passMark: fc.constantFrom(0.5, 0.6, 0.9),
    })
    .map((chosen) => edited(course, chosen));
}

interface Chosen {
  seed: number;
  edits: Edit[];
  gone: string[];
  draw: number | undefined;
  isNewFirst: boolean;
  passMark: number;
}

function edited(course: Course, { seed, edits: chosen, gone, draw, isNewFirst, passMark }: Chosen): Course {
  let at = 0;
  const next = (): Edit => chosen[at++ % chosen.length] ?? 'nothing';
  const kept = mainEdition(course).lessons.filter(({ id }) => !gone.includes(id));
  const lessons = kept.map((lesson): Lesson => {
    const { draw: before, ...rest } = lesson;
    const blocks = lesson.blocks.flatMap((block) => editedBlock(block, next(), seed));
    const drawn = before === undefined ? undefined : draw;
    return {
      ...rest,
      title: next() === 'words' ? `${lesson.title}!` : lesson.title,
      blocks,
      ...(drawn && { draw: drawn }),
    };
  });
  const fresh: Lesson = { id: `ny-${seed}`, title: 'Ny', blocks: [asking(aClaim({ id: `ny-sak-${seed}` }))] };
  return {
    ...course,
    passMark,
    editions: [anEdition({ lessons: isNewFirst ? [fresh, ...lessons] : [...lessons, fresh] })],
  };
}

function editedBlock(block: Block, edit: Edit, seed: number): Block[] {
  if (edit === 'gone') return [];
  if (edit === 'more') return [block, aText('Mer å lese.', `mer-${block.id}-${seed}`)];
  if (block.kind === 'question') return [asking({ ...editedQuestion(block.question, edit, seed), id: block.id })];
  if (block.kind === 'declaration' && edit === 'key')
    return [{ ...block, declaration: { ...block.declaration, text: 'Noe ganske annet.' } }];
  return [block.kind === 'text' && edit === 'words' ? { ...block, markdown: `${block.markdown} Ja.` } : block];
}

function editedQuestion(question: Question, edit: Edit, seed: number): Question {
  switch (edit) {
    case 'words':
      return { ...question, prompt: `${question.prompt} ` };
    case 'other':
      return { ...question, prompt: 'Noe helt annet, som ikke ligner på det som sto her' };
    case 'kind':
      return questionsOfEveryKind[seed % questionsOfEveryKind.length] ?? question;
    case 'price':
      // A scenario gives the points of its best ending.
      if (question.kind === 'scenario') return { ...question, tries: 1 + (seed % 3) };
      return { ...question, points: 1 + (seed % 5), tries: 1 + (seed % 3) };
    default:
      return otherAnswers(question, edit, seed);
  }
}

/** `order`, `key` and `fewer`, for those that have them. */
function otherAnswers(question: Question, edit: Edit, seed: number): Question {
  const turned = <T>(list: T[]): T[] => [...list.slice(1), ...list.slice(0, 1)];
  switch (question.kind) {
    case 'single':
    case 'multiple': {
      const marks = question.choices.map(({ correct }) => correct);
      const keyed = question.choices.map((choice, index) => ({ ...choice, correct: turned(marks)[index] ?? false }));
      if (edit === 'key') return { ...question, choices: keyed };
      const fewer = question.choices.filter(({ correct }, index) => correct || index !== seed % 3);
      const texts = edit === 'fewer' ? fewer : edit === 'order' ? turned(question.choices) : question.choices;
      return { ...question, choices: texts.map((choice, index) => ({ ...choice, id: 'abcde'[index] ?? '' })) };
    }
    case 'true-false':
      return edit === 'key' ? { ...question, answer: !question.answer } : question;
    case 'fill-in':
      if (edit === 'key') return { ...question, accepted: ['113'] };
      return edit === 'fewer' ? { ...question, accepted: [...question.accepted, 'brann'] } : question;
    case 'numeric':
      if (edit === 'key') return { ...question, answer: question.answer + 2 };
      return edit === 'fewer' ? aNumber({ ...question, tolerance: question.tolerance + 1 }) : question;
    case 'sequencing':
      return edit === 'key' ? { ...question, order: turned(question.order) } : question;
    case 'matching': {
      const other = ({ target }: { target: string }) => (target === '1' ? '2' : '1');
      const items = question.items.map((item) => ({ ...item, target: other(item) }));
      return edit === 'key' ? { ...question, items } : question;
    }
    case 'scenario': {
      const situations = question.situations.map((one) => ({ ...one, steps: turned(one.steps) }));
      return edit === 'order' ? { ...question, situations } : question;
    }
  }
}
