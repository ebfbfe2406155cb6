import type { Block, Course, Declaration, Edition, Language, PracticalTask } from './course.js';
import type { Question } from './question.js';

// Without zod, so that the player can carry these functions to the browser.

/** The edition in `language`, or the main one where it is not translated. */
export function editionIn(course: Course, language: Language): Edition {
  return course.editions.find((edition) => edition.language === language) ?? mainEdition(course);
}

export function mainEdition(course: Course): Edition {
  const [main] = course.editions;
  if (!main) throw new Error('A course has at least one edition');
  return main;
}

/** All blocks of an edition in reading order. */
export function blocksOf(edition: Edition): Block[] {
  return [...edition.introduction, ...edition.lessons.flatMap((lesson) => lesson.blocks)];
}

export function questionsOf(edition: Edition): Question[] {
  return blocksOf(edition).flatMap((block) => (block.kind === 'question' ? [block.question] : []));
}

/** How many questions each learner is asked: of a lesson that draws, as many as are drawn. */
export function askedCount(edition: Edition): number {
  const count = (blocks: Block[]) => blocks.filter(({ kind }) => kind === 'question').length;
  const inLessons = edition.lessons.map(({ blocks, draw }) => Math.min(count(blocks), draw ?? Infinity));
  return inLessons.reduce((sum, asked) => sum + asked, count(edition.introduction));
}

export function declarationsOf(edition: Edition): Declaration[] {
  return blocksOf(edition).flatMap((block) => (block.kind === 'declaration' ? [block.declaration] : []));
}

export function practicalTasksOf(edition: Edition): PracticalTask[] {
  return blocksOf(edition).flatMap((block) => (block.kind === 'practical' ? [block.task] : []));
}

/**
 * The course without its prose: what the rules of `core/runtime` need to know, and nothing more. The player carries it
 * beside the page, whose HTML already holds the words.
 */
export function outlineOf(course: Course): Course {
  const { accepted: _accepted, ...rest } = course;
  const { facts: _facts, ...edition } = mainEdition(course);
  const counted = (blocks: Block[]) => blocks.flatMap((block) => withoutWords(block) ?? []);
  return {
    ...rest,
    editions: [
      {
        ...edition,
        introduction: counted(edition.introduction),
        lessons: edition.lessons.map((lesson) => ({ ...lesson, blocks: counted(lesson.blocks) })),
      },
    ],
    media: [],
  };
}

/** Null for a block that no rule counts. */
function withoutWords(block: Block): Block | null {
  switch (block.kind) {
    case 'declaration':
      return { ...block, declaration: { ...block.declaration, text: '-', confirm: '-' } };
    case 'practical':
      return { ...block, task: { ...block.task, text: '-' } };
    case 'question':
      return { ...block, question: withoutProse(block.question) };
    default:
      return null;
  }
}

function withoutProse(whole: Question): Question {
  const { situation: _situation, explanation: _explanation, ...rest } = whole;
  const question = { ...rest, prompt: '-', ...(rest.hints ? { hints: rest.hints.map(() => '-') } : {}) };
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return { ...question, choices: question.choices.map(({ id, correct }) => ({ id, correct, text: '-' })) };
    case 'sequencing':
      return { ...withoutReactions(question), items: question.items.map(({ id }) => ({ id, text: '-' })) };
    case 'matching': {
      const items = question.items.map(({ id, target }) => ({ id, target, text: '-' }));
      return { ...withoutReactions(question), items, targets: question.targets.map(({ id }) => ({ id, text: '-' })) };
    }
    case 'scenario': {
      const situations = question.situations.map(({ id, steps, points }) => ({
        ...{ id, points, title: '', text: '' },
        steps: steps.map(({ id: letter, to }) => ({ id: letter, to, text: '-' })),
      }));
      return { ...question, situations };
    }
    default:
      return withoutReactions(question);
  }
}

function withoutReactions<T extends { whenRight?: string | undefined; whenWrong?: string | undefined }>(
  question: T,
): T {
  const { whenRight: _right, whenWrong: _wrong, ...rest } = question;
  return rest as T;
}
