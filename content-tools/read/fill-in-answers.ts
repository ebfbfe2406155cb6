import { questionsOf } from '@kursdugnad/core/course/course-parts.js';
import type { Block, Edition } from '@kursdugnad/core/course/course.js';

/**
 * What is accepted in one language is accepted in all, so that a learner who switches in the middle is marked alike. Each
 * edition's own words come first: they are what it shows as the right answer.
 */
export function acceptedInAllLanguages(editions: Edition[]): Edition[] {
  const accepted = (edition: Edition, id: string) =>
    questionsOf(edition).flatMap((question) =>
      question.id === id && question.kind === 'fill-in' ? question.accepted : [],
    );
  const widened =
    (own: Edition) =>
    (block: Block): Block => {
      if (block.kind !== 'question' || block.question.kind !== 'fill-in') return block;
      const { question } = block;
      const others = editions.filter((edition) => edition !== own).flatMap((edition) => accepted(edition, question.id));
      return { ...block, question: { ...question, accepted: [...new Set([...question.accepted, ...others])] } };
    };
  return editions.map((edition) => ({
    ...edition,
    introduction: edition.introduction.map(widened(edition)),
    lessons: edition.lessons.map((lesson) => ({ ...lesson, blocks: lesson.blocks.map(widened(edition)) })),
  }));
}
