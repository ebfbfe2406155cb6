import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mainEdition } from '@kursdugnad/core/course/course-parts.js';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../browser.js';
import { answer, asked, desk, guideFolder, openGuide, phone, questionsOf, takeThrough } from './stage.js';
import { oneStage, signedIn, tabTo, text, until } from './stage.js';
import { cellOf, columnOf, namesIn, openTeam, row, showFilter } from './team-table.js';

describe.each(oneStage)('a leader follows a team, on %s', (database, url) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  const leader = (name = 'Anne Berg Tveit', viewport = desk) => signedIn(browser, url, name, { viewport });

  test('sees the cell change within a second of the employee’s last answer, without reload', async () => {
    const course = await guideFolder('brannvern');
    const { title, lessons } = mainEdition(course);
    const employee = await signedIn(browser, url, 'Ingrid Moen');
    await openGuide(employee.page, url, title);
    // She has begun on it in the demo region, and goes on.
    await takeThrough(employee.page, lessons.slice(0, -1));
    const { page, context } = await leader();
    await openTeam(page, url);
    const cell = cellOf(page, 'Ingrid Moen', await columnOf(page, 'Brannvern'));
    expect(await cell.getAttribute('data-sign')).toBe('open');
    const changed = cell.evaluate(
      (element) =>
        new Promise<number>((told) => {
          const look = () => element.getAttribute('data-sign') === 'done' && told(Date.now());
          new MutationObserver(look).observe(element, { attributes: true, subtree: true, childList: true });
        }),
    );
    const [last] = questionsOf(lessons.at(-1));
    const [stored] = await Promise.all([
      employee.page.waitForResponse((response) => response.url().endsWith('/events')),
      answer(employee.page, last!),
    ]);
    const { startTime, responseStart } = stored.request().timing();
    const late = (await changed) - (startTime + responseStart);
    process.stdout.write(`team completion on ${database}: the cell changed ${Math.round(late)} ms after the answer\n`);
    expect(late).toBeLessThanOrEqual(1000);
    expect(await text(cell)).toMatch(/til 20\d\d$/);
    await page.getByText('Ingrid Moen: Brannvern er fullført').waitFor({ state: 'attached' });
    await Promise.all([context.close(), employee.context.close()]);
  });

  test('filters and sorts by addresses that survive reload and the way back', async () => {
    const { page, context } = await leader();
    await openTeam(page, url);
    const all = await namesIn(page);
    await showFilter(page, { Status: 'Over fristen' });
    await page.waitForURL((address) => address.searchParams.get('status') === 'over-fristen');
    await page.getByText(`av ${all.length} personer.`).waitFor();
    const late = await namesIn(page);
    expect(late.length).toBeGreaterThan(0);
    expect(late.length).toBeLessThan(all.length);
    for (const name of late) expect(await row(page, name).locator('td[data-sign=urgent]').count()).toBeGreaterThan(0);

    await page.getByRole('columnheader', { name: 'Navn' }).getByRole('link').click();
    await page.waitForURL((address) => address.searchParams.get('sorter') === 'navn');
    const sorted = [...late].sort((a, b) => a.localeCompare(b, 'nb'));
    await until(async () => (await namesIn(page)).join() === sorted.join(), 'the names are in order');
    await page.reload();
    expect(await namesIn(page)).toEqual(sorted);
    await page.goBack();
    await until(async () => (await namesIn(page)).join() === late.join(), 'back: as it was before it was sorted');
    await page.goBack();
    await until(async () => (await namesIn(page)).length === all.length, 'back: everybody');
    await context.close();
  });

  test('goes down through the units and up again', async () => {
    const { page, context } = await leader('Gunnar Løken');
    await openTeam(page, url);
    await page.getByRole('heading', { name: /^Solvik kommune/, level: 1 }).waitFor();
    const top = page.url();
    await page.getByRole('link', { name: 'Kultur og innbygger' }).click();
    await page.getByRole('heading', { name: /^Kultur og innbygger · \d+ personer/, level: 1 }).waitFor();
    const down = page.url();
    expect(down).not.toBe(top);
    await page.reload();
    expect(await text(page.locator('h1'))).toMatch(/^Kultur og innbygger/);
    await page.getByRole('navigation', { name: 'Du er her' }).getByRole('link', { name: 'Solvik kommune' }).click();
    await page.waitForURL(top);
    await page.goBack();
    await page.waitForURL(down);
    await page.getByRole('heading', { name: /^Kultur og innbygger/, level: 1 }).waitFor();
    await context.close();
  });

  test.each([
    ['a desk', desk],
    ['a phone', phone],
  ])('reads the reason in the cell, at %s', async (_where, viewport) => {
    const { page, context } = await leader('Anne Berg Tveit', viewport);
    await openTeam(page, url);
    const name = (await namesIn(page))[0]!;
    const cell = row(page, name).getByRole('button').filter({ visible: true }).first();
    const competence = await cell.locator('.team-cell-name').textContent();
    await cell.click();
    const why = page.getByRole('group', { name: `${name}: ${competence}` });
    const said = await text(why);
    expect(said).toMatch(/Alle i Granfoss kommune skal ha dette|Kravet gjelder alle med rollen/);
    expect(said).toMatch(/Fullført|Ikke fullført|Fristen|Går ut|Gikk ut/);
    expect(said).toContain('Hva nå?');
    await page.reload();
    expect(await text(why)).toBe(said);
    await why.getByRole('link', { name: `Se alt om ${name}` }).click();
    await page.getByRole('heading', { name, level: 1 }).waitFor();
    expect(await text(page.locator('main'))).toContain(`er logget, og ${name} kan se det`);
    await context.close();
  });

  test('moves in the table by the arrow keys, opens a cell with Enter and closes it with Escape', async () => {
    const { page, context } = await leader();
    await openTeam(page, url);
    const [first, second] = await namesIn(page);
    await tabTo(page, row(page, first!).getByRole('link', { name: first! }));
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
    const cell = cellOf(page, second!, 0).getByRole('button');
    const hasFocus = () => cell.evaluate((element) => element === document.activeElement);
    expect(await hasFocus()).toBe(true);
    await page.keyboard.press('Enter');
    expect(await cell.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Escape');
    expect(await cell.getAttribute('aria-expanded')).toBe('false');
    expect(await hasFocus()).toBe(true);
    await page.keyboard.press('Control+Home');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(first);
    await context.close();
  });

  test('finds no page for a neighbouring unit, nor anything of it', async () => {
    const { page, context } = await leader();
    const neighbour = await unitsOf(browser, url, 'Gunnar Løken');
    for (const address of [`${url}/team/${neighbour}`, `${url}/team/${crypto.randomUUID()}`]) {
      const answered = await page.goto(address);
      expect(answered?.status()).toBe(404);
      expect(await text(page.locator('h1'))).toBe('Vi finner ikke siden');
      expect(await page.locator('main').textContent()).not.toContain('Solvik');
    }
    for (const path of ['', '/live', '/export?format=csv'])
      expect((await page.request.get(`${url}/api/teams/${neighbour}${path}`)).status()).toBe(404);
    await context.close();
  });
});

async function unitsOf(browser: Browser, url: string, name: string): Promise<string> {
  const { page, context } = await signedIn(browser, url, name);
  const { teams } = await asked<{ teams: { id: string }[] }>(page, `${url}/api/teams`);
  await context.close();
  return teams[0]!.id;
}
