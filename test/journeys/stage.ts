import { fileURLToPath } from 'node:url';
import { readCourse } from '@kursdugnad/content-tools/read/read-course.js';
import { blocksOf, mainEdition } from '@kursdugnad/core/course/course-parts.js';
import type { Course, Lesson } from '@kursdugnad/core/course/course.js';
import type { Browser, BrowserContext, Page } from 'playwright-core';

/** The built server with the demo region, once for each database: name → address. */
export const stages = Object.entries(JSON.parse(process.env.TEST_SERVED ?? '{}') as Record<string, string>);

export const phone = { width: 360, height: 740 };
export const desk = { width: 1280, height: 800 };

/** A browser of its own (another device, another person), signed in as somebody of the demo region. */
export async function signedIn(
  browser: Browser,
  url: string,
  name: string,
  options: { viewport?: typeof phone; javaScriptEnabled?: boolean } = {},
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: phone, locale: 'nb-NO', timezoneId: 'Europe/Oslo', ...options });
  const page = await context.newPage();
  await page.goto(`${url}/logg-inn`);
  await page.getByRole('button', { name: `Logg inn som ${name}` }).click();
  await page.waitForURL('**/mine-guider');
  return { context, page };
}

const courses = fileURLToPath(new URL('../../courses/', import.meta.url));

/** A guide as its author wrote it: the journeys know the right answers from here, never from the page. */
export async function guideFolder(slug: string): Promise<Course> {
  const { course, problems } = await readCourse(`${courses}${slug}`);
  if (!course) throw new Error(`courses/${slug}: ${JSON.stringify(problems)}`);
  return course;
}

/** Starts or goes on with a guide from Mine guider. */
export async function openGuide(page: Page, url: string, title: string): Promise<void> {
  await page.goto(`${url}/mine-guider`);
  const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title }) });
  if (!(await card.first().isVisible())) await page.locator('details > summary').last().click();
  await card.first().getByRole('button').first().click();
  await page.waitForURL('**/guide/**');
}

/** Answers everything in the lesson that is shown, rightly, and waits until it says it is saved. */
export async function answerLesson(page: Page, lesson: Lesson): Promise<void> {
  for (const block of lesson.blocks) {
    if (block.kind === 'declaration') {
      const form = page.locator(`[data-declaration="${block.declaration.id}"]`);
      await form.getByRole('checkbox').check();
      await form.getByRole('button').click();
    }
    if (block.kind !== 'question') continue;
    const form = page.locator(`[data-question="${block.question.id}"]`);
    if (await form.locator('fieldset').isDisabled()) continue;
    if (block.question.kind === 'fill-in') await form.getByRole('textbox').fill(block.question.accepted[0] ?? '');
    else
      for (const choice of block.question.choices.filter(({ correct }) => correct))
        await form.locator(`input[value="${choice.id}"]`).check();
    await form.getByRole('button').click();
  }
}

/** From the lesson that is shown to the result. */
export async function takeToTheEnd(page: Page, course: Course): Promise<void> {
  const { lessons } = mainEdition(course);
  for (const lesson of lessons) {
    if (!(await page.locator(`section[data-section="${lesson.id}"]`).isVisible())) continue;
    await answerLesson(page, lesson);
    await page.locator('section:not([hidden]) a[rel=next]').click();
  }
}

export async function saved(page: Page): Promise<void> {
  await page.locator('#guide_status[data-status="saved"]').waitFor({ state: 'attached' });
}

export function questionsIn(course: Course): string[] {
  return blocksOf(mainEdition(course)).flatMap((block) => (block.kind === 'question' ? [block.question.id] : []));
}
