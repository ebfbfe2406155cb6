import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Course } from '@kursdugnad/core/course/course.js';
import { lmsReport } from '@kursdugnad/core/runtime/lms-report.js';
import type { LearnerRecord } from '@kursdugnad/core/runtime/learner-record.js';
import type { PackageState } from '@kursdugnad/core/runtime/package-state.js';
import { drawnFor } from '@kursdugnad/core/runtime/drawing.js';
import type { Browser, Page } from 'playwright-core';
import { desk } from '../journeys/stage.js';
import { told } from './told.js';
import { unzipped } from './unzipped.js';
import { strict, type World } from './world.js';

/** A folder on the disk and nothing else. The browser's own memory is all there is, so it is the same browser each time. */
export async function offlineWorld(browser: Browser, course: Course, zip: Buffer): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'guide-'));
  for (const [path, content] of await unzipped(zip)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  const context = await browser.newContext({ viewport: desk, offline: true });
  let page: Page | null = null;
  let state: PackageState | null = null;
  return {
    open: async () => {
      page = strict(await context.newPage());
      await page.goto(`file://${folder}/index.html`);
      await page.waitForURL(/#/u);
      return page;
    },
    leave: async () => {
      const [kept] = (await page?.evaluate(() => Object.entries(localStorage))) ?? [];
      if (kept) state = JSON.parse(kept[1]) as PackageState;
      await page?.close();
    },
    told: async () => {
      if (!state) throw new Error('Nothing is kept');
      const drawn = drawnFor(course, state.seed);
      const { completed, success } = lmsReport(drawn, state.record);
      return told(course, state.seed, state.record, { completed, success, scaled: lastScore(drawn, state.record) });
    },
    close: async () => {
      await context.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Nobody is told, so the last score is read out of the record: of this attempt, or of the one before. */
function lastScore(course: Course, record: LearnerRecord): number | null {
  const { scaled } = lmsReport(course, record);
  const last = record.restarts.at(-1);
  if (scaled !== null || !last) return scaled;
  const answers = record.answers.filter(({ at }) => at < last.at);
  return lastScore(course, { ...record, answers, restarts: record.restarts.slice(0, -1) });
}
