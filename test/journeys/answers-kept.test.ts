import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mainEdition } from '@kursdugnad/core/course/course-parts.js';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../browser.js';
import { answer, answerLesson, declare, formOf, guideFolder, isClosed, kept, next, openNewRun } from './stage.js';
import {
  questionsOf,
  saved,
  section,
  signedIn,
  oneStage,
  tabTo,
  takeToTheEnd,
  text,
  until,
  wrongResponse,
} from './stage.js';

describe.each(oneStage)('answers are kept, on %s', (_database, url) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  test('through a broken line: said so, sent when it is back, and stored once', async () => {
    const [lesson] = mainEdition(await guideFolder('personvern')).lessons;
    const [first, second] = questionsOf(lesson);
    const { page, context } = await signedIn(browser, url, 'Ola Nygård');
    const registration = await openNewRun(page, url, 'personvern');
    await context.setOffline(true);
    await answer(page, first!);
    await page.getByText('Ikke sendt ennå. Svaret ligger trygt på denne enheten.').waitFor();
    await answer(page, second!);
    expect(await isClosed(page, second!.id)).toBe(true);
    await context.setOffline(false);
    await saved(page);
    const { record } = await kept(page, url, registration);
    expect(record.answers.map(({ question }) => question)).toEqual([first!.id, second!.id]);
    await context.close();
  });

  test('in two tabs at once: each shows what the other did, and nothing is stored twice', async () => {
    const { lessons } = mainEdition(await guideFolder('klarsprak'));
    const [one, two] = lessons.flatMap(questionsOf);
    const { page, context } = await signedIn(browser, url, 'Ola Nygård');
    const registration = await openNewRun(page, url, 'klarsprak');
    const other = await context.newPage();
    await other.goto(`${url}/guide/${registration}/${lessons[1]!.id}`);
    await answer(page, one!);
    await until(() => isClosed(other, one!.id), 'the other tab shows the answer');
    await answer(other, two!);
    await until(() => isClosed(page, two!.id), 'the first tab shows the answer');
    await Promise.all([saved(page), saved(other)]);
    const { record } = await kept(page, url, registration);
    expect(record.answers.map(({ question }) => question)).toEqual([one!.id, two!.id]);
    await context.close();
  });

  test('a wrong answer gives feedback and a second try', async () => {
    const [lesson] = mainEdition(await guideFolder('varsling')).lessons;
    const [question] = questionsOf(lesson);
    if (question?.kind !== 'single') throw new Error('The guide begins otherwise');
    const { page, context } = await signedIn(browser, url, 'Ola Nygård');
    const registration = await openNewRun(page, url, 'varsling');
    const form = formOf(page, question.id);
    await answer(page, question, wrongResponse(question));
    expect(await text(form.locator('.verdict'))).toContain('Ikke riktig ennå.');
    expect(await form.locator('.verdict').evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await text(form)).toContain('Du har ett forsøk igjen.');
    expect(await form.locator('.feedback:visible').count()).toBe(1);
    // The second press of a double click is not a second try.
    await page.waitForFunction(
      (since) => performance.now() > since + 500,
      await page.evaluate(() => performance.now()),
    );
    await answer(page, question);
    expect(await text(form.locator('.verdict'))).toContain('Riktig.');
    expect(await isClosed(page, question.id)).toBe(true);
    await saved(page);
    expect((await kept(page, url, registration)).record.answers).toHaveLength(2);
    await context.close();
  });

  test('a declaration says the day it was confirmed, also when one comes back', async () => {
    const { lessons } = mainEdition(await guideFolder('taushetsplikt'));
    const last = lessons.at(-1)!;
    const { page, context } = await signedIn(browser, url, 'Ola Nygård');
    const registration = await openNewRun(page, url, 'taushetsplikt');
    await page.goto(`${url}/guide/${registration}/${last.id}`);
    const declaration = last.blocks.find((block) => block.kind === 'declaration')!.declaration.id;
    const form = page.locator(`form[data-declaration="${declaration}"]`);
    await form.getByRole('button').click();
    expect(await text(form.locator('.verdict'))).toContain('Kryss av i ruta først.');
    await page.waitForFunction(
      (since) => performance.now() > since + 500,
      await page.evaluate(() => performance.now()),
    );
    await declare(page, declaration);
    const today = new Intl.DateTimeFormat('nb', { day: 'numeric', month: 'long', timeZone: 'Europe/Oslo' }).format();
    expect(await text(form.locator('.verdict'))).toMatch(new RegExp(`^.?\\s?Bekreftet ${today}`, 'u'));
    await saved(page);
    await page.reload();
    expect(await text(form.locator('.verdict'))).toContain(`Bekreftet ${today}`);
    expect(await form.getByRole('checkbox').isChecked()).toBe(true);
    await context.close();
  });

  test('another language keeps the place and the answers', async () => {
    const course = await guideFolder('brannvern');
    const [first, second] = mainEdition(course).lessons;
    const nynorsk = course.editions.find(({ language }) => language === 'nn')!;
    const { page, context } = await signedIn(browser, url, 'Ola Nygård');
    await openNewRun(page, url, 'brannvern');
    await answerLesson(page, first!);
    await next(page);
    await answer(page, questionsOf(second)[0]!);
    await page.getByRole('link', { name: 'Nynorsk' }).click();
    await page.locator('html[lang=nn]').waitFor();
    expect(await text(section(page, second!.id).locator('h1'))).toBe(nynorsk.lessons[1]!.title);
    for (const { id } of [...questionsOf(first), questionsOf(second)[0]!])
      await until(() => isClosed(page, id), `${id} is answered in Nynorsk too`);
    await takeToTheEnd(page, course);
    expect(await text(page.locator('#guide_result .outcome'))).toContain('Ferdig');
    expect(await page.locator('html').getAttribute('lang')).toBe('nn');
    await context.close();
  });

  test('by keyboard alone, from Mine guider to the next lesson', async () => {
    const { title, lessons } = mainEdition(await guideFolder('hms-og-avvik'));
    const [first, second] = lessons;
    const { page, context } = await signedIn(browser, url, 'Ola Nygård');
    await page.goto(`${url}/mine-guider`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Hopp til innholdet');
    await page.keyboard.press('Enter');
    await tabTo(page, page.locator('#alt > summary'));
    await page.keyboard.press('Enter');
    const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
    await tabTo(page, card.getByRole('link').or(card.getByRole('button')));
    await page.keyboard.press('Enter');
    await page.waitForURL('**/guide/*/*');
    for (const question of questionsOf(first)) {
      const form = formOf(page, question.id);
      if (question.kind !== 'single' && question.kind !== 'fill-in') throw new Error(`No keys for ${question.kind}`);
      if (question.kind === 'fill-in') {
        await tabTo(page, form.getByRole('textbox'));
        await page.keyboard.type(question.accepted[0]!);
        await page.keyboard.press('Enter');
      } else {
        await tabTo(page, form.getByRole('radio').first());
        const right = question.choices.findIndex(({ correct }) => correct);
        await page.keyboard.press('Space');
        for (let step = 0; step < right; step += 1) await page.keyboard.press('ArrowDown');
        await tabTo(page, form.getByRole('button'));
        await page.keyboard.press('Enter');
      }
      expect(await text(form.locator('.verdict'))).toContain('Riktig.');
      expect(await form.locator('.verdict').evaluate((element) => element === document.activeElement)).toBe(true);
    }
    await tabTo(page, page.locator('section:not([hidden]) a[rel=next]'));
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/${second!.id}`);
    const heading = section(page, second!.id).locator('h1');
    expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true);
    await context.close();
  });
});
