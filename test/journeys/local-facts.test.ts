import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../browser.js';
import { publishedGuide } from './published-guide.js';
import { openGuide, section, signedIn, oneStage, text } from './stage.js';

/** A name has one value in the municipality, so each run asks for its own. */
const factsOf = (mark: string) => `facts:
  motested-${mark}:
    description: Hvor dere møtes når alarmen går
    default: parkeringsplassen
  vakttelefon-${mark}:
    description: Nummeret til vakta, døgnet rundt
    kind: phone
`;

describe.each(oneStage)('a guide says what applies in the municipality, on %s', (_database, url) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  test.each([true, false])('filled in before use, and changed at once; with script: %s', async (javaScriptEnabled) => {
    const mark = randomBytes(3).toString('hex');
    const lesson = `Møt på {{motested-${mark}}}, og ring {{vakttelefon-${mark}}}.`;
    const { id, title } = await publishedGuide(browser, url, { about: 'Møteplass', facts: factsOf(mark), lesson });
    const { page, context } = await signedIn(browser, url, 'Jonas Haugland', { javaScriptEnabled });
    await page.goto(`${url}/katalog/${id}`);
    expect(await text(page.locator('main'))).toContain('må du fylle inn dette: Nummeret til vakta, døgnet rundt');
    expect(await page.getByRole('button', { name: 'Ta i bruk' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Fyll inn lokale opplysninger' }).click();
    await page.getByLabel('Hvor dere møtes når alarmen går').fill('<b>plenen</b>');
    await page.getByLabel('Nummeret til vakta, døgnet rundt').fill('ring vakta');
    await page.getByRole('button', { name: 'Lagre' }).click();
    const mistake = page.locator('.problem-list').getByRole('link', { name: /^Dette er ikke et telefonnummer/ });
    await mistake.waitFor();
    expect(await page.getByLabel('Hvor dere møtes').inputValue()).toBe('<b>plenen</b>');
    await page.getByLabel('Nummeret til vakta, døgnet rundt').fill('12 34 56 78');
    await page.getByRole('button', { name: 'Lagre' }).click();
    await page.getByText('De lokale opplysningene er lagret').waitFor();
    await page.getByRole('button', { name: 'Ta i bruk' }).click();
    await page.getByText('Guiden er tatt i bruk.').waitFor();

    const employee = await signedIn(browser, url, 'Ingrid Moen', { javaScriptEnabled });
    await openGuide(employee.page, url, title);
    const shown = section(employee.page, 'gjor');
    expect(await text(shown)).toContain('Møt på <b>plenen</b>, og ring 12 34 56 78.');
    expect(await shown.getByRole('link', { name: '12 34 56 78' }).getAttribute('href')).toBe('tel:12345678');

    await page.getByRole('link', { name: 'Lokale opplysninger' }).click();
    await page.getByLabel('Hvor dere møtes når alarmen går').fill('');
    await page.getByRole('button', { name: 'Lagre' }).click();
    await page.getByText('De lokale opplysningene er lagret').waitFor();
    await employee.page.reload();
    expect(await text(shown)).toContain('Møt på parkeringsplassen, og ring 12 34 56 78.');
    await page.goto(`${url}/katalog/${id}/opplysninger`);
    expect(await page.locator('#endringer').textContent()).toContain(
      'Hvor dere møtes når alarmen går ble tømt av Jonas Haugland',
    );
    await Promise.all([context.close(), employee.context.close()]);
  });
});
