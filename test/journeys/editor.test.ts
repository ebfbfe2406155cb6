import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { packSource, readFolder } from '@kursdugnad/content-tools/package/source-bundle.js';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../browser.js';
import { asked, desk, phone, signedIn, oneStage, text, until } from './stage.js';

const author = 'Kjersti Solheim';
const courses = fileURLToPath(new URL('../../courses/', import.meta.url));
const writing = (page: Page) => page.locator('#text-pane .cm-content');
const frame = (page: Page) => page.frameLocator('iframe[data-front="true"]');
const saved = (page: Page) =>
  page
    .locator('.editor-state')
    .getByText(/^Lagret \d\d:\d\d$/u)
    .waitFor();

interface DraftRead {
  draft: { revision: number; title: string };
  files: { path: string; text: string | null }[];
}

describe.each(oneStage)('writing a guide in the browser, on %s', (_database, url) => {
  const suffix = randomBytes(3).toString('hex');
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  const open = (name = author, viewport = desk) => signedIn(browser, url, name, { viewport });
  const read = async (page: Page): Promise<DraftRead> =>
    asked(page, `${url}/api/drafts/${new URL(page.url()).pathname.split('/')[3] ?? ''}`);
  const guideOf = async (page: Page) => (await read(page)).files.find(({ path }) => path === 'guide.md')?.text ?? '';
  async function begin(page: Page, title: string): Promise<void> {
    await page.goto(`${url}/mine-kurs`);
    await page.getByRole('link', { name: 'Ny guide' }).click();
    await page.getByLabel('Hva skal guiden hete?').fill(title);
    await page.getByRole('button', { name: 'Begynn å skrive' }).click();
    await writing(page).waitFor();
  }
  async function write(page: Page, words: string): Promise<void> {
    await writing(page).focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await page.keyboard.insertText(words);
  }

  test('from nothing: two lessons, a question in a form, what is wrong mended, published', async () => {
    const { page, context } = await open();
    await begin(page, `Glatt gulv ${suffix}`);
    await write(
      page,
      'Gulvet på kjøkkenet blir fort glatt.\n\n# Se etter\n\nGå over gulvet før du begynner.\n\n# Prøv deg\n\n',
    );
    await page.keyboard.type('/spør');
    await page.getByRole('option', { name: /Spørsmål/u }).waitFor();
    await page.keyboard.press('Enter');
    const form = page.getByRole('dialog', { name: 'Spørsmål' });
    await form.getByLabel('Spørsmålet').fill('Gulvet er vått. Hva gjør du?');
    await form.getByLabel('Svar 1', { exact: true }).last().fill('Tørker opp.');
    await form.getByLabel('Svar 2', { exact: true }).last().fill('Går forbi.');
    await form.getByLabel('Hva den som velger dette, får vite').nth(0).fill('Riktig. Faren er borte.');
    await form.getByLabel('Hva den som velger dette, får vite').nth(1).fill('Da kan den neste skli.');
    await form.getByRole('button', { name: 'Sett inn' }).click();
    await until(async () => (await guideOf(page)).includes('- [x] Tørker opp.'));
    expect(await guideOf(page)).toContain('  > Da kan den neste skli.');

    await frame(page).getByRole('heading', { name: 'Gulvet er vått. Hva gjør du?' }).waitFor();
    await frame(page).getByRole('radio').first().check();
    await frame(page).getByRole('button', { name: 'Svar' }).click();
    await frame(page).getByText('Riktig. Faren er borte.').waitFor();

    await page.keyboard.press('Escape');
    await writing(page).focus();
    await page.keyboard.press('Control+Home');
    await until(async () => /# Prøv deg \{#[a-z-]+\}/u.test(await guideOf(page)), 'the names are written');
    expect(await text(writing(page))).not.toContain('{#');

    await page.getByRole('link', { name: 'Publiser …' }).click();
    await page.getByLabel('Hva er nytt?').fill('Første utgave');
    await page.getByRole('button', { name: 'Publiser' }).click();
    await page.getByText(`«Glatt gulv ${suffix}» er publisert som versjon 1.`).waitFor();
    await page.getByRole('link', { name: 'Se den i katalogen' }).click();
    await page.getByRole('heading', { name: `Glatt gulv ${suffix}`, level: 1 }).waitFor();
    await context.close();
  });

  test('what is wrong is said where it is, stops publishing, and is mended with one press', async () => {
    const { page, context } = await open();
    await begin(page, `Feil ${suffix}`);
    await write(
      page,
      '# Vask\n\nVask hendene.\n\n## Spørsmål: Når?\n\n- [x] Nå.\n  > Ja.\n- Aldri.\n  > Nei.\n\n# Tørk\n\nTørk hendene.',
    );
    await page.getByRole('tab', { name: /^Feil og råd/u }).click();
    const list = page.getByRole('tabpanel');
    const problem = list.getByRole('listitem').filter({ hasText: 'mangler hakeparentes' });
    await problem.waitFor();
    await page.locator('.cm-lint-marker-error').first().waitFor();
    await frame(page).owner().waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Publiser …' }).click();
    await page.getByRole('heading', { name: 'Én feil må rettes først' }).waitFor();
    await page.getByRole('link', { name: 'Gå tilbake og rett' }).click();
    await problem.getByRole('button', { name: /^Gå til linje/u }).click();
    expect(await writing(page).evaluate((element) => element === document.activeElement)).toBe(true);
    await problem.getByRole('button', { name: 'Rett dette' }).click();
    await problem.waitFor({ state: 'detached' });
    await until(async () => (await guideOf(page)).includes('- [ ] Aldri.'));
    await context.close();
  });

  test('the page is lost before the server has answered: what was written comes back', async () => {
    const { page, context } = await open();
    await begin(page, `Krasj ${suffix}`);
    await saved(page);
    const address = page.url();
    await page.route('**/api/drafts/*/text', () => new Promise(() => undefined));
    await writing(page).focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('\n\nDette ble skrevet rett før alt ble svart.');
    await until(() => page.evaluate(() => Object.keys(localStorage).some((key) => key.startsWith('utkast '))));
    await crash(context, page);

    const again = await context.newPage();
    await again.goto(address);
    await again.getByText(/ble ikke lagret da siden lukket seg/u).waitFor();
    await until(async () => (await guideOf(again)).includes('rett før alt ble svart'));
    await until(() => again.evaluate(() => !Object.keys(localStorage).some((key) => key.startsWith('utkast '))));
    await context.close();
  });

  test('without a line one goes on writing, and it is saved when the line is back', async () => {
    const { page, context } = await open();
    await begin(page, `Nett ${suffix}`);
    await context.setOffline(true);
    await writing(page).focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('\n\nSkrevet på hytta.');
    await page.getByText(/Ingen kontakt\. Det du skriver, er trygt/u).waitFor();
    await context.setOffline(false);
    await saved(page);
    expect(await guideOf(page)).toContain('Skrevet på hytta.');
    await context.close();
  });

  test('two at once see each other; in different places both stand, in the same nobody is overwritten', async () => {
    const first = await open();
    await begin(first.page, `To om det ${suffix}`);
    await write(first.page, '# Før\n\nAvsnitt en.\n\n# Etter\n\nAvsnitt to.\n');
    await until(async () => (await guideOf(first.page)).includes('Avsnitt to.'));
    const second = await open();
    await second.page.goto(first.page.url());
    await writing(second.page).waitFor();
    await first.page.getByText('Du har denne åpen i en annen fane også').waitFor();

    await replaceIn(first.page, 'Avsnitt en.', 'Avsnitt en av den første.');
    await replaceIn(second.page, 'Avsnitt to.', 'Avsnitt to av den andre.');
    const both = async (page: Page) => {
      const words = await text(writing(page));
      return words.includes('en av den første') && words.includes('to av den andre');
    };
    await until(() => both(first.page));
    await until(() => both(second.page));

    await second.context.setOffline(true);
    await replaceIn(second.page, 'to av den andre', 'to, sier den andre');
    await replaceIn(first.page, 'to av den andre', 'to, sier den første');
    await until(async () => (await guideOf(first.page)).includes('sier den første'));
    await second.context.setOffline(false);
    await second.page.getByRole('heading', { name: 'Dere har endret det samme' }).waitFor();
    expect(await guideOf(first.page)).not.toContain('sier den andre');
    await second.page.getByRole('button', { name: 'Bruk teksten til høyre' }).click();
    await until(async () => (await guideOf(first.page)).includes('sier den andre'));
    await until(async () => (await text(writing(first.page))).includes('sier den andre'));
    await Promise.all([first.context.close(), second.context.close()]);
  });

  test('a picture that is pasted asks what it shows, and stands in the page', async () => {
    const { page, context } = await open();
    await begin(page, `Bilde ${suffix}`);
    await writing(page).focus();
    await page.keyboard.press('Control+End');
    await paste(page, 'Skjermbilde 1.png');
    const form = page.getByRole('dialog', { name: 'Bildet' });
    await form.getByRole('button', { name: 'Sett inn' }).click();
    await form.getByText('Skriv hva bildet viser').waitFor();
    await form.getByLabel('Hva viser bildet?').fill('Et rødt felt.');
    await form.getByRole('button', { name: 'Sett inn' }).click();
    await until(async () => (await guideOf(page)).includes('![Et rødt felt.](media/skjermbilde-1.png)'));
    const picture = frame(page).getByRole('img', { name: 'Et rødt felt.' });
    await picture.waitFor();
    await until(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth > 0));
    await context.close();
  });

  test('a guide goes in and out as a zip with the same bytes, and a neighbour never sees it', async () => {
    const { page, context } = await open();
    const zip = await packSource(await readFolder(join(courses, 'brannvern')), `brannvern-${suffix}`);
    await page.goto(`${url}/mine-kurs/ny`);
    await page
      .getByLabel('Zip-fil med en guide')
      .setInputFiles({ name: 'guide.zip', mimeType: 'application/zip', buffer: zip });
    await page.getByRole('button', { name: 'Legg inn' }).click();
    await writing(page).waitFor();
    await page.locator('.editor-actions summary').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Last ned som zip' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`brannvern-${suffix}.zip`);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    expect(Buffer.compare(Buffer.concat(chunks), zip)).toBe(0);

    const neighbour = await open('Ola Nygård');
    await neighbour.page.goto(page.url());
    await neighbour.page.getByRole('heading', { name: 'Vi finner ikke siden' }).waitFor();
    const employee = await open('Yusuf Ali');
    await employee.page.goto(page.url());
    await employee.page.getByRole('heading', { name: 'Du har ikke tilgang til denne siden' }).waitFor();
    await Promise.all([context.close(), neighbour.context.close(), employee.context.close()]);
  });

  test('on a phone there is one thing at a time; the toolbar has arrows, and Escape and Tab lead out of the text', async () => {
    const { page, context } = await open(author, phone);
    await begin(page, `Telefon ${suffix}`);
    await page.getByRole('tab', { name: 'Siden' }).click();
    await frame(page)
      .getByRole('heading', { name: `Telefon ${suffix}` })
      .waitFor();
    await page.keyboard.press('ArrowLeft');
    await writing(page).waitFor();
    await page.getByRole('button', { name: 'Sett inn' }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toBe('Fet');
    await page.keyboard.press('End');
    expect(await focused(page)).toBe('Bilde');
    await writing(page).focus();
    await page.keyboard.press('Tab');
    expect(await writing(page).evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await writing(page).evaluate((element) => element === document.activeElement)).toBe(false);
    await context.close();
  });

  test('without script the text is a field that saves and says what is wrong', async () => {
    const made = await open();
    await begin(made.page, `Uten skript ${suffix}`);
    const address = made.page.url();
    await made.context.close();
    const { page, context } = await signedIn(browser, url, author, { viewport: desk, javaScriptEnabled: false });
    await page.goto(address);
    const field = page.getByLabel('Teksten');
    await field.fill((await field.inputValue()).replace('- [x]', '- [ ]'));
    await page.getByRole('button', { name: 'Lagre' }).click();
    await page.getByText('Ingen av svarene er krysset av som riktig.').waitFor();
    await context.close();
  });
});

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

/** The tab ends as it does when the machine loses power: nothing runs in it any more. */
async function crash(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page);
  const gone = page.waitForEvent('crash');
  void session.send('Page.crash').catch(() => undefined);
  await gone;
}

/** Puts words in the place of others, as one does who selects them and types. */
async function replaceIn(page: Page, from: string, to: string): Promise<void> {
  await writing(page).evaluate((element, words) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(words) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + words.length);
      (element as HTMLElement).focus();
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
    }
  }, from);
  await page.waitForTimeout(100);
  await page.keyboard.insertText(to);
}

/** A red square, as from a screenshot. */
async function paste(page: Page, name: string): Promise<void> {
  await writing(page).evaluate(async (element, called) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [40, 30];
    const pen = canvas.getContext('2d');
    if (pen) pen.fillStyle = 'red';
    pen?.fillRect(0, 0, 40, 30);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    const data = new DataTransfer();
    data.items.add(new File([blob ?? ''], called, { type: 'image/png' }));
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, name);
}
