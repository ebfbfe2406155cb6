import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** These alone work for root in a container; sparticuz' own defaults do not. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-dev-shm-usage',
  '--disable-component-update',
  '--no-first-run',
];

/** Without windows first: the same engine for less of the machine. */
const installed = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

/** A real Chromium: the machine's own, or the one from npm. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await executable(), args });
}

async function executable(): Promise<string> {
  const found = installed.find((path) => existsSync(path));
  if (found !== undefined) return found;
  const { default: sparticuz } = await import('@sparticuz/chromium');
  return sparticuz.executablePath();
}
