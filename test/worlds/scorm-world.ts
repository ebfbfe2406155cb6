import type { Course } from '@kursdugnad/core/course/course.js';
import { unpackedState } from '@kursdugnad/core/runtime/package-state.js';
import type { Browser, Page } from 'playwright-core';
import { desk, until, type Sheet } from '../journeys/stage.js';
import { smallLms, type ScormVersion } from './small-lms.js';
import { told, type Told } from './told.js';
import { unzipped } from './unzipped.js';
import { strict, type World } from './world.js';

/** SCORM under scorm-again. `zip` is our package of the course. */
export async function scormWorld(
  version: ScormVersion,
  browser: Browser,
  course: Course,
  zip: Buffer,
): Promise<World & { calls: string[][] }> {
  const lms = await smallLms(version, await unzipped(zip), course.passMark);
  const calls: string[][] = [];
  let page: Page | null = null;
  return {
    calls,
    open: async (): Promise<Sheet> => {
      const context = await browser.newContext({ viewport: desk });
      page = strict(await context.newPage());
      await page.goto(`${lms.url}/lms`);
      const frame = await (await page.waitForSelector('#course')).contentFrame();
      if (!frame) throw new Error('The platform has no frame');
      await frame.waitForURL(/#/u);
      return frame;
    },
    leave: async () => {
      if (!page) return;
      // The platform's own way out takes the frame away.
      await page.evaluate(() => document.getElementById('course')?.remove());
      const said = await page.evaluate(() => (window as unknown as { said: string[][] }).said);
      calls.push(...said);
      const before = lms.commits;
      await until(() => lms.commits >= before);
      await page.context().close();
      page = null;
    },
    told: async (): Promise<Told> => {
      const cmi = lms.stored?.cmi as Record<string, unknown>;
      const state = unpackedState(course, String(cmi.suspend_data));
      if (!state) throw new Error(`Not a state of ours: ${String(cmi.suspend_data)}`);
      return told(course, state.seed, state.record, version === 'scorm12' ? outcome12(cmi) : outcome2004(cmi));
    },
    close: async () => {
      await page?.context().close();
      await lms.close();
    },
  };
}

function outcome12(cmi: Record<string, unknown>): Pick<Told, 'completed' | 'success' | 'scaled'> {
  const { lesson_status: status, score } = cmi.core as { lesson_status: string; score: { raw: string } };
  const success = status === 'passed' || status === 'failed' ? status : 'unknown';
  const scaled = score.raw === '' ? null : Number(score.raw) / 100;
  return { completed: status === 'passed' || status === 'completed', success, scaled };
}

/** A system that knows the pass mark decides by it (RTE 4.2.20). */
function outcome2004(cmi: Record<string, unknown>): Pick<Told, 'completed' | 'success' | 'scaled'> {
  const written = (cmi.score as { scaled: string }).scaled;
  const scaled = written === '' ? null : Number(written);
  const passing = cmi.scaled_passing_score === '' ? null : Number(cmi.scaled_passing_score);
  const decided = scaled === null || passing === null ? null : scaled >= passing ? 'passed' : 'failed';
  const success = decided ?? (cmi.success_status as Told['success']);
  return { completed: cmi.completion_status === 'completed', success, scaled };
}
