import type { Block, Course, Declaration, Edition, Language, Question } from './course.js';

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

export function declarationsOf(edition: Edition): Declaration[] {
  return blocksOf(edition).flatMap((block) => (block.kind === 'declaration' ? [block.declaration] : []));
}

/**
 * The course without its prose: what the rules of `core/runtime` need to know, and nothing more. The player carries it
 * beside the page, whose HTML already holds the words.
 */
export function outlineOf(course: Course): Course {
  const edition = mainEdition(course);
  const counted = (blocks: Block[]) =>
    blocks.filter((block) => block.kind === 'question' || block.kind === 'declaration').map(withoutWords);
  return {
    ...course,
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

function withoutWords(block: Block): Block {
  if (block.kind === 'declaration') return { ...block, declaration: { ...block.declaration, text: '-', confirm: '-' } };
  if (block.kind !== 'question') return block;
  const { situation: _situation, explanation: _explanation, ...question } = block.question;
  if (question.kind === 'fill-in') return { ...block, question: { ...question, prompt: '-' } };
  const choices = question.choices.map(({ id, correct }) => ({ id, correct, text: '-' }));
  return { ...block, question: { ...question, prompt: '-', choices } };
}
