import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mainEdition } from '@kursdugnad/core/course/course-parts.js';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../browser.js';
import { answerLesson, guideFolder, openGuide, phone, saved, signedIn, stages, takeToTheEnd } from './stage.js';

describe.each(stages)('an employee takes a guide, on %s', (_database, url) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  test('sees what is due, when and why', async () => {
    const { page, context } = await signedIn(browser, url, 'Ingrid Moen');
    await page.getByRole('heading', { name: 'Mine guider', level: 1 }).waitFor();
    const first = page.locator('.waiting-guide').first();
    expect(await first.textContent()).toMatch(/fordi (alle i Granfoss kommune skal ha den|du er helsefagarbeider)/);
    expect(await first.textContent()).toMatch(/[Ff]rist|[Gg]ikk ut|[Gg]år ut|Mangler/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
    await context.close();
  });

  test('leaves in the middle, goes on on another device at the same place with the same answers, finishes', async () => {
    const course = await guideFolder('informasjonssikkerhet');
    const [first, second] = mainEdition(course).lessons;
    if (!first || !second) throw new Error('The guide is too short');
    const one = await signedIn(browser, url, 'Ingrid Moen');
    await openGuide(one.page, url, 'Informasjonssikkerhet');
    await answerLesson(one.page, first);
    await one.page.locator('section:not([hidden]) a[rel=next]').click();
    await answerLesson(one.page, second);
    await saved(one.page);
    const scripts = await one.page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter((entry) => entry.name.endsWith('.js'))
        .map((entry) => new URL(entry.name).pathname),
    );
    expect(scripts).toEqual([expect.stringMatching(/^\/player\/player-/)]);
    await one.context.close();

    const other = await signedIn(browser, url, 'Ingrid Moen', { viewport: { width: 1280, height: 800 } });
    await openGuide(other.page, url, 'Informasjonssikkerhet');
    expect(await other.page.locator(`section[data-section="${second.id}"]`).isVisible()).toBe(true);
    for (const block of second.blocks) {
      if (block.kind === 'question')
        expect(await other.page.locator(`[data-question="${block.question.id}"] fieldset`).isDisabled()).toBe(true);
    }
    await takeToTheEnd(other.page, course);
    await saved(other.page);
    await other.page.getByText('Ferdig').first().waitFor();
    await other.page.goto(`${url}/mine-guider`);
    expect(await other.page.locator('#ferdig').textContent()).toContain('Informasjonssikkerhet');
    await other.context.close();
  });

  test('reads and answers without script', async () => {
    const course = await guideFolder('handhygiene');
    const { page, context } = await signedIn(browser, url, 'Ingrid Moen', { javaScriptEnabled: false });
    await openGuide(page, url, mainEdition(course).title);
    await takeToTheEnd(page, course);
    expect(await page.locator('main').textContent()).toContain('Ferdig');
    await context.close();
  });
});
