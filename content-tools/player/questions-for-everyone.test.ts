import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { drawnFor } from '@kursdugnad/core/runtime/drawing.js';
import { emptyRecord } from '@kursdugnad/core/runtime/recording.js';
import { standing } from '@kursdugnad/core/runtime/standing.js';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { aCourseOfEveryKind, aScenario } from '../../test/builders/course-builder.js';
import { answered, aRecord, opened, requested, signed } from '../../test/builders/event-builder.js';
import { giveAnswer } from '../../test/builders/give-answer.js';
import { form, playerWorld, says, text, until } from '../../test/builders/player-world.js';

const course = drawnFor(aCourseOfEveryKind(), 'r1');
const world = playerWorld(course);
const axe = createRequire(join(process.cwd(), 'package.json')).resolve('axe-core/axe.min.js');
const places = ['sporsmal', 'trekning', 'signere', 'resultat'];
const touched = aRecord(
  ...places.slice(0, 3).map(opened),
  ...[answered('rekke', 'c', 'b', 'a'), answered('rekke', 'a', 'c', 'b'), answered('par', 'a.2', 'b.2', 'c.1')],
  ...[answered('olje', 'true'), answered('olje', 'true'), answered('kjoleskap', '20'), answered('naboen', 'a')],
  ...[requested('brannteppe'), signed('brannteppe', '310000012:kari', false)],
);
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.textContent?.replaceAll(/\s+/gu, ' ').trim());

async function findings(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axe });
  const result = await page.evaluate(() => (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run());
  return result.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

test.each(['light', 'dark'] as const)('axe has nothing to say, %s', async (colorScheme) => {
  const context = await world.browser.newContext({
    viewport: { width: 360, height: 740 },
    colorScheme,
    bypassCSP: true,
  });
  const page = await context.newPage();
  for (const record of [emptyRecord, touched]) {
    world.server.record = record;
    for (const place of places) {
      await page.goto(world.server.url(place));
      expect([place, await findings(page)]).toEqual([place, []]);
    }
  }
});

test('nothing scrolls sideways at 320 px, and what can be pressed is at least 44 pixels high', async () => {
  const context = await world.browser.newContext({ viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  for (const record of [emptyRecord, touched]) {
    world.server.record = record;
    for (const place of places) {
      await page.goto(world.server.url(place));
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      const low = await page
        .locator('.button, label.option, select, .move, .hint-button, summary, .written input')
        .evaluateAll((all) =>
          all
            .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44)
            .map((one) => one.outerHTML),
        );
      expect(low).toEqual([]);
    }
  }
});

test('things are put in order by keyboard alone: each move is said, and the button keeps the focus', async () => {
  const page = await world.learner('sporsmal');
  const rows = form(page, 'rekke').locator('.row');
  const names = () => rows.evaluateAll((all) => all.map((row) => (row as HTMLElement).dataset.name));
  const [first] = await names();
  await form(page, 'rekke')
    .getByRole('button', { name: `Ned ${first}` })
    .focus();
  await page.keyboard.press('Enter');
  expect((await names())[1]).toBe(first);
  expect(await form(page, 'rekke').getByRole('status').first().textContent()).toBe(`${first} er nå nummer 2 av 3.`);
  await page.keyboard.press('Space');
  await page.keyboard.press('Space');
  expect((await names())[2]).toBe(first);
  expect(await focused(page)).toBe(`↓ Ned ${first}`);
  expect(await form(page, 'rekke').locator('.move:focus').getAttribute('aria-disabled')).toBe('true');
  expect(await rows.nth(2).getByRole('combobox', { includeHidden: true }).inputValue()).toMatch(/^3\./u);
  expect(world.server.record.answers).toEqual([]);
});

test('every field has a name that says what it is about', async () => {
  const page = await world.learner('sporsmal');
  await form(page, 'par').getByRole('combobox', { name: 'gryte' }).selectOption({ label: 'brannteppe' });
  expect(await form(page, 'kjoleskap').getByRole('textbox', { name: 'Svaret ditt (°C)' }).count()).toBe(1);
  expect(await page.getByRole('group', { name: /Sant eller usant\? Olje slokkes med vann\./u }).count()).toBe(1);
  expect(await form(page, 'naboen').getByRole('group', { name: 'Hva gjør du?' }).getByRole('radio').count()).toBe(2);
  await form(page, 'par').locator('.answer-row button').click();
  expect(await text(page, '#par .verdict')).toBe('Velg noe ved hvert punkt først.');
});

test('a scenario goes on where one came to, with the consequence to read and the next place in focus', async () => {
  const page = await world.learner('sporsmal');
  await form(page, 'naboen').locator('.ways:not([disabled]) input[value="a"]').check();
  await form(page, 'naboen').locator('.answer-row button').click();
  expect(await focused(page)).toBe('Naboen blir glad');
  await says(page, 'Lagret ✓');
  const other = await world.learner('sporsmal');
  expect(await form(other, 'naboen').locator('.scene:visible').count()).toBe(2);
  await form(other, 'naboen').locator('.answer-row button').click();
  expect(await text(other, '#naboen .verdict')).toBe('Velg hva du gjør først.');
});

test('the end of a scenario says how it went right below, and the beginning unfolds by a button', async () => {
  const page = await world.learner('sporsmal');
  const neighbour = form(page, 'naboen');
  await giveAnswer(neighbour, aScenario(), ['a', 'b']);
  expect(await focused(page)).toBe('ute');
  const seen = () =>
    neighbour
      .locator('.scene:visible, .verdict:visible, .again:visible')
      .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.scene ?? one.className));
  expect(await seen()).toEqual(['ute', 'verdict', 'again']);
  expect(await neighbour.getByRole('button', { name: 'Fortsett' }).isVisible()).toBe(false);
  await neighbour.getByText('Begynn på nytt', { exact: true }).click();
  expect(await seen()).toEqual(['ute', 'verdict', 'again', 'start']);
  await page.waitForTimeout(550);
  await giveAnswer(neighbour, aScenario(), ['b']);
  expect(await seen()).toEqual(['start', 'trygg', 'verdict']);
  expect(await text(page, '#naboen .verdict')).toBe('✓ Dette var den beste slutten.');
});

