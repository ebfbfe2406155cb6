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

/** A real Chromium: the machine's own, or the one from npm. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await executable(), args });
}

async function executable(): Promise<string> {
  const installed = '/usr/bin/chromium';
  if (existsSync(installed)) return installed;
  const { default: sparticuz } = await import('@sparticuz/chromium');
  return sparticuz.executablePath();
}
