import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mainEdition } from '@kursdugnad/core/course/course-parts.js';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../browser.js';
import { publishedGuide } from './published-guide.js';
import { answer, answerLesson, asked, guideFolder, isClosed, openNewRun, questionsOf } from './stage.js';
import { phone, signedIn, stages, until, wrongResponse } from './stage.js';
import { isLive } from './team-table.js';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const rules: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};

type Visit = (page: Page, url: string) => Promise<void>;
interface Place {
  who: string | null;
  /** Goes there. */
  visit: Visit;
}

const at =
  (path: string): Visit =>
  async (page, url) => {
    await page.goto(url + path);
  };

/** Every page there is. */
const places: Record<string, Place> = {
  'the sign-in page': { who: null, visit: at('/logg-inn') },
  'a page that is not there': { who: null, visit: at('/finnes-ikke') },
  'the accessibility statement': { who: null, visit: at('/tilgjengelighet') },
  'Mine guider': { who: 'Ingrid Moen', visit: at('/mine-guider') },
  'a page for others': { who: 'Ingrid Moen', visit: at('/kompetansekrav') },
  'a guide that is not there': { who: 'Ingrid Moen', visit: at(`/guide/${crypto.randomUUID()}`) },
  'a lesson with its questions answered': { who: 'Samira Hussain', visit: answeredLesson },
  'a lesson with film and table': { who: 'Samira Hussain', visit: filmAndTable },
  'a declaration confirmed': { who: 'Samira Hussain', visit: confirmed },
  'a result where something is missing': { who: 'Samira Hussain', visit: openResult },
  'a result when done': { who: 'Samira Hussain', visit: doneResult },
  'the team table': { who: 'Anne Berg Tveit', visit: teamTable('?status=over-fristen') },
  'a unit with units below': { who: 'Gunnar Løken', visit: teamTable('?navn=moen') },
  'a person of the team': { who: 'Anne Berg Tveit', visit: teamPerson },
  'the sign-offs of a team': { who: 'Anne Berg Tveit', visit: signOffs },
  'the requirements': { who: 'Jonas Haugland', visit: at('/kompetansekrav') },
  'a new requirement': { who: 'Jonas Haugland', visit: at('/kompetansekrav/nytt') },
  'a new requirement with mistakes': { who: 'Jonas Haugland', visit: mistakenRequirement },
  'the end of a requirement': { who: 'Jonas Haugland', visit: endOfRequirement },
  'the catalogue': { who: 'Jonas Haugland', visit: at('/katalog?emne=brannvern') },
  'a course': { who: 'Jonas Haugland', visit: firstLink('/katalog', '.found-course a') },
  'local facts with mistakes': { who: 'Jonas Haugland', visit: mistakenFacts },
  'a guide looked through': { who: 'Jonas Haugland', visit: lookedThrough },
  'Mine kurs': { who: 'Kjersti Solheim', visit: at('/mine-kurs') },
  'a new guide': { who: 'Kjersti Solheim', visit: at('/mine-kurs/ny') },
  'a guide that is being written': { who: 'Kjersti Solheim', visit: draft('') },
  'what is wrong with it': { who: 'Kjersti Solheim', visit: draft('?del=feil') },
  'what is said about it': { who: 'Kjersti Solheim', visit: draft('/om?fil=guide.md') },
  'its publication': { who: 'Kjersti Solheim', visit: draft('/publiser') },
  'its earlier states': { who: 'Kjersti Solheim', visit: draft('/tidligere') },
  'its address': { who: 'Kjersti Solheim', visit: draft('/innstillinger') },
  'the form of a question': { who: 'Kjersti Solheim', visit: questionForm },
  'one of my courses': { who: 'Kjersti Solheim', visit: firstLink('/mine-kurs', '.own-course a:not([href*=utkast])') },
  'the outbox': { who: 'Samira Hussain', visit: outbox },
  Administrasjon: { who: 'Samira Hussain', visit: at('/administrasjon') },
  'the statements as they come': { who: 'Samira Hussain', visit: statements('') },
  'statements with the filter open': { who: 'Samira Hussain', visit: at('/administrasjon/utsagn?person=ingrid') },
  'statements where none fit': { who: 'Samira Hussain', visit: statements('?registrering=x&til=2020-01-01T00:00') },
  'one statement': { who: 'Samira Hussain', visit: firstLink('/administrasjon/utsagn', '.statement-row a') },
  'refused requests': { who: 'Samira Hussain', visit: refusedRequests },
  'one refused request': { who: 'Samira Hussain', visit: firstLink('/administrasjon/avvist', '.refused-request a') },
  'a key just made': { who: 'Samira Hussain', visit: madeKey },
  'a new key with mistakes': { who: 'Samira Hussain', visit: mistakenKey },
  'the keys': { who: 'Samira Hussain', visit: at('/administrasjon/nokler') },
  'a key taken away': { who: 'Samira Hussain', visit: firstLink('/administrasjon/nokler', 'a[href$="/ta-bort"]') },
  forwardings: { who: 'Samira Hussain', visit: at('/administrasjon/videresending') },
  'a new forwarding': { who: 'Samira Hussain', visit: at('/administrasjon/videresending/ny') },
  retention: { who: 'Samira Hussain', visit: at('/administrasjon/oppbevaring') },
  'what retention would take away': { who: 'Samira Hussain', visit: triedRetention },
  'whom to erase': { who: 'Samira Hussain', visit: at('/administrasjon/slett-person?sok=moen') },
  'a person to be erased': {
    who: 'Samira Hussain',
    visit: firstLink('/administrasjon/slett-person?sok=moen', '.admin-rows a'),
  },
};

