import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../../test/browser.js';
import { fireCourse } from '../../test/builders/fire-course.js';
import { guideServer, type GuideServer } from '../../test/builders/guide-server.js';

const player = mkdtempSync(join(tmpdir(), 'player-'));
let browser: Browser;
let server: GuideServer;

beforeAll(async () => {
  execFileSync('node', ['content-tools/bin/build-player.mjs', player]);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  rmSync(player, { recursive: true });
});
beforeEach(async () => {
  server = await guideServer(fireCourse, player);
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await server.close();
});

/** A learner's page. Anything the browser complains about fails the test. */
async function learner(place = 'alarmen', options: BrowserContextOptions = {}): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 360, height: 740 }, ...options })).newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  page.on('console', (message) => {
    if (/Content.Security.Policy/u.test(message.text())) throw new Error(message.text());
  });
  await page.goto(server.url(place));
  return page;
}
const form = (page: Page, question: string) => page.locator(`form#${question}`);
const status = (page: Page) => page.locator('#guide_status');
const answer = async (page: Page, question: string, ...choices: string[]) => {
  for (const choice of choices) await form(page, question).locator(`input[value="${choice}"]`).check();
  await form(page, question).getByRole('button').click();
};
const until = async (condition: () => Promise<boolean> | boolean) => {
  for (const end = Date.now() + 5000; Date.now() < end; await new Promise((wait) => setTimeout(wait, 25)))
    if (await condition()) return;
  throw new Error('It did not happen');
};
const says = (page: Page, text: string) => until(async () => (await status(page).textContent()) === text);
const text = async (page: Page, selector: string) =>
  (await page.locator(selector).innerText()).replaceAll(/\s+/gu, ' ');

