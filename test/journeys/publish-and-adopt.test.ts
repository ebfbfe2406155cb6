import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../browser.js';
import { desk, formOf, isClosed, kept, openGuide, saved, section, signedIn, oneStage, text } from './stage.js';

const kursBin = fileURLToPath(new URL('../../content-tools/bin/kurs.mjs', import.meta.url));

describe.each(oneStage)('a guide goes from its author to a neighbour, on %s', (_database, url) => {
  const slug = `glatt-gulv-${randomBytes(3).toString('hex')}`;
  const title = `Glatt gulv ${slug.slice(-6)}`;
  let folder: string;
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
    folder = mkdtempSync(join(tmpdir(), 'kurs-'));
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  const kurs = (...words: string[]) => run(folder, words);
  const publish = (...more: string[]) => kurs('publish', slug, '--to', url, '--token', 'demo-author', ...more);
  const file = () => join(folder, slug, 'guide.md');
  const change = (from: string, to: string) => {
    const before = readFileSync(file(), 'utf8');
    expect(before).toContain(from);
    writeFileSync(file(), before.replace(from, to));
  };

  test('with a mistake it is refused with file and line, and nothing is stored', async () => {
    expect((await kurs('new', slug)).exit).toBe(0);
    change('- [x]', '- [ ]');
    const checked = await kurs('check', slug);
    const refused = await publish();
    for (const { exit, said } of [checked, refused]) {
      expect(exit).toBe(1);
      expect(said).toMatch(new RegExp(`${slug}/guide\\.md:\\d+:\\d+`));
    }
    expect(refused.said).toContain('Ingenting er publisert.');
    const author = await signedIn(browser, url, 'Kjersti Solheim');
    await author.page.goto(`${url}/mine-kurs`);
    expect(await text(author.page.locator('main'))).not.toContain(title);
    await author.context.close();
  });

  test('put right and published, its author sees it in Mine kurs', async () => {
    change('- [ ] Tørker opp', '- [x] Tørker opp');
    expect(await kurs('check', slug)).toMatchObject({ exit: 0 });
    expect(await publish()).toMatchObject({ exit: 0, said: expect.stringContaining(`«${title}» som versjon 1`) });
    expect((await publish()).said).toContain('Ingen ny versjon ble laget');
    const author = await signedIn(browser, url, 'Kjersti Solheim');
    await author.page.goto(`${url}/mine-kurs`);
    const mine = author.page.getByRole('listitem').filter({ has: author.page.getByRole('link', { name: title }) });
    expect(await text(mine)).toMatch(/Versjon 1, publisert \d+\. \w+/);
    await author.context.close();
  });

  test('a neighbour’s coordinator finds it, looks through it, takes it into use and ties it to a role', async () => {
    const employee = await signedIn(browser, url, 'Ingrid Moen');
    expect(await text(employee.page.locator('main'))).not.toContain(title);

    const { page, context } = await signedIn(browser, url, 'Jonas Haugland', { viewport: desk });
    await page.getByRole('link', { name: 'Katalog' }).click();
    await page.getByRole('searchbox', { name: 'Søk i katalogen' }).fill(title);
    await page.getByRole('button', { name: 'Søk' }).click();
    await page.getByRole('link', { name: title }).click();
    await page.getByRole('heading', { name: title, level: 1 }).waitFor();
    await looksThrough(page);
    await page.getByRole('button', { name: 'Ta i bruk' }).click();
    await page.getByText('Guiden er tatt i bruk.').waitFor();
    await page.getByRole('link', { name: 'Knytt guiden til en rolle' }).click();
    const role = page.getByLabel('Hvem gjelder det?');
    const worker = await role.getByRole('option', { name: /^Helsefagarbeider/ }).getAttribute('value');
    await role.selectOption(worker);
    await page.getByLabel('Frist i dager').fill('14');
    await page.getByRole('button', { name: 'Still kravet' }).click();
    await page.getByText(`Kravet «${title}» er stilt.`).waitFor();

    await employee.page.reload();
    const card = employee.page.locator('.waiting-guide', { hasText: title });
    expect(await text(card)).toMatch(/Frist (om 14 dager|\d+\. \w+), fordi du er helsefagarbeider/);
    await Promise.all([context.close(), employee.context.close()]);
  });

  test('a new version reaches those who begin; who has finished keeps hers, and her answers', async () => {
    const { page, context } = await signedIn(browser, url, 'Ingrid Moen');
    await openGuide(page, url, title);
    await page.locator('section:not([hidden]) a[rel=next]').click();
    await formOf(page, 'vatt-gulv').getByRole('radio').nth(1).check();
    await formOf(page, 'vatt-gulv').getByRole('button').click();
    await saved(page);
    const [registration] = new URL(page.url()).pathname.split('/').slice(2);

    change('Skriv det viktigste først.', 'Dette er nytt i versjon to.');
    expect((await publish('--note', 'Ny innledning')).said).toContain('som versjon 2');

    await page.goto(`${url}/guide/${registration}/vite`);
    expect(await text(section(page, 'vite'))).toContain('Skriv det viktigste først.');
    expect(await isClosed(page, 'vatt-gulv')).toBe(true);
    const mine = await kept(page, url, registration!);
    expect(mine).toMatchObject({ completedOn: expect.any(String), version: { number: 1 } });
    expect(mine.record.answers).toHaveLength(1);
    await context.close();

    const other = await signedIn(browser, url, 'Jonas Haugland');
    await openGuide(other.page, url, title);
    expect(await text(section(other.page, 'vite'))).toContain('Dette er nytt i versjon to.');
    await other.context.close();
  });
});

/** Answers in the guide as it is shown, and nothing of it reaches the server. */
async function looksThrough(page: Page): Promise<void> {
  const course = page.url();
  const sent: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
  await page.getByRole('link', { name: 'Se gjennom guiden' }).click();
  await page.getByText('Forhåndsvisning. Ingenting blir lagret.').waitFor();
  await page.locator('section:not([hidden]) a[rel=next]').click();
  await formOf(page, 'vatt-gulv').getByRole('radio').nth(1).check();
  await formOf(page, 'vatt-gulv').getByRole('button').click();
  expect(await text(formOf(page, 'vatt-gulv').locator('.verdict'))).toContain('Riktig.');
  await page.reload();
  expect(await isClosed(page, 'vatt-gulv')).toBe(false);
  expect(sent).toEqual([]);
  await page.goto(course);
}

/** `npx kurs …` in a folder: how it ended and all it said. */
function run(cwd: string, words: string[]): Promise<{ exit: number | null; said: string }> {
  const { JEST_WORKER_ID: _, NODE_OPTIONS: __, ...env } = process.env;
  const child = spawn(process.execPath, [kursBin, ...words], { cwd, env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
  return new Promise((resolve) => child.once('close', (exit) => resolve({ exit, said })));
}