const url = stages[0]?.[1] ?? '';
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe('every page is for everyone', () => {
  const open = new Map<string | null, BrowserContext>();
  /** axe is put in from outside, which the page's own policy rightly forbids. */
  const options = { bypassCSP: true, reducedMotion: 'reduce' } as const;
  const pageOf = async (who: string | null): Promise<Page> => {
    const context =
      open.get(who) ??
      (who === null
        ? await browser.newContext({ viewport: phone, locale: 'nb-NO', ...options })
        : (await signedIn(browser, url, who, options)).context);
    open.set(who, context);
    return context.newPage();
  };

  test.each(Object.entries(places))('%s', async (_name, { who, visit }) => {
    const page = await pageOf(who);
    await visit(page, url);
    expect(await page.locator('h1:visible').count()).toBe(1);
    expect(await page.title()).not.toBe('');
    expect(await page.locator('html').getAttribute('lang')).toBe('nb');
    await page.addScriptTag({ path: axe });
    const found: string[] = [];
    for (const [width, colorScheme] of [
      [360, 'light'],
      [1280, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      found.push(...(await findings(page)).map((finding) => `${width} px, ${colorScheme}: ${finding}`));
    }
    expect(found).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.close();
  });

  test.each([
    ['nb', 'Mine guider'],
    ['nn', 'Guidane mine'],
    ['en', 'My guides'],
  ])('pages say that they are in %s', async (language, title) => {
    const page = await pageOf('Hilde Fosse');
    await page.request.put(`${url}/api/me/language`, { data: { language } });
    await page.goto(`${url}/mine-guider`);
    expect(await page.locator('h1').textContent()).toBe(title);
    for (const path of [
      '/mine-guider',
      '/katalog',
      '/kompetansekrav',
      '/kompetansekrav/nytt',
      '/finnes-ikke',
      '/team',
    ]) {
      await page.goto(url + path);
      expect([path, await page.locator('html').getAttribute('lang')]).toEqual([path, language]);
    }
    // A guide says the language it is in, which is not always the reader's.
    await openNewRun(page, url, 'taushetsplikt');
    expect(await page.locator('html').getAttribute('lang')).toBe(language === 'nn' ? 'nn' : 'nb');
    await page.request.put(`${url}/api/me/language`, { data: { language: 'nb' } });
    await page.close();
  });
});

async function findings(page: Page): Promise<string[]> {
  const result = await page.evaluate((options) => {
    const { axe } = window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
    return axe.run(options);
  }, rules);
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.any[0]?.message ?? node.all[0]?.message ?? ''}`),
  );
}

/** One right, one wrong and open, one wrong and closed. */
async function answeredLesson(page: Page, url: string): Promise<void> {
  const second = mainEdition(await guideFolder('brannvern')).lessons[1];
  const registration = await openNewRun(page, url, 'brannvern');
  await page.goto(`${url}/guide/${registration}/${second!.id}`);
  const [one, two, three] = questionsOf(second);
  await answer(page, one!);
  await answer(page, two!, wrongResponse(two!));
  await answer(page, three!, ['112']);
  await page.waitForFunction((since) => performance.now() > since + 500, await page.evaluate(() => performance.now()));
  await answer(page, three!, ['113']);
  expect(await isClosed(page, three!.id)).toBe(true);
}

async function filmAndTable(page: Page, url: string): Promise<void> {
  const registration = await openNewRun(page, url, 'brannvern');
  await page.goto(`${url}/guide/${registration}/slokke`);
  await page.locator('details > summary').first().click();
}

async function confirmed(page: Page, url: string): Promise<void> {
  const last = mainEdition(await guideFolder('taushetsplikt')).lessons.at(-1)!;
  const registration = await openNewRun(page, url, 'taushetsplikt');
  await page.goto(`${url}/guide/${registration}/${last.id}`);
  await answerLesson(page, last);
}

async function openResult(page: Page, url: string): Promise<void> {
  const registration = await openNewRun(page, url, 'personvern');
  await page.goto(`${url}/guide/${registration}/resultat`);
}

async function doneResult(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/mine-guider`);
  await page.locator('#ferdig > summary').click();
  await page.getByRole('link', { name: 'Se resultatet' }).first().click();
  await page.waitForURL('**/resultat');
}

