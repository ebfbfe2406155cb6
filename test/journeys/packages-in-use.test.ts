import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { packageMaker } from '@kursdugnad/content-tools/package/build-package.js';
import { packageAssets, packagePlayers } from '@kursdugnad/content-tools/player-assets/player-assets.js';
import type { Browser } from 'playwright-core';
import { fireCourse } from '../builders/fire-course.js';
import { launchBrowser } from '../browser.js';
import { offlineWorld } from '../worlds/offline-world.js';
import { smallLms } from '../worlds/small-lms.js';
import { unzipped } from '../worlds/unzipped.js';
import { desk, formOf, saved, section, text, type Sheet } from './stage.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const maker = packageMaker(fireCourse, new Map());
const packed = async (target: 'scorm12' | 'web') => {
  const zip = await maker.make(target);
  if ('tooLarge' in zip) throw new Error(target);
  return zip;
};
const verdict = (sheet: Sheet, question: string) => text(formOf(sheet, question).locator('.verdict'));

test('each player is small, in ASCII, and carries only its own world', () => {
  const signs = {
    scorm12: 'LMSInitialize',
    scorm2004: 'API_1484_11',
    cmi5: 'auth-token',
    offline: 'kursdugnad:guide:',
  };
  for (const kind of packagePlayers) {
    const { script } = packageAssets(kind);
    expect(gzipSync(script, { level: 9 }).length).toBeLessThan(20 * 1024);
    const carried = packagePlayers.filter((other) => script.includes(signs[other]));
    expect(carried).toEqual([kind]);
    expect(script.every((byte) => byte < 0x80)).toBe(true);
    expect(script.toString()).not.toMatch(/ZodError|safeParse/u);
  }
});

test('another language keeps the place and the answers, also the next day', async () => {
  const world = await offlineWorld(browser, fireCourse, await packed('web'));
  const sheet = await world.open();
  await formOf(sheet, 'royk').locator('input[value=a]').check();
  await formOf(sheet, 'royk').locator('.answer-row button').click();
  await sheet.locator('section:not([hidden]) a[rel=next]').click();
  await sheet.getByRole('link', { name: 'Nynorsk' }).click();
  await sheet.locator('html[lang=nn]').waitFor({ state: 'attached' });
  expect(await section(sheet, 'slokke').isVisible()).toBe(true);
  expect(await verdict(sheet, 'royk')).toContain('Ikkje rett enno');
  await sheet.locator('#guide_contents a[data-place="alarmen"]').click();
  await formOf(sheet, 'royk').locator('input[value=b]').check();
  await formOf(sheet, 'royk').locator('.answer-row button').click();
  await saved(sheet);
  await world.leave();

  const next = await world.open();
  expect(await next.locator('html').getAttribute('lang')).toBe('nn');
  expect(await verdict(next, 'royk')).toContain('Rett');
  await next.getByRole('link', { name: 'Bokmål' }).click();
  await next.locator('html[lang=nb]').waitFor({ state: 'attached' });
  expect(await verdict(next, 'royk')).toContain('Riktig');
  await world.close();
});

test('back and forth, and a reload, lead to the same place', async () => {
  const world = await offlineWorld(browser, fireCourse, await packed('web'));
  const sheet = await world.open();
  const page = formOf(sheet, 'royk').page();
  await sheet.getByRole('link', { name: 'hvordan du slokker' }).click();
  expect(await section(sheet, 'slokke').isVisible()).toBe(true);
  await page.goBack();
  expect(await section(sheet, 'alarmen').isVisible()).toBe(true);
  await page.goForward();
  await page.reload();
  expect(await section(sheet, 'slokke').isVisible()).toBe(true);
  await world.close();
});

test('without a platform around it, it says that nothing is saved', async () => {
  const files = await unzipped(await packed('scorm12'));
  const lms = await smallLms('scorm12', files, 0.8);
  const page = await browser.newPage({ viewport: desk });
  await page.goto(`${lms.url}/content/index.html`);
  expect(await text(page.getByRole('alert'))).toContain('får ikke kontakt med læringsplattformen');
  await formOf(page, 'royk').locator('input[value=b]').check();
  await formOf(page, 'royk').locator('.answer-row button').click();
  expect(await verdict(page, 'royk')).toContain('Riktig');
  expect(await text(page.locator('#guide_status'))).toBe('');
  await page.close();
  await lms.close();
});

test('a platform that does not store is tried again, and the learner is told', async () => {
  const lms = await smallLms('scorm12', await unzipped(await packed('scorm12')), 0.8);
  const page = await browser.newPage({ viewport: desk });
  await page.goto(`${lms.url}/lms`);
  const frame = await (await page.waitForSelector('#course')).contentFrame();
  if (!frame) throw new Error('No frame');
  await saved(frame);
  await page.evaluate(() => {
    const system = window as unknown as { API: { LMSCommit(): string; kept?: () => string } };
    system.API.kept = system.API.LMSCommit.bind(system.API);
    system.API.LMSCommit = () => 'false';
  });
  await formOf(frame, 'royk').locator('input[value=b]').check();
  await formOf(frame, 'royk').locator('.answer-row button').click();
  await frame.locator('#guide_status[data-status="waiting"]').waitFor({ state: 'attached' });
  expect(await text(frame.locator('#guide_status'))).toContain('La siden være åpen');
  await page.evaluate(() => {
    const system = window as unknown as { API: { LMSCommit(): string; kept: () => string } };
    system.API.LMSCommit = system.API.kept;
  });
  await saved(frame);
  const { interactions } = lms.stored?.cmi as { interactions: Record<string, { id: string }> };
  expect(Object.values(interactions).map(({ id }) => id)).toEqual(['royk-1-1']);
  await page.close();
  await lms.close();
});

test('without script the whole guide is there to read', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: desk });
  const lms = await smallLms('scorm12', await unzipped(await packed('scorm12')), 0.8);
  const page = await context.newPage();
  await page.goto(`${lms.url}/content/index.html`);
  for (const { id } of fireCourse.editions[0]!.lessons) expect(await section(page, id).isVisible()).toBe(true);
  expect(await page.locator('button:visible', { hasText: 'Svar' }).count()).toBe(0);
  await context.close();
  await lms.close();
});
