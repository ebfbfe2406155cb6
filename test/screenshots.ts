/** `npm run screenshots`: the pictures of docs/pages.md, from the built server with a fresh demo region. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { buildWhatChanged } from '../api/bin/build.mjs';
import { launchBrowser } from './browser.js';
import { desk, guideFolder, answerLesson, openGuide, phone, signedIn } from './journeys/stage.js';
import { serveDemo } from './setup/serve-demo.mjs';

const images = fileURLToPath(new URL('../docs/images/', import.meta.url));

interface Shot {
  name: string;
  as: string;
  open(page: Page, url: string): Promise<void>;
}

const shots: Shot[] = [
  { name: 'mine-guider', as: 'Ingrid Moen', open: async (page, url) => void (await page.goto(`${url}/mine-guider`)) },
  { name: 'guide', as: 'Yusuf Ali', open: openAnsweredLesson },
  { name: 'team', as: 'Anne Berg Tveit', open: async (page, url) => void (await page.goto(`${url}/team`)) },
  { name: 'katalog', as: 'Jonas Haugland', open: async (page, url) => void (await page.goto(`${url}/katalog`)) },
  { name: 'mine-kurs', as: 'Kjersti Solheim', open: openOwnCourse },
  { name: 'skrive', as: 'Kjersti Solheim', open: openOwnDraft },
];

async function openAnsweredLesson(page: Page, url: string): Promise<void> {
  const course = await guideFolder('informasjonssikkerhet');
  await openGuide(page, url, 'Informasjonssikkerhet');
  const lesson = course.editions[0]?.lessons.find(({ blocks }) => blocks.some(({ kind }) => kind === 'question'));
  const question = lesson?.blocks.find(({ kind }) => kind === 'question');
  if (!lesson || !question) throw new Error('The guide has no question');
  while (!(await page.locator(`section[data-section="${lesson.id}"]`).isVisible())) {
    await page.locator('section:not([hidden]) a[rel=next]').click();
  }
  await answerLesson(page, lesson);
  await page.locator(`[data-question="${question.id}"]`).scrollIntoViewIfNeeded();
}

async function openOwnCourse(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/mine-kurs`);
  await page.locator('.own-course a:not([href*=utkast])').first().click();
  await page.waitForURL('**/mine-kurs/*');
}

async function openOwnDraft(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/mine-kurs`);
  // The phone has begun on it when the desk comes.
  const begun = page.locator('a[href*="/utkast/"]').first();
  if ((await begun.count()) > 0) await begun.click();
  else {
    await openOwnCourse(page, url);
    await page.getByRole('button', { name: 'Endre guiden' }).click();
  }
  await page.locator('#text-pane .cm-content').waitFor();
  // The page beside the text comes after it.
  await page.waitForTimeout(1_500);
}

async function take(browser: Browser, url: string, shot: Shot): Promise<void> {
  for (const viewport of [phone, desk]) {
    const { context, page } = await signedIn(browser, url, shot.as, { viewport });
    await shot.open(page, url);
    await page.waitForLoadState('networkidle').catch(() => undefined);
    await page.screenshot({ path: `${images}${shot.name}-${viewport.width}.png` });
    await context.close();
  }
}

/** A phone in front of a desk: README's picture. */
async function overview(browser: Browser): Promise<void> {
  const source = (name: string) => `data:image/png;base64,${readFileSync(`${images}${name}.png`).toString('base64')}`;
  const page = await browser.newPage({ viewport: { width: 1400, height: 760 } });
  await page.setContent(`<body style="margin:0;background:#e9f3f2">
    <img src="${source('team-1280')}" style="position:absolute;left:50px;top:50px;width:1100px;border-radius:12px;box-shadow:0 4px 24px #0b3b4a44">
    <img src="${source('mine-guider-360')}" style="position:absolute;left:1050px;top:110px;width:290px;border-radius:20px;border:6px solid #0b3b4a;box-shadow:0 4px 24px #0b3b4a66"></body>`);
  await page.screenshot({ path: `${images}overview.png` });
  await page.close();
}

await buildWhatChanged();
const served = await serveDemo('sqlite');
const browser = await launchBrowser();
try {
  for (const shot of shots) await take(browser, served.url, shot);
  await overview(browser);
} finally {
  await browser.close();
  await served.remove();
}