describe('the player', () => {
  test('is small, and carries no schema library', () => {
    const script = readFileSync(join(player, 'player.js'));
    expect(gzipSync(script, { level: 9 }).length).toBeLessThan(10_500);
    expect(script.toString()).not.toMatch(/zod|safeParse|sanitize|ZodError/iu);
    const manifest = JSON.parse(readFileSync(join(player, 'manifest.json'), 'utf8')) as Record<string, string>;
    expect(manifest['player.js']).toMatch(/^player-[0-9a-f]{8}\.js$/u);
    expect(readFileSync(join(player, manifest['player.js'] ?? ''))).toEqual(script);
    expect(readFileSync(join(player, manifest['guide.css'] ?? '')).length).toBeGreaterThan(1000);
  });

  test('an answer is marked at once, saved, and there after a reload', async () => {
    const page = await learner();
    await answer(page, 'royk', 'a');
    expect(await text(page, '#royk .verdict')).toBe('✗ Ikke riktig ennå.');
    expect(await text(page, '#royk')).toContain('Da går det minutter.');
    expect(await text(page, '#royk')).not.toContain('Riktig svar');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('verdict');
    await says(page, 'Lagret ✓');
    expect(server.record.answers).toMatchObject([{ question: 'royk', response: ['a'] }]);
    await page.waitForTimeout(500);
    await answer(page, 'royk', 'b');
    expect(await text(page, '#royk .verdict')).toBe('✓ Riktig.');
    expect(await form(page, 'royk').locator('input:enabled[type=radio]').count()).toBe(0);
    await says(page, 'Lagret ✓');
    await page.reload();
    expect(await text(page, '#royk .verdict')).toBe('✓ Riktig.');
    expect(server.record.answers).toHaveLength(2);
  });

  test('a double click is one answer, and the same wrong answer costs no try', async () => {
    const page = await learner();
    await form(page, 'royk').locator('input[value="a"]').check();
    await form(page, 'royk')
      .getByRole('button')
      .evaluate((button: HTMLElement) => (button.click(), button.click()));
    expect(await text(page, '#royk .verdict')).toBe('✗ Ikke riktig ennå.');
    await page.waitForTimeout(600);
    await form(page, 'royk').getByRole('button').click();
    expect(await text(page, '#royk .verdict')).toBe('Det svaret har du prøvd. Prøv et annet.');
    await says(page, 'Lagret ✓');
    expect(server.record.answers).toHaveLength(1);
  });

  test('no answer yet: asked for, and nothing is sent', async () => {
    const page = await learner();
    await form(page, 'royk').getByRole('button').click();
    expect(await text(page, '#royk .verdict')).toBe('Velg et svar først.');
    expect(server.record.answers).toEqual([]);
  });

  test('the line is cut: the answer is kept on the device, also through a reload, and sent when the line is back', async () => {
    const page = await learner();
    await says(page, 'Lagret ✓');
    server.meets = 'cut';
    await answer(page, 'royk', 'b');
    expect(await text(page, '#royk .verdict')).toBe('✓ Riktig.');
    await says(page, 'Ikke sendt ennå. Svaret ligger trygt på denne enheten.');
    await page.reload();
    expect(await text(page, '#royk .verdict')).toBe('✓ Riktig.');
    expect(server.record.answers).toEqual([]);
    server.meets = 'taken';
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await says(page, 'Lagret ✓');
    expect(server.record.answers).toHaveLength(1);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  test('a busy server is tried again by itself', async () => {
    const page = await learner();
    await says(page, 'Lagret ✓');
    server.meets = 503;
    await answer(page, 'royk', 'b');
    await says(page, 'Ikke sendt ennå. Svaret ligger trygt på denne enheten.');
    server.meets = 'taken';
    await says(page, 'Lagret ✓');
  });

  test('logged out: says so, with the way in, and keeps the answer', async () => {
    const page = await learner();
    await says(page, 'Lagret ✓');
    server.meets = 401;
    await answer(page, 'royk', 'b');
    await until(async () => ((await status(page).textContent()) ?? '').startsWith('Du er logget ut.'));
    expect(await status(page).getByRole('link', { name: 'Logg inn' }).getAttribute('href')).toBe('/mine');
    expect(await page.evaluate(() => localStorage.length)).toBe(1);
  });

  test('what the server refuses is taken back and said', async () => {
    const page = await learner();
    await says(page, 'Lagret ✓');
    server.refuses = (event) => event.kind === 'answered';
    await answer(page, 'royk', 'b');
    await until(async () => ((await status(page).textContent()) ?? '').includes('ble ikke tatt imot'));
    expect(await text(page, '#royk .verdict')).toBe('');
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  test('without storage it never says that the answer is safe on the device', async () => {
    const page = await learner();
    await says(page, 'Lagret ✓');
    await page.addInitScript(() =>
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new Error('no');
        },
      }),
    );
    await page.reload();
    server.meets = 'cut';
    await answer(page, 'royk', 'b');
    await says(page, 'Ikke sendt ennå. La siden være åpen til svaret er sendt.');
    server.meets = 'taken';
    await says(page, 'Lagret ✓');
  });

  test('two tabs show the same', async () => {
    const page = await learner();
    const other = await page.context().newPage();
    await other.goto(server.url('alarmen'));
    await answer(page, 'royk', 'b');
    await until(async () => (await text(other, '#royk .verdict')) === '✓ Riktig.');
  });

  test('what another device did is shown with the next answer', async () => {
    const page = await learner('slokke');
    await says(page, 'Lagret ✓');
    server.record = {
      ...server.record,
      answers: [{ id: '9', at: '2026-01-01T00:00:00.000Z', question: 'nummer', response: ['110'] }],
    };
    await form(page, 'vikar').locator('input[value="a"]').check();
    await answer(page, 'vikar', 'c');
    await until(async () => (await text(page, '#nummer .verdict')) === '✓ Riktig.');
    expect(await form(page, 'nummer').locator('input[type=text]').inputValue()).toBe('110');
  });

  test('a half-written answer is left alone when something else is saved', async () => {
    const page = await learner('slokke');
    await form(page, 'nummer').locator('input[type=text]').fill('11');
    await answer(page, 'vikar', 'a', 'c');
    await says(page, 'Lagret ✓');
    expect(await form(page, 'nummer').locator('input[type=text]').inputValue()).toBe('11');
    expect(await text(page, '#vikar')).toContain('Vis veien ut, og vis hvordan man varsler.');
  });
});

describe('turning pages', () => {
  test('lessons, address, title, focus and back button', async () => {
    const page = await learner();
    await page.getByRole('link', { name: /^Neste/u }).click();
    expect(page.url()).toBe(server.url('slokke'));
    expect(await page.title()).toBe('Slokke eller la være – Brannvern på jobben');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Slokke eller la være');
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    expect(await page.locator('h1:visible').count()).toBe(1);
    expect(await text(page, '#guide_position')).toBe('Leksjon 2 av 3');
    await until(() => 'slokke' in server.record.opened);
    await page.goBack();
    expect(page.url()).toBe(server.url('alarmen'));
    expect(await page.locator('h1:visible').innerText()).toBe('Brannvern på jobben');
    await page.goForward();
    await page.reload();
    expect(await page.locator('h1:visible').innerText()).toBe('Slokke eller la være');
    await until(() => server.record.place?.lesson === 'slokke');
  });

  test('a link in the text, and the other language in the same lesson', async () => {
    const page = await learner();
    await page.getByRole('link', { name: 'hvordan du slokker' }).click();
    expect(page.url()).toBe(server.url('slokke'));
    await page.getByRole('link', { name: 'Nynorsk' }).click();
    expect(page.url()).toBe(server.url('slokke', 'nn'));
    expect(await text(page, '#vikar .hint')).toBe('Vel alle svara som passar.');
  });

  test('from nothing to done: progress, ticks, declaration, a failed run and a second', async () => {
    const page = await learner();
    await answer(page, 'royk', 'b');
    await page.getByRole('link', { name: /^Neste/u }).click();
    await answer(page, 'vikar', 'b');
    await form(page, 'nummer').locator('input[type=text]').fill(' En en  null. ');
    await form(page, 'nummer').getByRole('button').click();
    expect(await text(page, '#nummer .later:visible')).toContain('Ja, 110 går rett');
    await page.getByRole('link', { name: 'Resultat', exact: true }).click();
    expect(await text(page, '#guide_result')).toContain(
      'Du er ferdig når du har lest én leksjon til og bekreftet én erklæring.',
    );
    await page.getByRole('link', { name: 'Les «Erklæringen»' }).click();
    await form(page, 'erklaering').getByRole('checkbox').check();
    await form(page, 'erklaering').getByRole('button').click();
    expect(await text(page, '#erklaering .verdict')).toMatch(/^✓ Bekreftet \d+\. \S+ \d{4}$/u);
    expect(await text(page, '#guide_percent')).toBe('100 % gjort');
    expect(await text(page, '[data-state-of="erklaeringen"]')).toBe('● Ferdig');
    await page.getByRole('link', { name: 'Se resultatet' }).click();
    expect(await text(page, '#guide_result')).toContain('Du fikk 66 %, og du trenger 80 % for å bestå.');
    await page.getByRole('button', { name: 'Ta spørsmålene på nytt' }).click();
    expect(page.url()).toBe(server.url('alarmen'));
    expect(await text(page, '#royk .verdict')).toBe('');
    expect(await form(page, 'royk').locator('input:checked').count()).toBe(0);
    await answer(page, 'royk', 'b');
    await page.getByRole('link', { name: /^Neste/u }).click();
    await answer(page, 'vikar', 'a', 'c');
    await form(page, 'nummer').locator('input[type=text]').fill('110');
    await form(page, 'nummer').getByRole('button').click();
    await page.getByRole('link', { name: 'Se resultatet' }).first().click();
    expect(await text(page, '#guide_result')).toContain('Du fikk 3 av 3 poeng, det er 100 %.');
    await says(page, 'Lagret ✓');
    expect(server.record.restarts).toHaveLength(1);
  });

  test('by keyboard alone', async () => {
    const page = await learner();
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const focused = () => page.evaluate(() => (document.activeElement as HTMLElement).innerText?.trim());
    await press('Tab');
    expect(await focused()).toBe('Hopp til innholdet');
    await press('Enter', 'Tab');
    expect(await focused()).toBe('hvordan du slokker');
    await press('Tab', 'Space', 'ArrowDown', 'Tab', 'Enter');
    expect(await focused()).toBe('✓ Riktig.');
    await press('Tab');
    expect(await focused()).toMatch(/^Neste/u);
    await press('Enter');
    expect(page.url()).toBe(server.url('slokke'));
    await press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('table-scroll');
  });
});

describe('without script', () => {
  test('a learner can read, answer, confirm and finish', async () => {
    const page = await learner('alarmen', { javaScriptEnabled: false });
    await answer(page, 'royk', 'a');
    expect(await text(page, '#royk')).toContain('✗ Ikke riktig ennå.');
    await answer(page, 'royk', 'b');
    expect(await text(page, '#royk')).toContain('✓ Riktig.');
    await page.getByRole('link', { name: /^Neste/u }).click();
    expect(page.url()).toBe(server.url('slokke'));
    await form(page, 'vikar').getByRole('button').click();
    expect(await text(page, '#vikar .verdict')).toBe('Velg et svar først.');
    await answer(page, 'vikar', 'a', 'c');
    expect(server.record.answers.map(({ question }) => question)).toEqual(['royk', 'royk', 'vikar']);
    await page.goto(server.url('erklaeringen'));
    await form(page, 'erklaering').getByRole('checkbox').check();
    await form(page, 'erklaering').getByRole('button').click();
    expect(await text(page, '#erklaering')).toContain('✓ Bekreftet');
  });
});
