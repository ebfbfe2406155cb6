import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';

export const phone = { width: 360, height: 740 };
/** Slow 4G as DevTools and Lighthouse have it: applied by Chromium to every request, not to the connection. */
export const slow4g = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
export const cpuSlowdown = 4;

export type Kind = 'Document' | 'Script' | 'Stylesheet' | 'other';

/** One cold visit to a page. */
export interface Visit {
  page: Page;
  context: BrowserContext;
  /** Largest and first contentful paint, in milliseconds from the start of the navigation. */
  lcp: number;
  fcp: number;
  /** What was drawn last as the largest: `h1`, `p`, `img` … */
  largest: string;
  requests: number;
  /** As transferred, headers too. */
  bytes: Record<Kind, number>;
}

interface Paints {
  lcp: number;
  largest: string;
  slowest: number;
}

/** Opens a page with an empty cache, on a phone (360 px) on slow 4G with a CPU four times slower than this one. */
export async function visit(browser: Browser, url: string, cookie: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: phone, locale: 'nb-NO', timezoneId: 'Europe/Oslo' });
  await context.addCookies([{ name: 'session', value: cookie, url: new URL(url).origin }]);
  const page = await context.newPage();
  await page.addInitScript(watchPaints);
  const session = await context.newCDPSession(page);
  const counted = await countingBytes(session);
  await session.send('Network.emulateNetworkConditions', slow4g);
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(2500);
  const { lcp, largest } = await page.evaluate(() => (window as unknown as { paints: Paints }).paints);
  const fcp = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN);
  return { page, context, lcp, fcp, largest, ...counted() };
}

/** The slowest interaction since the page was opened, as the Event Timing API has it (rounded to 8 ms; under 16: 16). */
export async function slowestInteraction(page: Page): Promise<number> {
  await page.waitForTimeout(500);
  return Math.max(16, await page.evaluate(() => (window as unknown as { paints: Paints }).paints.slowest));
}

async function countingBytes(session: CDPSession): Promise<() => { requests: number; bytes: Record<Kind, number> }> {
  await session.send('Network.enable');
  const kinds = new Map<string, Kind>();
  const bytes: Record<Kind, number> = { Document: 0, Script: 0, Stylesheet: 0, other: 0 };
  let requests = 0;
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, kindOf(type)));
  session.on('Network.requestWillBeSent', ({ redirectResponse, request }) => {
    if (request.url.startsWith('http')) requests += 1;
    bytes.Document += redirectResponse?.encodedDataLength ?? 0;
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes[kinds.get(requestId) ?? 'other'] += encodedDataLength;
  });
  return () => ({ requests, bytes: { ...bytes } });
}

function kindOf(type: string): Kind {
  return type === 'Document' || type === 'Script' || type === 'Stylesheet' ? type : 'other';
}

/** In the page, before its own scripts. */
function watchPaints(): void {
  const paints: Paints = { lcp: NaN, largest: '', slowest: 0 };
  (window as unknown as { paints: Paints }).paints = paints;
  new PerformanceObserver((list) => {
    const last: (PerformanceEntry & { element?: Element }) | undefined = list.getEntries().at(-1);
    if (last) Object.assign(paints, { lcp: last.startTime, largest: last.element?.tagName.toLowerCase() ?? '' });
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  const events: PerformanceObserverInit & { durationThreshold: number } = { type: 'event', durationThreshold: 16 };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { interactionId?: number })[])
      if (entry.interactionId) paints.slowest = Math.max(paints.slowest, entry.duration);
  }).observe({ ...events, buffered: true });
}
