import type { Course } from '@kursdugnad/core/course/course.js';
import type { Statement } from '@kursdugnad/core/xapi/statement.js';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { desk, kept, openNewRun, signedIn } from '../journeys/stage.js';
import { outcomeOf, told } from './told.js';
import { strict, type World } from './world.js';

/** Kursdugnad's own pages, for somebody of the demo region. `statementsOf` reads its LRS. */
export function ownWorld(
  browser: Browser,
  url: string,
  person: string,
  course: Course,
  statementsOf: (registration: string) => Promise<Statement[]>,
): World {
  let registration: string | null = null;
  let place: { context: BrowserContext; page: Page } | null = null;
  return {
    open: async () => {
      place = await signedIn(browser, url, person, { viewport: desk });
      const { page } = place;
      strict(page);
      if (registration === null) registration = await openNewRun(page, url, course.slug);
      else await page.goto(`${url}/guide/${registration}`);
      await page.locator('section:not([hidden])').first().waitFor();
      return page;
    },
    leave: async () => {
      await place?.context.close();
      place = null;
    },
    told: async () => {
      const { context, page } = await signedIn(browser, url, person);
      const { record } = await kept(page, url, registration ?? '');
      await context.close();
      const statements = await statementsOf(registration ?? '');
      const iri = statements.find(({ verb }) => verb.id.endsWith('/launched'))?.object as { id: string };
      const { completed, success, scaled } = outcomeOf(statements, iri.id);
      return told(course, registration ?? '', record, { completed, success, scaled });
    },
    close: async () => place?.context.close(),
  };
}
