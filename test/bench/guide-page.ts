import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { playerAssets } from '@kursdugnad/content-tools/player-assets/player-assets.js';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../browser.js';
import { Asking } from './asking.js';
import { tableOf } from './answering.js';
import { type Figure, spread } from './figures.js';
import { visits } from './first-page.js';
import { beginner } from './learners.js';
import { pageFigures } from './page-figures.js';
import { slowestInteraction, visit, type Visit } from './slow-page.js';
import type { Say, World, Worlds } from './world.js';

/**
 * page, a guide. An employee opens Informasjonssikkerhet for the first time and answers its first question, cold cache,
 * in Chromium: 360 px, slow 4G (150 ms a request, 1.6 Mbit/s down, 750 kbit/s up), CPU throttled 4 times, SQLite. INP is
 * the slowest interaction (choosing and pressing Svar) by the Event Timing API. Floor: the accessibility statement.
 */
export async function guidePage(worlds: Worlds, say: Say): Promise<Figure[]> {
  const world = await worlds.on('sqlite');
  const server = await world.serve();
  const browser = await launchBrowser();
  const [ours, floor, inp]: [Visit[], Visit[], number[]] = [[], [], []];
  for (const { address, cookie } of await guides(world, server.url)) {
    const seen = await visit(browser, address, cookie);
    inp.push(await answer(seen.page));
    ours.push(seen);
    floor.push(await visit(browser, `${server.url}/tilgjengelighet`, cookie));
    await closeAll(browser);
  }
  await browser.close();
  await server.stop();
  say(`page: the largest in the guide is <${ours[1]?.largest}>`);
  const shared = { bench: 'page', database: 'sqlite' } as const;
  const { script, style } = playerAssets();
  return [
    ...pageFigures('A guide', ours.slice(1), floor.slice(1), 1500),
    { ...shared, what: 'A guide: slowest interaction (INP)', unit: 'ms', ...spread(inp.slice(1)), aim: 200 },
    { ...shared, what: `${script.name}, gzip -9`, unit: 'KB', ...spread([zipped(script.path)]), aim: 20 },
    { ...shared, what: `${style.name}, gzip -9`, unit: 'KB', ...spread([zipped(style.path)]) },
  ];
}

/** A registration of the guide for some of those who have a session. */
async function guides({ sessions, ...world }: World, url: string): Promise<{ address: string; cookie: string }[]> {
  const asking = new Asking(url, 4);
  const { requirements } = await tableOf(asking, { sessions, ...world });
  const requirement = requirements.find(({ competence }) => competence === 'Informasjonssikkerhet');
  if (!requirement) throw new Error('Nobody has to take Informasjonssikkerhet');
  const some = sessions.slice(-visits - 1);
  const opened = await Promise.all(some.map(({ person }) => beginner(asking, person, requirement)));
  asking.close();
  return opened.map(({ registration }, index) => ({
    address: `${url}/guide/${registration}`,
    cookie: some[index]?.cookie ?? '',
  }));
}

/** Goes to the first question with choices, chooses, presses Svar. Answers the slowest interaction, in milliseconds. */
async function answer(page: Page): Promise<number> {
  const question = page.locator('section:not([hidden]) [data-question]:has(input[type=radio])').first();
  for (let lesson = 0; lesson < 5 && !(await question.isVisible()); lesson += 1)
    await page.locator('section:not([hidden]) a[rel=next]').click();
  await question.locator('input[type=radio]').first().check();
  await question.getByRole('button').click();
  return slowestInteraction(page);
}

async function closeAll(browser: Browser): Promise<void> {
  for (const context of browser.contexts()) await context.close();
}

function zipped(path: string): number {
  return gzipSync(readFileSync(path), { level: 9 }).length / 1024;
}
