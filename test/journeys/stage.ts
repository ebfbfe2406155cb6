import { fileURLToPath } from 'node:url';
import { readCourse } from '@kursdugnad/content-tools/read/read-course.js';
import type { Answered } from '@kursdugnad/core/contract/conversation.js';
import type { guide, myGuides } from '@kursdugnad/core/contract/learn.js';
import { blocksOf, mainEdition } from '@kursdugnad/core/course/course-parts.js';
import type { Course, Lesson, Question } from '@kursdugnad/core/course/course.js';
import { rightResponse, wrongResponse } from '@kursdugnad/core/runtime/model-responses.js';
import { giveAnswer } from '../builders/give-answer.js';
import type { Browser, BrowserContext, BrowserContextOptions, Frame, Locator, Page } from 'playwright-core';

/** Where a guide is shown: a page of its own, or a frame inside another system. */
export type Sheet = Page | Frame;

/** The built server with the demo region, once for each database: name → address. */
export const stages = Object.entries(JSON.parse(process.env.TEST_SERVED ?? '{}') as Record<string, string>);
/** For journeys whose use cases are tried on both databases without a browser. `TEST_STAGES=all`: on both here too. */
export const oneStage = process.env.TEST_STAGES === 'all' ? stages : stages.slice(0, 1);

export const phone = { width: 360, height: 740 };
export const desk = { width: 1280, height: 800 };

/** A browser of its own (another device, another person), signed in as somebody of the demo region. */
export async function signedIn(
  browser: Browser,
  url: string,
  name: string,
  options: BrowserContextOptions = {},
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: phone, locale: 'nb-NO', timezoneId: 'Europe/Oslo', ...options });
  const page = await context.newPage();
  await page.goto(`${url}/logg-inn`);
  await page.getByRole('button', { name: `Logg inn som ${name}` }).click();
  await page.waitForURL((address) => address.pathname !== '/logg-inn');
  return { context, page };
}

const courses = fileURLToPath(new URL('../../courses/', import.meta.url));

/** A guide as its author wrote it: the journeys know the right answers from here, never from the page. */
export async function guideFolder(slug: string): Promise<Course> {
  const { course, problems } = await readCourse(`${courses}${slug}`);
  if (!course) throw new Error(`courses/${slug}: ${JSON.stringify(problems)}`);
  return course;
}

/** Starts or goes on with a guide from Mine guider, as one does by hand. */
export async function openGuide(page: Page, url: string, title: string): Promise<void> {
  await page.goto(`${url}/mine-guider`);
  const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
  if (!(await card.isVisible())) await page.locator('#alt > summary').click();
  await card.getByRole('link').or(card.getByRole('button')).click();
  await page.waitForURL('**/guide/*/*');
}

/** A run of a guide that nothing is done in yet, opened at its first lesson. A run under way is finished first. */
export async function openNewRun(page: Page, url: string, slug: string): Promise<string> {
  const mine = await asked<Answered<typeof myGuides>>(page, `${url}/api/me/guides`);
  const found = [...mine.waiting, ...mine.done, ...mine.open].find(({ course }) => course.slug === slug);
  if (!found) throw new Error(`${slug} is not in use here`);
  const start = async () => {
    const answer = await page.request.post(`${url}/api/registrations`, { data: { course: found.course.id } });
    return ((await answer.json()) as { registration: string }).registration;
  };
  let registration = await start();
  const { course, record } = await kept(page, url, registration);
  if (record.answers.length > 0) {
    await page.request.post(`${url}/api/registrations/${registration}/events`, { data: { events: wholeRun(course) } });
    registration = await start();
  }
  await page.goto(`${url}/guide/${registration}`);
  return registration;
}

/** What the server has of a run. */
export function kept(page: Page, url: string, registration: string): Promise<Answered<typeof guide>> {
  return asked<Answered<typeof guide>>(page, `${url}/api/registrations/${registration}`);
}

