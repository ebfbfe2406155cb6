import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { answered, aRecord, declared, opened } from '../../test/builders/event-builder.js';
import { fireCourse } from '../../test/builders/fire-course.js';
import { playerWorld } from '../../test/builders/player-world.js';

const axe = createRequire(join(process.cwd(), 'package.json')).resolve('axe-core/axe.min.js');
const world = playerWorld(fireCourse);

const begun = aRecord(
  opened('alarmen'),
  opened('slokke'),
  answered('royk', 'a'),
  answered('vikar', 'b'),
  answered('nummer', '112'),
);
const failed = aRecord(
  ...[opened('alarmen'), opened('slokke'), opened('erklaeringen'), declared('erklaering')],
  ...[
    answered('royk', 'a'),
    answered('royk', 'c'),
    answered('vikar', 'b'),
    answered('nummer', '112'),
    answered('nummer', '113'),
  ],
);
const places = ['alarmen', 'slokke', 'erklaeringen', 'resultat'];

async function findings(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axe });
  const result = await page.evaluate((options) => {
    const { axe } = window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
    return axe.run(options);
  }, {} as RunOptions);
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html} ${node.any[0]?.message ?? ''}`),
  );
}

describe('a guide for everyone', () => {
  test.each([
    [360, 'light'],
    [360, 'dark'],
    [1280, 'light'],
    [1280, 'dark'],
  ] as const)('axe has nothing to say at %i px, %s', async (width, colorScheme) => {
    // axe is put in from outside, which the page's own policy rightly forbids.
    const context = await world.browser.newContext({ viewport: { width, height: 800 }, colorScheme, bypassCSP: true });
    const page = await context.newPage();
    for (const [record, seen] of [
      [begun, places.slice(0, 2)],
      [failed, places.slice(1)],
    ] as const) {
      world.server.record = record;
      for (const place of seen) {
        await page.goto(world.server.url(place));
        expect(await findings(page)).toEqual([]);
      }
    }
  });

  test.each([320, 256])('nothing scrolls sideways at %i px', async (width) => {
    const context = await world.browser.newContext({ viewport: { width, height: 640 } });
    const page = await context.newPage();
    for (const place of places) {
      world.server.record = failed;
      await page.goto(world.server.url(place));
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });

  test('what can be pressed is at least 44 pixels high', async () => {
    const context = await world.browser.newContext({ viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    world.server.record = begun;
    await page.goto(world.server.url('slokke'));
    const selector = '.top a, .button, label.option, .contents a, .written input, summary';
    const low = await page
      .locator(selector)
      .evaluateAll((elements) =>
        elements
          .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 44)
          .map((element) => element.outerHTML),
      );
    expect(low).toEqual([]);
  });

  test('on paper all lessons are there', async () => {
    const page = await world.browser.newPage();
    await page.emulateMedia({ media: 'print' });
    await page.goto(world.server.url('alarmen'));
    for (const place of places.slice(0, 3)) expect(await page.locator(`#${place}`).isVisible()).toBe(true);
    expect(await page.locator('.pager').first().isVisible()).toBe(false);
  });
});
