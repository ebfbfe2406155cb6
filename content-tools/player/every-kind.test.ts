import { describe, expect, test } from '@jest/globals';
import { mainEdition } from '@kursdugnad/core/course/course-parts.js';
import { drawnFor } from '@kursdugnad/core/runtime/drawing.js';
import { rightResponse, wrongResponse } from '@kursdugnad/core/runtime/model-responses.js';
import { standing } from '@kursdugnad/core/runtime/standing.js';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { everyKindCourse } from '../../test/builders/every-kind.js';
import { giveAnswer } from '../../test/builders/give-answer.js';
import { form, playerWorld, says, text } from '../../test/builders/player-world.js';

const course = drawnFor(await everyKindCourse(), 'r1');
const world = playerWorld(course);
const lessons = mainEdition(course).lessons;
const questions = lessons.flatMap(({ id, blocks }) =>
  blocks.flatMap((block) => (block.kind === 'question' ? [{ lesson: id, question: block.question }] : [])),
);
const ways: [string, BrowserContextOptions][] = [
  ['with the player', {}],
  ['without script', { javaScriptEnabled: false }],
];

const standingOf = (question: string) => standing(course, world.server.record).questions[question];

describe.each(ways)('%s', (_way, options) => {
  const isLive = options.javaScriptEnabled !== false;
  const told = async (page: Page, id: string, verdict: string) => {
    await form(page, id).locator(`.verdict[data-verdict="${verdict}"]`).waitFor({ timeout: 5000 });
    const isClosed = (await form(page, id).locator('> fieldset[disabled]').count()) === 1;
    expect([id, verdict, isClosed]).toEqual([id, verdict, verdict !== 'not-yet']);
    // A second press within half a second is a double click.
    if (isLive && !isClosed) await page.waitForTimeout(550);
  };

  test('a wrong answer and a right one are marked, kept and shown again', async () => {
    const page = await world.learner('velge', options);
    for (const { lesson, question } of questions) {
      const { id, points } = question;
      await page.goto(world.server.url(lesson));
      if (question.tries > 1) {
        await giveAnswer(form(page, id), question, wrongResponse(question));
        await told(page, id, 'not-yet');
      }
      await giveAnswer(form(page, id), question, rightResponse(question));
      await told(page, id, 'right');
      if (isLive) await says(page, 'Lagret ✓');
      expect(standingOf(id)).toMatchObject({ right: true, points, response: rightResponse(question) });
      const live = await form(page, id).innerText();
      await page.reload();
      await told(page, id, 'right');
      expect(await form(page, id).innerText()).toBe(live);
    }
  });

  test('when the tries are used, it says what would have been right', async () => {
    const page = await world.learner('velge', options);
    for (const { lesson, question } of questions) {
      await page.goto(world.server.url(lesson));
      const wrong = wrongOnes(question);
      for (const [index, response] of wrong.entries()) {
        await giveAnswer(form(page, question.id), question, response);
        await told(page, question.id, index < wrong.length - 1 ? 'not-yet' : 'wrong');
      }
      expect(await text(page, `#${question.id}`)).toMatch(
        /Riktig svar|Riktig rekkefølge|Dette hører sammen|Det kunne gått bedre/u,
      );
    }
  });
});

/** As many different wrong answers as there are tries. */
function wrongOnes(question: (typeof questions)[number]['question']): string[][] {
  const wrong = wrongResponse(question);
  switch (question.kind) {
    case 'single':
      return question.choices
        .filter(({ correct }) => !correct)
        .map(({ id }) => [id])
        .slice(0, question.tries);
    case 'true-false':
      return [wrong];
    case 'numeric':
      return Array.from({ length: question.tries }, (_one, index) => [String(100 + index)]);
    case 'fill-in':
      return Array.from({ length: question.tries }, (_one, index) => [`nei ${index}`]);
    case 'scenario':
      return [wrong, ['a', 'a']];
    case 'sequencing':
      return [
        ['d', 'c', 'b', 'a'],
        ['b', 'a', 'c', 'd'],
      ];
    case 'matching':
      return [
        ['a.2', 'b.2', 'c.2', 'd.3'],
        ['a.3', 'b.2', 'c.2', 'd.3'],
        ['a.1', 'b.1', 'c.2', 'd.3'],
      ];
    default:
      return Array.from({ length: question.tries }, () => wrong);
  }
}
