import type { Block, Course, Language } from '@kursdugnad/core/course/course.js';
import { editionIn, mainEdition, outlineOf } from '@kursdugnad/core/course/course-parts.js';
import { plainWords } from './prose.js';

/**
 * Answers are marked by the main edition, as on the server; only the words come from the language shown.
 */
export function outlineInWords(course: Course, language: Language): Course {
  const outline = outlineOf(course);
  const edition = mainEdition(outline);
  const shown = editionIn(course, language);
  const words = new Map(
    shown.lessons.flatMap((lesson) => lesson.blocks.map(named)).concat(shown.introduction.map(named)),
  );
  const titles = new Map(shown.lessons.map((lesson) => [lesson.id, lesson.title]));
  const worded = (blocks: Block[]) => blocks.map((block) => withName(block, words.get(block.id) ?? ''));
  const lessons = edition.lessons.map((lesson) => ({
    ...lesson,
    title: titles.get(lesson.id) ?? lesson.title,
    blocks: worded(lesson.blocks),
  }));
  return {
    ...outline,
    editions: [{ ...edition, title: shown.title, introduction: worded(edition.introduction), lessons }],
  };
}

function named(block: Block): [string, string] {
  if (block.kind === 'question') return [block.id, plainWords(block.question.prompt)];
  if (block.kind === 'practical') return [block.id, plainWords(block.task.title)];
  return [block.id, block.kind === 'declaration' ? plainWords(block.declaration.title) : ''];
}

function withName(block: Block, name: string): Block {
  if (block.kind === 'question') return { ...block, question: { ...block.question, prompt: name } };
  if (block.kind === 'declaration') return { ...block, declaration: { ...block.declaration, title: name } };
  if (block.kind === 'practical') return { ...block, task: { ...block.task, title: name } };
  return block;
}
