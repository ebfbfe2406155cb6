import { questionsOf } from '@kursdugnad/core/course/course-parts.js';
import type { Block, Edition } from '@kursdugnad/core/course/course.js';
import type { Question } from '@kursdugnad/core/course/question.js';

/**
 * What is accepted in one language is accepted in all, so that a learner who switches in the middle is marked alike. Each
 * edition's own words come first: they are what it shows as the right answer.
 */
export function acceptedInAllLanguages(editions: Edition[]): Edition[] {
  return editions.map((own) => {
    const others = editions.filter((edition) => edition !== own).flatMap(questionsOf);
    const widened = (blocks: Block[]) =>
      blocks.map((block) =>
        block.kind === 'question' ? { ...block, question: accepting(block.question, others) } : block,
      );
    const lessons = own.lessons.map((lesson) => ({ ...lesson, blocks: widened(lesson.blocks) }));
    return { ...own, introduction: widened(own.introduction), lessons };
  });
}

/** The question with what the same question of the other editions takes: answers in words, and units. */
function accepting(question: Question, others: Question[]): Question {
  const same = others.filter(({ id }) => id === question.id);
  if (question.kind === 'fill-in') {
    const accepted = same.flatMap((one) => (one.kind === 'fill-in' ? one.accepted : []));
    return { ...question, accepted: [...new Set([...question.accepted, ...accepted])] };
  }
  if (question.kind !== 'numeric') return question;
  const units = new Set(same.flatMap((one) => (one.kind === 'numeric' && one.unit ? one.unit : [])));
  const otherUnits = [...units].filter((unit) => unit !== question.unit);
  return otherUnits.length > 0 ? { ...question, otherUnits } : question;
}
