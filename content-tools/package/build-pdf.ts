import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { launchPage } from './package-pages.js';

/** No browser on the machine, or nothing that can run one. */
export interface NoBrowser {
  missing: true;
}

/** The guide on paper: a tagged PDF with an outline, from the page's own print view. `files` hold `index.html`. */
export async function buildPdf(files: ReadonlyMap<string, Buffer>): Promise<Buffer | NoBrowser> {
  const browser = await launched();
  if (!browser) return { missing: true };
  const folder = await mkdtemp(join(tmpdir(), 'kurs-pdf-'));
  try {
    for (const [path, content] of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    const page = await browser.newPage({ javaScriptEnabled: false, offline: true, locale: 'nb-NO' });
    await page.goto(pathToFileURL(join(folder, launchPage)).href);
    const margin = { top: '18mm', bottom: '18mm', left: '18mm', right: '18mm' };
    const pdf = await page.pdf({ format: 'A4', margin, tagged: true, outline: true, printBackground: false });
    return withoutTime(pdf);
  } finally {
    await browser.close();
    await rm(folder, { recursive: true });
  }
}

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** `KURS_BROWSER` names another one. Playwright itself is only there where the house is developed. */
async function launched(): Promise<Browser | null> {
  const executablePath = [process.env.KURS_BROWSER ?? '', ...usualPlaces].find((path) => path && existsSync(path));
  const playwright = await import('playwright-core').catch(() => null);
  if (!executablePath || !playwright) return null;
  // A browser has no sandbox to offer root, who is alone in a container; the page has no script.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return playwright.chromium.launch({ executablePath, args }).catch(() => null);
}

/** The same guide gives the same bytes, whenever it is printed. */
function withoutTime(pdf: Buffer): Buffer {
  const text = pdf.toString('latin1');
  return Buffer.from(
    text.replaceAll(/\/(CreationDate|ModDate) \(D:[^)]*\)/gu, (date) => date.replaceAll(/\d/gu, '0')),
    'latin1',
  );
}
