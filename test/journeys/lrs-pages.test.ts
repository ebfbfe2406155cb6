import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Statement } from '@xapi/xapi';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../browser.js';
import { XAPI } from '../xapi-client.js';
import { desk, signedIn, oneStage, text, until } from './stage.js';

const administrator = 'Samira Hussain';
/** Of this run alone: a server may be tried more than once. */
const run = crypto.randomUUID().slice(0, 8);
const mail = `per-${run}@example.com`;
const label = `Kurspåmeldingen ${run}`;

const statement = (nr: string): Statement => ({
  actor: { objectType: 'Agent', name: 'Per Ekstern', mbox: `mailto:${mail}` },
  verb: { id: 'http://adlnet.gov/expapi/verbs/passed', display: { en: 'passed' } },
  object: {
    objectType: 'Activity',
    id: `https://kurs.example.no/${run}/${encodeURIComponent(nr)}`,
    definition: { name: { nb: `Kurs ${nr}` } },
  },
  result: { success: true, score: { scaled: 0.85 } },
});

describe.each(oneStage)('an administrator finds out why a package does not report, on %s', (_database, url) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  /** Makes a key as one does by hand; answers what the page shows once. */
  async function makesKey(page: Page, label: string) {
    await page.goto(`${url}/administrasjon`);
    await page.getByRole('main').getByRole('link', { name: 'Nøkler' }).click();
    await page.getByRole('link', { name: 'Lag en nøkkel' }).click();
    await page.getByLabel('Hva skal nøkkelen brukes til?').fill(label);
    await page.getByLabel('Sende utsagn', { exact: true }).check();
    await page.getByRole('button', { name: 'Lag nøkkelen' }).click();
    await page.getByRole('heading', { name: `Nøkkelen «${label}» er laget` }).waitFor();
    const [endpoint, key, secret] = await page.locator('dd code').allInnerTexts();
    return { endpoint: endpoint!, key: key!, secret: secret! };
  }

  const client = ({ endpoint, key, secret }: { endpoint: string; key: string; secret: string }) =>
    new XAPI({ endpoint, auth: XAPI.toBasicAuth(key, secret), adapter: 'fetch' });

  test('makes a key, sees what comes with it live, opens it, sees why another was refused, takes the key away', async () => {
    const { context, page } = await signedIn(browser, url, administrator, { viewport: desk });
    const made = await makesKey(page, label);
    const lrs = client(made);

    const list = await context.newPage();
    await list.goto(`${url}/administrasjon/utsagn`);
    // Others learn in the same municipality meanwhile: only what comes with this key is counted.
    await list.locator('#filter > summary').click();
    await list.getByLabel('Kilde').selectOption({ label });
    await list.getByRole('button', { name: 'Vis', exact: true }).click();
    await list.waitForURL(({ searchParams }) => searchParams.has('kilde'));
    await list.locator('[data-line=live]').waitFor();
    await lrs.sendStatement({ statement: statement('første') });
    const row = list
      .locator('.statement-row')
      .filter({ hasText: `Per Ekstern besto «Kurs første»` })
      .filter({ hasText: label });
    await row.waitFor();
    expect(await text(row)).toMatch(/85 %, bestått Kurspåmeldingen \w+$/);

    // Who reads is left alone: the next one waits until it is asked for.
    await row.hover();
    await lrs.sendStatement({ statement: statement('andre') });
    const waiting = list.getByRole('button', { name: '1 nytt – vis det' });
    await waiting.waitFor();
    expect(
      await list.locator('.statement-row').filter({ hasText: 'Kurs andre' }).filter({ hasText: label }).count(),
    ).toBe(0);
    await waiting.click();
    await list.locator('.statement-row').filter({ hasText: 'Kurs andre' }).filter({ hasText: label }).waitFor();

    await row.getByRole('link').click();
    await list.getByRole('heading', { level: 1, name: 'Per Ekstern besto «Kurs første»' }).waitFor();
    expect(await list.locator('pre').innerText()).toContain('"nb": "Kurs første"');
    await list.getByRole('link', { name: 'Vis bare disse (Hvem)' }).click();
    await list.waitForURL(({ searchParams }) => searchParams.get('person') === mail);
    await list.getByText(`Viser bare: ${mail}`).waitFor();
    expect(await list.locator('.statement-row').count()).toBe(2);

    const bad = { ...statement('tredje'), verb: { id: 'passed' } };
    await expect(lrs.sendStatement({ statement: bad })).rejects.toThrow('verb.id');
    await list.goto(`${url}/administrasjon/avvist`);
    const refused = list.locator('.refused-request').filter({ hasText: label });
    await until(async () => (await list.reload(), refused.isVisible()));
    expect(await text(refused)).toMatch(/verb\.id must be an IRI.*Data/);
    await refused.getByRole('link', { name: 'Se hva som ble sendt' }).click();
    await list.getByRole('heading', { name: 'Det som ble sendt' }).waitFor();
    expect(await list.locator('pre').innerText()).toContain('"id": "passed"');

    await page.goto(`${url}/administrasjon/nokler`);
    await page.getByRole('link', { name: `Ta bort (${label})` }).click();
    await page.getByRole('button', { name: 'Ja, ta den bort' }).click();
    await page.getByText('Nøkkelen er tatt bort').waitFor();
    await expect(lrs.sendStatement({ statement: statement('fjerde') })).rejects.toThrow('"status":401');
    await context.close();
  });

  test('does it without script too, and whoever is looked at can see it', async () => {
    const plain = { javaScriptEnabled: false };
    const { context, page } = await signedIn(browser, url, administrator, plain);
    const made = await makesKey(page, 'Uten skript');
    await client(made).sendStatement({ statement: statement('uten skript') });
    await page.goto(`${url}/administrasjon/utsagn`);
    await page.getByRole('link', { name: 'Per Ekstern besto «Kurs uten skript»' }).first().click();
    expect(await page.locator('pre').innerText()).toContain('Kurs uten skript');

    await page.goto(`${url}/administrasjon/utsagn`);
    expect(await page.getByText('Ingrid Moen').count()).toBe(0);
    await page.locator('#filter > summary').click();
    await page.getByLabel('Person').fill('ingrid');
    await page.getByRole('button', { name: 'Vis', exact: true }).click();
    await page.getByRole('link', { name: 'Ingrid Moen' }).click();
    await page.getByText('Viser bare: Ingrid Moen').waitFor();
    await page.getByRole('link', { name: 'Eldre utsagn' }).or(page.locator('.statement-row')).first().waitFor();
    await context.close();

    const employee = await signedIn(browser, url, 'Ingrid Moen', plain);
    await employee.page.goto(`${url}/innsyn`);
    expect(await text(employee.page.locator('main'))).toContain(`${administrator} Utsagn om deg`);
    await employee.context.close();
  });
});
