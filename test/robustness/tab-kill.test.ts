import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { mainEdition } from '@kursdugnad/core/course/course-parts.js';
import type { Question } from '@kursdugnad/core/course/course.js';
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { launchBrowser } from '../browser.js';
import { guideFolder, kept, openNewRun, questionsOf, rightResponse, signedIn, oneStage } from '../journeys/stage.js';

/** A hundred in all. */
/** `TEST_KILLS=100` for the figures. */
const kills = Math.ceil(Number(process.env.TEST_KILLS ?? 30) / oneStage.length);
const longest = 300;
jest.setTimeout(600_000);

/** A question where it is asked. */
interface Asked {
  lesson: string;
  question: Question;
}

/** How the line is while an answer is sent: as it is, slow to carry what the server says to it, or broken. */
const lines = ['straight', 'slow back', 'broken'] as const;

describe.each(oneStage)('a tab is killed at any moment, on %s', (database, url) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  test(`${kills} times: nothing shown as saved is lost, nothing answered is lost, nothing counts twice`, async () => {
    const course = await guideFolder('hms-og-avvik');
    const asked = mainEdition(course).lessons.flatMap((lesson) =>
      questionsOf(lesson).map((question): Asked => ({ lesson: lesson.id, question })),
    );
    const { page: home, context } = await signedIn(browser, url, 'Hilde Fosse');
    const dice = seeded(20261121 + url.length);
    const seen = { shownAsSaved: 0, savedUnheard: 0, onDevice: 0 };
    for (let kill = 0; kill < kills;) {
      const registration = await openNewRun(home, url, course.slug);
      const stored = async () => (await kept(home, url, registration)).record.answers.map(({ question }) => question);
      const answered: string[] = [];
      for (const { lesson, question } of asked.slice(0, kills - kill)) {
        const place = `${url}/guide/${registration}/${lesson}`;
        const line = { kind: lines[Math.floor(dice() * lines.length)]!, delay: dice() * longest };
        const wasSaved = await answerAndDie(context, place, question, line, dice() * longest);
        const isThere = (await stored()).includes(question.id);
        expect([kill, { wasSaved, isThere }]).not.toEqual([kill, { wasSaved: true, isThere: false }]);
        answered.push(question.id);
        seen[wasSaved ? 'shownAsSaved' : isThere ? 'savedUnheard' : 'onDevice'] += 1;
        if (!wasSaved) await visitAgain(context, place);
        expect([kill, await stored()]).toEqual([kill, answered]);
        kill += 1;
      }
    }
    process.stdout.write(`tab killed on ${database}: ${JSON.stringify(seen)}\n`);
    // All sides of the moment have been met, else this has shown nothing.
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
    await context.close();
  });
});

/** Answers in a tab of its own and kills its process so many milliseconds later. True if it had said that it is saved. */
async function answerAndDie(
  context: BrowserContext,
  place: string,
  question: Question,
  line: { kind: (typeof lines)[number]; delay: number },
  after: number,
): Promise<boolean> {
  const page = await context.newPage();
  let wasSaved = false;
  await page.exposeFunction('saidSaved', () => (wasSaved = true));
  await page.goto(place);
  if (line.kind !== 'straight') await page.route('**/events', (route) => badly(route, line));
  await page.evaluate(pressIn, { id: question.id, response: rightResponse(question) });
  await wait(after);
  await crash(page);
  return wasSaved;
}

async function badly(route: Route, { kind, delay }: { kind: string; delay: number }): Promise<void> {
  try {
    if (kind === 'broken') return await route.abort();
    const response = await route.fetch();
    await wait(delay);
    await route.fulfill({ response });
  } catch {
    // The tab is gone.
  }
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** In the page: fills in, tells when the answer is said to be saved, and presses the button. */
function pressIn({ id, response }: { id: string; response: string[] }): void {
  const form = document.querySelector<HTMLFormElement>(`form[data-question="${id}"]`)!;
  const written = form.querySelector<HTMLInputElement>('.written input');
  if (written) written.value = response[0] ?? '';
  for (const choice of response) {
    const input = form.querySelector<HTMLInputElement>(`input[value="${choice}"]`);
    if (input && !written) input.checked = true;
  }
  form.querySelector<HTMLButtonElement>('button[type=submit]')!.click();
  const { saidSaved } = window as unknown as { saidSaved: () => void };
  const status = document.getElementById('guide_status')!;
  const look = () => status.dataset.status === 'saved' && saidSaved();
  new MutationObserver(look).observe(status, { attributes: true });
  look();
}

/** The renderer ends as when a phone runs out of memory: no event of the page's own is run. */
async function crash(page: Page): Promise<void> {
  const crashed = new Promise((resolve) => page.once('crash', resolve));
  const devtools = await page.context().newCDPSession(page);
  void devtools.send('Page.crash').catch(() => undefined);
  await crashed;
  await page.close();
}

/** Opens the guide where the answer was given, and waits until nothing is left on the device. */
async function visitAgain(context: BrowserContext, place: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(place);
  await page.waitForFunction(() => !Object.keys(localStorage).some((key) => key.startsWith('kursdugnad:')));
  await page.close();
}

/** Numbers from 0 to 1, the same every time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
