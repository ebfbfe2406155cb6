import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { fireCourse } from '../../test/builders/fire-course.js';
import { answer, form, playerWorld, says, status, text, until } from '../../test/builders/player-world.js';

const world = playerWorld(fireCourse);

describe('the player', () => {
  test('is small, and carries no schema library', () => {
    const script = readFileSync(join(world.player, 'player.js'));
    expect(gzipSync(script, { level: 9 }).length).toBeLessThan(14_000);
    expect(script.toString()).not.toMatch(/zod|safeParse|sanitize|ZodError/iu);
    const manifest = JSON.parse(readFileSync(join(world.player, 'manifest.json'), 'utf8')) as Record<string, string>;
    expect(manifest['player.js']).toMatch(/^player-[0-9a-f]{8}\.js$/u);
    expect(readFileSync(join(world.player, manifest['player.js'] ?? ''))).toEqual(script);
    expect(readFileSync(join(world.player, manifest['guide.css'] ?? '')).length).toBeGreaterThan(1000);
  });

  test('an answer is marked at once, saved, and there after a reload', async () => {
    const page = await world.learner();
    await answer(page, 'royk', 'a');
    expect(await text(page, '#royk .verdict')).toBe('✗ Ikke riktig ennå.');
    expect(await text(page, '#royk')).toContain('Da går det minutter.');
    expect(await text(page, '#royk')).not.toContain('Riktig svar');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('verdict');
    await says(page, 'Lagret ✓');
    expect(world.server.record.answers).toMatchObject([{ question: 'royk', response: ['a'] }]);
    await page.waitForTimeout(500);
    await answer(page, 'royk', 'b');
    expect(await text(page, '#royk .verdict')).toBe('✓ Riktig.');
    expect(await form(page, 'royk').locator('input:enabled[type=radio]').count()).toBe(0);
    await says(page, 'Lagret ✓');
    await page.reload();
    expect(await text(page, '#royk .verdict')).toBe('✓ Riktig.');
    expect(world.server.record.answers).toHaveLength(2);
  });

  test('a double click is one answer, and the same wrong answer costs no try', async () => {
    const page = await world.learner();
    await form(page, 'royk').locator('input[value="a"]').check();
    await form(page, 'royk')
      .getByRole('button')
      .evaluate((button: HTMLElement) => (button.click(), button.click()));
    expect(await text(page, '#royk .verdict')).toBe('✗ Ikke riktig ennå.');
    await page.waitForTimeout(600);
    await form(page, 'royk').getByRole('button').click();
    expect(await text(page, '#royk .verdict')).toBe('Det svaret har du prøvd. Prøv et annet.');
    await says(page, 'Lagret ✓');
    expect(world.server.record.answers).toHaveLength(1);
  });

  test('no answer yet: asked for, and nothing is sent', async () => {
    const page = await world.learner();
    await form(page, 'royk').getByRole('button').click();
    expect(await text(page, '#royk .verdict')).toBe('Velg et svar først.');
    expect(world.server.record.answers).toEqual([]);
  });

  test('the line is cut: the answer is kept on the device, also through a reload, and sent when the line is back', async () => {
    const page = await world.learner();
    await says(page, 'Lagret ✓');
    world.server.meets = 'cut';
    await answer(page, 'royk', 'b');
    expect(await text(page, '#royk .verdict')).toBe('✓ Riktig.');
    await says(page, 'Ikke sendt ennå. Svaret ligger trygt på denne enheten.');
    await page.reload();
    expect(await text(page, '#royk .verdict')).toBe('✓ Riktig.');
    expect(world.server.record.answers).toEqual([]);
    world.server.meets = 'taken';
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await says(page, 'Lagret ✓');
    expect(world.server.record.answers).toHaveLength(1);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  test('a busy server is tried again by itself', async () => {
    const page = await world.learner();
    await says(page, 'Lagret ✓');
    world.server.meets = 503;
    await answer(page, 'royk', 'b');
    await says(page, 'Ikke sendt ennå. Svaret ligger trygt på denne enheten.');
    world.server.meets = 'taken';
    await says(page, 'Lagret ✓');
  });

  test('logged out: says so, with the way in, and keeps the answer', async () => {
    const page = await world.learner();
    await says(page, 'Lagret ✓');
    world.server.meets = 401;
    await answer(page, 'royk', 'b');
    await until(async () => ((await status(page).textContent()) ?? '').startsWith('Du er logget ut.'));
    expect(await status(page).getByRole('link', { name: 'Logg inn' }).getAttribute('href')).toBe('/mine');
    expect(await page.evaluate(() => localStorage.length)).toBe(1);
  });

  test('what the server refuses is taken back and said', async () => {
    const page = await world.learner();
    await says(page, 'Lagret ✓');
    world.server.refuses = (event) => event.kind === 'answered';
    await answer(page, 'royk', 'b');
    await until(async () => ((await status(page).textContent()) ?? '').includes('ble ikke tatt imot'));
    expect(await text(page, '#royk .verdict')).toBe('');
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  test('without storage it never says that the answer is safe on the device', async () => {
    const page = await world.learner();
    await says(page, 'Lagret ✓');
    await page.addInitScript(() =>
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new Error('no');
        },
      }),
    );
    await page.reload();
    world.server.meets = 'cut';
    await answer(page, 'royk', 'b');
    await says(page, 'Ikke sendt ennå. La siden være åpen til svaret er sendt.');
    world.server.meets = 'taken';
    await says(page, 'Lagret ✓');
  });

  test('two tabs show the same', async () => {
    const page = await world.learner();
    const other = await page.context().newPage();
    await other.goto(world.server.url('alarmen'));
    await answer(page, 'royk', 'b');
    await until(async () => (await text(other, '#royk .verdict')) === '✓ Riktig.');
  });

  test('what another device did is shown with the next answer', async () => {
    const page = await world.learner('slokke');
    await says(page, 'Lagret ✓');
    world.server.record = {
      ...world.server.record,
      answers: [{ id: '9', at: '2026-01-01T00:00:00.000Z', question: 'nummer', response: ['110'] }],
    };
    await form(page, 'vikar').locator('input[value="a"]').check();
    await answer(page, 'vikar', 'c');
    await until(async () => (await text(page, '#nummer .verdict')) === '✓ Riktig.');
    expect(await form(page, 'nummer').locator('input[type=text]').inputValue()).toBe('110');
  });

  test('a half-written answer is left alone when something else is saved', async () => {
    const page = await world.learner('slokke');
    await form(page, 'nummer').locator('input[type=text]').fill('11');
    await answer(page, 'vikar', 'a', 'c');
    await says(page, 'Lagret ✓');
    expect(await form(page, 'nummer').locator('input[type=text]').inputValue()).toBe('11');
    expect(await text(page, '#vikar')).toContain('Vis veien ut, og vis hvordan man varsler.');
  });
});
