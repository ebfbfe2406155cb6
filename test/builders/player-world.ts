import { jest } from '@jest/globals';
import type { Course } from '@kursdugnad/core/course/course.js';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../browser.js';
import { guideServer, type GuideServer } from './guide-server.js';

/** A guide on a server and a real browser, anew for each test of the file that calls this. */
export interface PlayerWorld {
  /** Where the built player lies. */
  player: string;
  browser: Browser;
  server: GuideServer;
  /** A learner's page. Anything the browser complains about fails the test. */
  learner(place?: string, options?: BrowserContextOptions): Promise<Page>;
}

export function playerWorld(course: Course): PlayerWorld {
  const world = { player: mkdtempSync(join(tmpdir(), 'player-')) } as PlayerWorld;
  world.learner = (place = 'alarmen', options = {}) => learnerPage(world, place, options);
  // A browser on a busy machine.
  jest.setTimeout(120_000);
  beforeAll(async () => {
    execFileSync('node', ['content-tools/bin/build-player.mjs', world.player]);
    world.browser = await launchBrowser();
  });
  afterAll(async () => {
    await world.browser.close();
    rmSync(world.player, { recursive: true });
  });
  beforeEach(async () => {
    world.server = await guideServer(course, world.player);
  });
  afterEach(async () => {
    for (const context of world.browser.contexts()) await context.close();
    await world.server.close();
  });
  return world;
}

async function learnerPage(world: PlayerWorld, place: string, options: BrowserContextOptions): Promise<Page> {
  const context = await world.browser.newContext({ viewport: { width: 360, height: 740 }, ...options });
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  page.on('console', (message) => {
    if (/Content.Security.Policy/u.test(message.text())) throw new Error(message.text());
  });
  await page.goto(world.server.url(place));
  return page;
}

export const form = (page: Page, id: string): Locator => page.locator(`form#${id}`);

/** Takes the choices and presses Svar. */
export async function answer(page: Page, question: string, ...choices: string[]): Promise<void> {
  for (const choice of choices) await form(page, question).locator(`input[value="${choice}"]`).check();
  await form(page, question).getByRole('button').click();
}

/** Writes an answer and presses Svar. */
export async function write(page: Page, question: string, text: string): Promise<void> {
  await form(page, question).locator('input[type=text]').fill(text);
  await form(page, question).getByRole('button').click();
}

/** Waits for it, five seconds at most. */
export async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  for (const end = Date.now() + 5000; Date.now() < end; await new Promise((wait) => setTimeout(wait, 25)))
    if (await condition()) return;
  throw new Error(`It did not happen: ${String(condition)}`);
}

export const status = (page: Page): Locator => page.locator('#guide_status');
export const says = (page: Page, text: string): Promise<void> =>
  until(async () => (await status(page).textContent()) === text);

/** What one can see there, on one line. */
export async function text(page: Page, selector: string): Promise<string> {
  return (await page.locator(selector).innerText()).replaceAll(/\s+/gu, ' ');
}
