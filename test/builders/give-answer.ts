import type { Question } from '@kursdugnad/core/course/question.js';
import type { LearnerResponse } from '@kursdugnad/core/runtime/learner-event.js';
import type { Locator } from 'playwright-core';

/** Gives an answer in a question's form as a learner would, and presses the button: in a scenario after each step. */
export async function giveAnswer(form: Locator, question: Question, response: LearnerResponse): Promise<void> {
  if (question.kind === 'scenario') return walk(form, response);
  await fill(form, question, response);
  await press(form);
}

async function fill(form: Locator, question: Question, response: LearnerResponse): Promise<void> {
  switch (question.kind) {
    case 'fill-in':
    case 'numeric':
      return form.getByRole('textbox').fill((response[0] ?? '').replace('.', ','));
    case 'matching':
      for (const pair of response) await form.locator(`[data-item="${pair.split('.')[0]}"] select`).selectOption(pair);
      return;
    case 'sequencing':
      return putInOrder(form, response);
    default:
      for (const choice of response) await form.locator(`input[value="${choice}"]`).check();
  }
}

async function walk(form: Locator, steps: LearnerResponse): Promise<void> {
  const again = form.locator('.again:not([open]) summary');
  if (await again.isVisible()) await again.click();
  for (const [index, step] of steps.entries()) {
    // A second press within half a second is a double click.
    if (index > 0) await form.page().waitForTimeout(550);
    await form.locator(`.ways:not([disabled]) input[value="${step}"]`).check();
    await press(form);
  }
}

/** By the buttons where there is script, otherwise by the place of each. */
async function putInOrder(form: Locator, order: LearnerResponse): Promise<void> {
  for (const [place, id] of order.entries()) {
    const row = form.locator(`[data-item="${id}"]`);
    const places = row.locator('select');
    if (await places.isVisible()) await places.selectOption(`${place + 1}.${id}`);
    else
      while ((await row.evaluate((element) => [...element.parentElement!.children].indexOf(element))) > place)
        await row.locator('[data-move="-1"]').click();
  }
}

function press(form: Locator): Promise<void> {
  return form.locator('.answer-row button').click();
}
