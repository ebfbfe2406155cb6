import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mainEdition } from '@kursdugnad/core/course/course-parts.js';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../browser.js';
import {
  answerLesson,
  desk,
  guideFolder,
  isClosed,
  next,
  openGuide,
  openNewRun,
  phone,
  questionsOf,
  saved,
} from './stage.js';
import { section, signedIn, oneStage, takeToTheEnd, text } from './stage.js';

describe.each(oneStage)('an employee takes a guide, on %s', (_database, url) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  test('sees on a phone what is due, when and why', async () => {
    const { page, context } = await signedIn(browser, url, 'Ingrid Moen');
    await page.getByRole('heading', { name: 'Mine guider', level: 1 }).waitFor();
    expect(await text(page.locator('main h2').first())).toMatch(/guider? venter på deg/);
    const first = await text(page.locator('.waiting-guide').first());
    expect(first).toMatch(/[Ff]rist|[Gg]ikk ut|[Gg]år ut|Mangler/);
    expect(first).toMatch(/fordi (alle i Granfoss kommune skal ha den|du er helsefagarbeider)/);
    expect(first).toMatch(/\d+ minutter/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
    await context.close();
  });

  test('leaves in the middle, goes on on another device at the same place with the same answers, and finishes', async () => {
    const course = await guideFolder('informasjonssikkerhet');
    const { title, lessons } = mainEdition(course);
    const [first, second] = lessons;
    const one = await signedIn(browser, url, 'Ingrid Moen');
    await openGuide(one.page, url, title);
    await answerLesson(one.page, first!);
    await next(one.page);
    await answerLesson(one.page, second!);
    await saved(one.page);
    const place = new URL(one.page.url()).pathname;
    await one.context.close();

    const other = await signedIn(browser, url, 'Ingrid Moen', { viewport: desk });
    await openGuide(other.page, url, title);
    expect(new URL(other.page.url()).pathname).toBe(place);
    expect(await section(other.page, second!.id).isVisible()).toBe(true);
    for (const { id } of [first, second].flatMap(questionsOf)) expect(await isClosed(other.page, id)).toBe(true);
    await takeToTheEnd(other.page, course);
    expect(await text(other.page.locator('#guide_result .outcome'))).toContain('Ferdig');
    await saved(other.page);
    await other.page.goto(`${url}/mine-guider`);
    const done = other.page.locator('#ferdig li', { hasText: title });
    expect(await done.textContent()).toMatch(/ferdig \d+\. \w+, gjelder til/);
    await other.context.close();
  });

  test('is told in one sentence what is missing, with the way to each thing', async () => {
    const course = await guideFolder('taushetsplikt');
    const { lessons } = mainEdition(course);
    const { page, context } = await signedIn(browser, url, 'Jonas Haugland');
    await openNewRun(page, url, 'taushetsplikt');
    for (const lesson of lessons) {
      if (lesson !== lessons.at(-1) && lesson !== lessons[1]) await answerLesson(page, lesson);
      await next(page);
    }
    const result = page.locator('#guide_result');
    expect(await text(result)).toContain('Du er ferdig når du har svart på 2 spørsmål og bekreftet én erklæring.');
    await result.getByRole('link', { name: 'Fortsett' }).click();
    expect(await section(page, lessons[1]!.id).isVisible()).toBe(true);
    await answerLesson(page, lessons[1]!);
    await page.locator('#guide_contents').getByRole('link', { name: 'Resultat' }).click();
    expect(await text(result)).toContain('Du er ferdig når du har bekreftet én erklæring.');
    await context.close();
  });

  test('reads and answers everything without script', async () => {
    const course = await guideFolder('handhygiene');
    const { page, context } = await signedIn(browser, url, 'Ingrid Moen', { javaScriptEnabled: false });
    await openGuide(page, url, mainEdition(course).title);
    await takeToTheEnd(page, course);
    expect(await text(page.locator('#guide_result .outcome'))).toContain('Ferdig');
    await context.close();
  });

  test('gets one small script on the guide’s page, the player, and nothing from elsewhere', async () => {
    const { page, context } = await signedIn(browser, url, 'Jonas Haugland');
    await openNewRun(page, url, 'velkommen-til-kommunen');
    const loaded = await page.evaluate(() =>
      performance.getEntriesByType('resource').map((entry) => {
        const { name, encodedBodySize } = entry as PerformanceResourceTiming;
        return { name, size: encodedBodySize };
      }),
    );
    const scripts = loaded.filter(({ name }) => name.endsWith('.js'));
    expect(scripts.map(({ name }) => name)).toEqual([expect.stringMatching(/\/player\/player-[^/]+\.js$/)]);
    expect(scripts[0]?.size).toBeLessThanOrEqual(20 * 1024);
    expect(loaded.filter(({ name }) => new URL(name).origin !== url)).toEqual([]);
    await context.close();
  });
});
