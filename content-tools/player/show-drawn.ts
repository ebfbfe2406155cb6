import type { Course } from '@kursdugnad/core/course/course.js';
import { mainEdition, questionsOf } from '@kursdugnad/core/course/course-parts.js';
import { showOrder } from './show-order.js';

/** Which questions a learner gets is decided by this: made once, random, and kept as long as the learner's answers. */
export function newSeed(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Takes the questions that were not drawn for this learner out of the page, and puts the answers in the learner's order. */
export function showDrawn(course: Course): void {
  const drawn = new Map(questionsOf(mainEdition(course)).map((question) => [question.id, question]));
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-question]')) {
    const question = drawn.get(form.dataset.question ?? '');
    if (question) showOrder(form, question);
    else form.remove();
  }
}
