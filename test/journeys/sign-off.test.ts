import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../browser.js';
import { publishedGuide } from './published-guide.js';
import { desk, openGuide, saved, signedIn, oneStage, text } from './stage.js';
import { openTeam } from './team-table.js';

const lesson = `Teppet henger ved døra.

## Praktisk oppgave: Bruk brannteppet {#teppet}

Vis lederen din hvordan du bruker det.`;

describe.each(oneStage)('a leader signs off a practical task, on %s', (_database, url) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  const verdict = (page: Page) => text(page.locator('form[data-task="teppet"] .verdict'));
  const ask = (page: Page) => page.getByRole('button', { name: 'Be om signering' }).click();
  const waitingFor = (page: Page, title: string) => page.locator('.sign-off', { hasText: title });

  test('asked for, seen at once in the team, not yet, asked again, approved on the page of the person', async () => {
    const { title } = await publishedGuide(browser, url, { about: 'Brannteppe', lesson });
    const { page, context } = await signedIn(browser, url, 'Anne Berg Tveit', { viewport: desk });
    await openTeam(page, url);
    const employee = await signedIn(browser, url, 'Ingrid Moen');
    await openGuide(employee.page, url, title);
    await ask(employee.page);
    await saved(employee.page);
    expect(await verdict(employee.page)).toMatch(/^◐/);

    await page.getByRole('link', { name: /^\d+ signering(er)?$/ }).click();
    await waitingFor(page, title)
      .getByRole('button', { name: /^Ikke ennå/ })
      .click();
    const receipt = page.locator('.sign-off-receipt');
    await receipt.filter({ hasText: 'Ikke godkjent ennå: Bruk brannteppet, Ingrid Moen.' }).waitFor();
    expect(await receipt.evaluate((line) => line === document.activeElement)).toBe(true);
    expect(await waitingFor(page, title).count()).toBe(0);

    await employee.page.reload();
    expect(await verdict(employee.page)).toMatch(/^▲/);
    await ask(employee.page);
    await saved(employee.page);
    await openTeam(page, url);
    await page.locator('tbody[data-person] th a', { hasText: 'Ingrid Moen' }).click();
    await page.getByRole('heading', { name: 'Ingrid Moen', level: 1 }).waitFor();
    await waitingFor(page, title)
      .getByRole('button', { name: /^Godkjenn/ })
      .click();
    await receipt.filter({ hasText: 'Godkjent: Bruk brannteppet, Ingrid Moen.' }).waitFor();
    await page.getByRole('cell', { name: title }).waitFor();

    await employee.page.reload();
    expect(await verdict(employee.page)).toMatch(/^✓/);
    await employee.page.locator('section:not([hidden]) a[rel=next]').click();
    expect(await text(employee.page.locator('#guide_result .outcome'))).toContain('Ferdig');
    await Promise.all([context.close(), employee.context.close()]);
  });

  test('without script too, from both sides', async () => {
    const { title } = await publishedGuide(browser, url, { about: 'Brannteppe', lesson });
    const options = { javaScriptEnabled: false };
    const employee = await signedIn(browser, url, 'Ingrid Moen', options);
    await openGuide(employee.page, url, title);
    await ask(employee.page);
    await employee.page.locator('form[data-task="teppet"] .verdict', { hasText: '◐' }).waitFor();
    const { page, context } = await signedIn(browser, url, 'Anne Berg Tveit', { ...options, viewport: desk });
    await page.goto(`${url}/team`);
    await page.getByRole('link', { name: /^\d+ signering(er)?$/ }).click();
    await waitingFor(page, title)
      .getByRole('button', { name: /^Godkjenn/ })
      .click();
    await page.getByText('Godkjent: Bruk brannteppet, Ingrid Moen.').waitFor();
    expect(await waitingFor(page, title).count()).toBe(0);
    await employee.page.reload();
    expect(await verdict(employee.page)).toMatch(/^✓/);
    await Promise.all([context.close(), employee.context.close()]);
  });
});
