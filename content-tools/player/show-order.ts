import type { Question } from '@kursdugnad/core/course/question.js';

/** Puts the answers of a question in the order they were drawn in, where nobody has answered yet. */
export function showOrder(form: HTMLElement, question: Question): void {
  if (question.kind === 'single' || question.kind === 'multiple') {
    const fieldset = form.querySelector('fieldset');
    for (const { id } of question.choices) fieldset?.append(...form.querySelectorAll(`[data-choice="${id}"]`));
  }
  if (question.kind === 'sequencing') {
    const list = form.querySelector('.order');
    for (const { id } of question.items) list?.append(...form.querySelectorAll(`[data-item="${id}"]`));
  }
  if (question.kind !== 'matching') return;
  for (const select of form.querySelectorAll('select')) {
    const options = [...select.options];
    for (const { id } of question.targets) select.append(...options.filter(({ value }) => value.endsWith(`.${id}`)));
  }
}