/** With the filter set, so that there are few rows to look through, and the reason of a cell open. */
function teamTable(filter: string): Visit {
  return async (page, url) => {
    await page.goto(`${url}/team`);
    await page.goto(page.url() + filter);
    await isLive(page);
    await page.locator('tbody[data-person] td.team-cell a').filter({ visible: true }).first().click();
    await page.locator('.team-why').waitFor();
  };
}

async function teamPerson(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/team`);
  await page.locator('tbody[data-person] th a').first().click();
  await page.waitForURL('**/person/**');
}

async function signOffs(page: Page, url: string): Promise<void> {
  const lesson = '## Praktisk oppgave: Bruk brannteppet {#teppet}\n\nVis lederen din hvordan du bruker det.';
  const { id } = await publishedGuide(browser, url, { about: 'Brannteppe', lesson });
  const employee = await signedIn(browser, url, 'Ingrid Moen');
  const { request } = employee.page;
  const begun = await request.post(`${url}/api/registrations`, { data: { course: id } });
  const { registration } = (await begun.json()) as { registration: string };
  const event = { kind: 'requested', id: crypto.randomUUID(), at: new Date().toISOString(), task: 'teppet' };
  await request.post(`${url}/api/registrations/${registration}/events`, { data: { events: [event] } });
  await employee.context.close();
  await page.goto(`${url}/team`);
  await page.goto(`${page.url()}/signeringer`);
  await page.locator('.sign-off').first().waitFor();
}

async function mistakenFacts(page: Page, url: string): Promise<void> {
  const facts = 'facts:\n  vakt:\n    description: Nummeret til vakta\n    kind: phone\n';
  const { id } = await publishedGuide(browser, url, { about: 'Vakt', facts, lesson: 'Ring {{vakt}}.' });
  await page.goto(`${url}/katalog/${id}/opplysninger`);
  await page.getByLabel('Nummeret til vakta').fill('vakta');
  await page.getByRole('button', { name: 'Lagre' }).click();
  await page.locator('.problem-list').waitFor();
}

async function mistakenRequirement(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/kompetansekrav/nytt`);
  await page.getByLabel('Frist i dager').fill('mange');
  await page.getByRole('button', { name: 'Still kravet' }).click();
  await page.locator('.problem-list').waitFor();
}

