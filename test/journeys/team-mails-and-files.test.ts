import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Download, Page } from 'playwright-core';
import { launchBrowser } from '../browser.js';
import { desk, signedIn, oneStage, text } from './stage.js';
import { columnsIn, namesIn, openTeam, row, showFilter } from './team-table.js';
import { sheetRows } from './workbook.js';

describe.each(oneStage)('what leaves a leader’s table, on %s', (_database, url) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  const leader = () => signedIn(browser, url, 'Anne Berg Tveit', { viewport: desk });

  test('one click reminds all who are overdue; the administrator sees the mails; within a day nobody gets another', async () => {
    const administrator = await signedIn(browser, url, 'Samira Hussain');
    const { page, context } = await leader();
    await openTeam(page, url);
    await showFilter(page, { Status: 'Over fristen' });
    await page.locator('.team-narrowed').waitFor();
    const before = await mails(administrator.page, url);
    // Others learn in the same team meanwhile: read just before it counts.
    const late = await namesIn(page);
    const remind = page.getByRole('button', { name: `Send påminnelse til ${late.length}` });
    await remind.click();
    await page.getByText(`Påminnelse sendt til ${late.length}.`).waitFor();
    const after = await mails(administrator.page, url);
    expect(after.length - before.length).toBe(late.length);
    const newest = after.slice(0, late.length).join('\n');
    for (const name of late) expect(newest).toContain(`Hei, ${name}`);
    expect(after[0]).toContain('Ikke sendt: det er ikke satt opp noen e-postserver');

    await remind.click();
    await page.getByText('Ingen påminnelse er sendt.').waitFor();
    const why = `${late.length} ble hoppet over fordi de har fått en påminnelse det siste døgnet`;
    expect(await text(page.locator('.team-counts'))).toContain(why);
    expect(await mails(administrator.page, url)).toHaveLength(after.length);
    await Promise.all([context.close(), administrator.context.close()]);
  });

  test.each(['CSV', 'XLSX'])('the file is exactly the table on screen, filter and order too: %s', async (format) => {
    const { page, context } = await leader();
    await openTeam(page, url);
    // Ordered by name, which is not how the table comes by itself.
    await showFilter(page, { Krav: 'Taushetsplikt', Navn: 'e', 'Vis først': 'Navn fra A til Å' });
    await page.waitForURL((address) => address.searchParams.get('sorter') === 'navn');
    await page.locator('.team-narrowed').waitFor();
    const columns = await columnsIn(page);
    const onScreen = await tableOn(page);
    expect(onScreen.length).toBeGreaterThan(2);
    await page.getByText('Eksporter').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: format }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(
      new RegExp(`^Hjemmetjenesten sør \\d{4}-\\d\\d-\\d\\d\\.${format.toLowerCase()}$`),
    );
    const [head, ...people] = format === 'CSV' ? await csvRows(download) : await sheetRows(await download.path());
    expect(head).toEqual(['Navn', 'Rolle', 'Enhet', ...columns]);
    expect(people.map(([name, role, , ...cells]) => [name, role, ...cells.map(signOf)])).toEqual(onScreen);
    await context.close();
  });
});

/** The mails of the municipality as the administrator reads them, newest first. */
async function mails(page: Page, url: string): Promise<string[]> {
  await page.goto(`${url}/administrasjon/utboks`);
  return page.locator('ul.mails > li').allTextContents();
}

/** Name, role and the sign of each cell, '' where a requirement does not apply. */
async function tableOn(page: Page): Promise<string[][]> {
  const rows: string[][] = [];
  for (const name of await namesIn(page)) {
    const role = await text(row(page, name).locator('td.team-role'));
    const signs = await row(page, name)
      .locator('td.team-cell')
      .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-sign') ?? ''));
    rows.push([name, role, ...signs]);
  }
  return rows;
}

/** The sign of what a cell of the file says. */
function signOf(words: string): string {
  if (words === '') return '';
  if (/^(I orden|Fritatt)/.test(words)) return 'done';
  if (/over fristen/.test(words)) return 'urgent';
  return words.startsWith('Går ut') ? 'soon' : 'open';
}

async function csvRows(download: Download): Promise<string[][]> {
  const file = readFileSync(await download.path(), 'utf8');
  expect(file.startsWith('\uFEFF')).toBe(true);
  const lines = file.slice(1).split('\r\n').slice(0, -1);
  return lines.map((line) => line.split(';'));
}
