import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { packSource } from '@kursdugnad/content-tools/package/source-bundle.js';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../browser.js';
import { formOf, isClosed, kept, openGuide, saved, section, signedIn, oneStage, text } from './stage.js';

describe.each(oneStage)('a guide gets a new version while somebody is on the way, on %s', (_database, url) => {
  const slug = `trygg-trapp-${randomBytes(3).toString('hex')}`;
  const title = `Trygg trapp ${slug.slice(-6)}`;
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  const publish = async (first: string[], second: string[]) => {
    const files = new Map([['guide.md', Buffer.from(guide(title, first, second))]]);
    const answer = await fetch(`${url}/api/courses`, {
      method: 'POST',
      headers: { authorization: 'Bearer demo-author', 'content-type': 'application/zip' },
      body: new Uint8Array(await packSource(files, slug)),
    });
    return ((await answer.json()) as { version: { number: number } }).version.number;
  };

  test('she finds her place and her answers, and is told in one line what is new', async () => {
    expect(await publish(['rekkverk'], ['lys'])).toBe(1);
    const { page, context } = await signedIn(browser, url, 'Kjersti Solheim');
    await openGuide(page, url, title);
    await formOf(page, 'rekkverk').getByRole('radio', { name: 'Usant' }).check();
    await formOf(page, 'rekkverk').getByRole('button').click();
    await page.locator('section:not([hidden]) a[rel=next]').click();
    await saved(page);
    const place = new URL(page.url()).pathname;

    expect(await publish(['rekkverk', 'stige'], ['lys', 'kant'])).toBe(2);
    await openGuide(page, url, title);
    expect(new URL(page.url()).pathname).toBe(place);
    const news = page.locator('main .notice');
    expect(await text(news)).toBe('Guiden har en ny versjon. Det du har gjort, er tatt vare på. 2 deler er nye.');
    expect(await section(page, 'to').isVisible()).toBe(true);
    await page.locator('section:not([hidden]) a[rel=prev]').click();
    expect(await isClosed(page, 'rekkverk')).toBe(true);
    await formOf(page, 'stige').getByRole('radio', { name: 'Usant' }).check();
    await formOf(page, 'stige').getByRole('button').click();
    await saved(page);
    await page.reload();
    expect(await news.count()).toBe(0);
    expect(await isClosed(page, 'stige')).toBe(true);
    await context.close();
  });

  test('a page from before the new version is open still: what is answered there counts', async () => {
    const withScript = await signedIn(browser, url, 'Kjersti Solheim');
    await openGuide(withScript.page, url, title);
    const [, , registration = ''] = new URL(withScript.page.url()).pathname.split('/');
    const without = await signedIn(browser, url, 'Kjersti Solheim', { javaScriptEnabled: false });
    await without.page.goto(`${url}/guide/${registration}/to`);

    expect(await publish(['stige'], ['lys', 'kant', 'matte'])).toBe(3);
    await withScript.page.reload();
    expect(await isClosed(withScript.page, 'stige')).toBe(true);
    await formOf(without.page, 'lys').getByRole('radio', { name: 'Usant' }).check();
    await formOf(without.page, 'lys').getByRole('button').click();
    await formOf(without.page, 'lys').locator('fieldset:disabled').waitFor({ state: 'attached' });
    expect(await isClosed(without.page, 'matte')).toBe(false);
    const { record, version } = await kept(withScript.page, url, registration);
    expect(version.number).toBe(3);
    expect(record.answers.map(({ question }) => question).sort()).toEqual(['lys', 'stige']);
    await Promise.all([withScript.context.close(), without.context.close()]);
  });
});

function guide(title: string, first: string[], second: string[]): string {
  const claims = (ids: string[]) =>
    ids.map((id) => `## Sant eller usant: Du kan se bort fra ${id}. {#${id}}\n\nSvar: usant\n`).join('\n');
  return `---
title: ${title}
summary: En kort guide om trapper, for dem som går i dem.
language: nb
minutes: 3
licence: CC-BY-4.0
publisher: Solvik kommune
topics: [trapper]
sources:
  - Rutinen i Solvik kommune
---

# Før du går {#en}

Du ser etter at trappa er tørr.

${claims(first)}
# Når du går {#to}

Du holder i rekkverket.

${claims(second)}`;
}