test('a hint that costs points is opened on request, told to the server, and never by the Enter key', async () => {
  const page = await world.learner('sporsmal');
  const number = form(page, 'kjoleskap');
  await number.getByRole('textbox').fill('90');
  await page.keyboard.press('Enter');
  await until(() => world.server.record.answers.length === 1);
  expect(world.server.record.hints).toBeUndefined();
  await page.waitForTimeout(550);
  await number.getByRole('button', { name: 'Vis hint 1 (koster 1 poeng)' }).click();
  expect(await focused(page)).toBe('Hint 1 Kaldt.');
  await until(() => world.server.record.hints?.length === 1);
  await page.waitForTimeout(550);
  await number.getByRole('textbox').fill('4,2');
  await page.keyboard.press('Enter');
  await until(() => world.server.record.answers.length === 2);
  const { questions } = standing(course, world.server.record);
  expect(questions.kjoleskap).toMatchObject({ response: ['4.2'], right: true, points: 2 });
  expect(await text(page, '#kjoleskap')).toContain('Kaldere enn ti.');
});

test('what is written for oneself stays on the device: nothing of it is ever sent', async () => {
  const page = await world.learner('signere');
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.url() + (request.postData() ?? '')));
  const field = page.getByRole('textbox', { name: 'Tankene dine' });
  await field.fill('Da sjefen spurte');
  await form(page, 'brannteppe').getByRole('button', { name: 'Be om signering' }).click();
  await until(() => world.server.record.requested?.brannteppe !== undefined);
  await page.reload();
  expect(await field.inputValue()).toBe('Da sjefen spurte');
  expect(sent.join()).not.toContain('sjefen');
  expect(JSON.stringify(world.server.record)).not.toContain('sjefen');
  await page.getByRole('button', { name: 'Slett teksten' }).click();
  await page.reload();
  expect(await field.inputValue()).toBe('');
});

test('a practical task is asked for and waits, comes back, and is approved', async () => {
  const page = await world.learner('signere');
  await form(page, 'brannteppe').getByRole('button').click();
  expect(await text(page, '#brannteppe .verdict')).toMatch(
    /^◐ Du ba om signering .* Nå venter oppgaven på lederen din\.$/u,
  );
  expect(await form(page, 'brannteppe').getByRole('button').isVisible()).toBe(false);
  world.server.record = touched;
  await page.reload();
  expect(await text(page, '#brannteppe .verdict')).toMatch(/^▲ Ikke godkjent ennå/u);
  expect(await form(page, 'brannteppe').getByRole('button').isVisible()).toBe(true);
  world.server.record = aRecord(opened('signere'), signed('brannteppe', '310000012:kari', true));
  await page.reload();
  expect(await text(page, '#brannteppe .verdict')).toBe('✓ Godkjent av leder 3. februar 2026');
});

test('on paper every situation of a scenario is there, with the way to the next', async () => {
  const page = await world.learner('sporsmal');
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('#naboen .scene').evaluateAll((all) => all.every((one) => one.checkVisibility()))).toBe(
    true,
  );
  expect(await page.locator('.move').first().isVisible()).toBe(false);
  expect(readFileSync(join(world.player, 'guide.css'), 'utf8')).toContain('attr(data-to)');
});