async function endOfRequirement(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/kompetansekrav`);
  await page
    .getByRole('link', { name: /^Avslutt/ })
    .first()
    .click();
  await page.waitForURL('**/avslutt');
}

async function lookedThrough(page: Page, url: string): Promise<void> {
  await firstLink('/katalog', '.found-course a')(page, url);
  await page.getByRole('link', { name: 'Se gjennom guiden' }).click();
  await page.waitForURL('**/gjennomsyn/**');
}

/** With a mail in it, to somebody whom no other test reminds. */
async function outbox(page: Page, url: string): Promise<void> {
  const leader = await signedIn(browser, url, 'Anne Berg Tveit');
  const { teams } = await asked<{ teams: { id: string }[] }>(leader.page, `${url}/api/teams`);
  const address = `${url}/api/teams/${teams[0]!.id}`;
  type Rows = { people: { id: string; cells: { state: string }[] }[] };
  const { people } = await asked<Rows>(leader.page, address);
  const states = people.map(({ id, cells }) => ({ id, states: new Set(cells.map(({ state }) => state)) }));
  const soon = states.find(
    (one) => one.states.has('expiring') && !one.states.has('missing') && !one.states.has('expired'),
  );
  await leader.page.request.post(`${address}/reminders`, { data: { people: [soon!.id] } });
  await leader.context.close();
  await page.goto(`${url}/administrasjon/utboks`);
  await page.locator('.mail details > summary').first().click();
}

function statements(filter: string): Visit {
  return async (page, url) => {
    await page.goto(`${url}/administrasjon/utsagn${filter}`);
    if (filter === '') await page.locator('[data-line=live]').waitFor();
  };
}

async function madeKey(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/administrasjon/nokler/ny`);
  await page.getByLabel('Hva skal nøkkelen brukes til?').fill('Prøvenøkkel');
  await page.getByLabel('Sende utsagn', { exact: true }).check();
  await page.getByRole('button', { name: 'Lag nøkkelen' }).click();
  await page.locator('dd code').first().waitFor();
}

async function mistakenKey(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/administrasjon/nokler/ny`);
  await page.getByRole('button', { name: 'Lag nøkkelen' }).click();
  await page.locator('.problem-list').waitFor();
}

/** With one in it: a key that may only send asks for what has been sent. */
async function refusedRequests(page: Page, url: string): Promise<void> {
  await madeKey(page, url);
  const [, key, secret] = await page.locator('dd code').allInnerTexts();
  const authorization = `Basic ${Buffer.from(`${key ?? ''}:${secret ?? ''}`).toString('base64')}`;
  const headers = { authorization, 'x-experience-api-version': '1.0.3' };
  await page.request.post(`${url}/xapi/statements`, { headers, data: { actor: {}, verb: { id: 'x' }, object: {} } });
  await until(async () => {
    await page.goto(`${url}/administrasjon/avvist`);
    return (await page.locator('.refused-request').count()) > 0;
  });
}

async function triedRetention(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/administrasjon/oppbevaring`);
  await page.getByLabel('Svar', { exact: true }).fill('12');
  await page.getByRole('button', { name: 'Se hva det betyr' }).click();
  await page.locator('.wide-table').waitFor();
}

/** A place of a new draft, as it is when the script has taken over. */
function draft(place: string): Visit {
  return async (page, url) => {
    const begun = await page.request.post(`${url}/api/drafts`, { data: { title: 'Trygt gulv' } });
    const { draft } = (await begun.json()) as { draft: string };
    await page.goto(`${url}/mine-kurs/utkast/${draft}${place}`);
    if (place === '' || place.startsWith('?'))
      await page.locator('#text-pane .cm-content').waitFor({ state: 'attached' });
  };
}

async function questionForm(page: Page, url: string): Promise<void> {
  await draft('')(page, url);
  await page.getByRole('button', { name: 'Sett inn' }).click();
  await page.getByRole('menuitem', { name: /^Spørsmål/ }).click();
  await page.getByRole('dialog').waitFor();
}

function firstLink(path: string, link: string): Visit {
  const [before] = path.split('?');
  return async (page, url) => {
    await page.goto(url + path);
    await page.locator(link).first().click();
    await page.waitForURL(({ pathname }) => pathname !== before);
  };
}