export async function asked<Answer>(page: Page, address: string): Promise<Answer> {
  const answer = await page.request.get(address);
  if (!answer.ok()) throw new Error(`${address}: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

/** Everything of a guide, done rightly, as one sends it to the server. */
function wholeRun(course: Course): object[] {
  const { lessons } = mainEdition(course);
  const occurrence = () => ({ id: crypto.randomUUID(), at: new Date().toISOString() });
  return [
    ...lessons.map(({ id }) => ({ kind: 'opened', ...occurrence(), lesson: id })),
    ...blocksOf(mainEdition(course)).flatMap((block): object[] => {
      if (block.kind === 'declaration')
        return [{ kind: 'declared', ...occurrence(), declaration: block.declaration.id }];
      if (block.kind !== 'question') return [];
      const { question } = block;
      return [{ kind: 'answered', ...occurrence(), question: question.id, response: rightResponse(question) }];
    }),
  ];
}

export { rightResponse, wrongResponse };

export const formOf = (page: Sheet, question: string): Locator => page.locator(`form[data-question="${question}"]`);
export const isClosed = async (page: Sheet, question: string): Promise<boolean> =>
  (await formOf(page, question).locator('fieldset:disabled').count()) > 0;
export const section = (page: Sheet, lesson: string): Locator => page.locator(`section[data-section="${lesson}"]`);

/** Fills in a question's form and presses its button. */
export async function answer(page: Sheet, question: Question, response = rightResponse(question)): Promise<void> {
  const form = formOf(page, question.id);
  await giveAnswer(form, question, response);
}

/** Answers everything in the lesson that is shown, rightly. */
export async function answerLesson(page: Sheet, lesson: Lesson): Promise<void> {
  for (const block of lesson.blocks) {
    if (block.kind === 'declaration') await declare(page, block.declaration.id);
    if (block.kind !== 'question' || (await isClosed(page, block.question.id))) continue;
    await answer(page, block.question);
    // Without script the answer is a new page: the next one is given there, not on the old.
    await formOf(page, block.question.id).locator('fieldset:disabled').waitFor({ state: 'attached' });
  }
}

export async function declare(page: Sheet, declaration: string): Promise<void> {
  const form = page.locator(`form[data-declaration="${declaration}"]`);
  await form.getByRole('checkbox').check();
  await form.getByRole('button').click();
  await form.locator('fieldset:disabled').waitFor({ state: 'attached' });
}

/** To the next lesson, or after the last one to the result. */
export async function next(page: Sheet): Promise<void> {
  const link = page.locator('section:not([hidden]) a[rel=next]');
  const place = (await link.getAttribute('data-place')) ?? '';
  await link.click();
  await section(page, place).and(page.locator(':not([hidden])')).waitFor();
}

/** From the lesson that is shown to the result. */
export function takeToTheEnd(page: Page, course: Course): Promise<void> {
  return takeThrough(page, mainEdition(course).lessons);
}

/** From the lesson that is shown through the last of these. */
export async function takeThrough(page: Page, lessons: Lesson[]): Promise<void> {
  for (const lesson of lessons) {
    if (!(await section(page, lesson.id).isVisible())) continue;
    await answerLesson(page, lesson);
    await next(page);
  }
}

/** Waits until the page says that all is saved. */
export async function saved(page: Sheet): Promise<void> {
  await page.locator('#guide_status[data-status="saved"]').waitFor({ state: 'attached' });
}

export function questionsOf(lesson: Lesson | undefined): Question[] {
  return (lesson?.blocks ?? []).flatMap((block) => (block.kind === 'question' ? [block.question] : []));
}

/** Waits until it is so, ten seconds at most. */
export async function until(condition: () => Promise<boolean> | boolean, what = String(condition)): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end; await new Promise((wait) => setTimeout(wait, 25)))
    if (await condition()) return;
  throw new Error(`It did not happen: ${what}`);
}

/** What can be read there, on one line. */
export async function text(place: Locator): Promise<string> {
  return (await place.innerText()).replaceAll(/\s+/gu, ' ').trim();
}

/** Presses Tab until the place has the focus. */
export async function tabTo(page: Page, place: Locator, most = 80): Promise<void> {
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press('Tab');
    if (await place.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${most} presses of Tab do not lead to ${String(place)}`);
}
