import { launchBrowser } from '../browser.js';
import { pageFigures } from './page-figures.js';
import type { Figure } from './figures.js';
import { visit, type Visit } from './slow-page.js';
import type { Say, Worlds } from './world.js';

export const visits = Number(process.env.BENCH_VISITS ?? 7);

/**
 * page, the learner's first page. Mine guider of an employee of the demo region, signed in, cold cache, in Chromium: 360 px,
 * slow 4G (150 ms a request, 1.6 Mbit/s down, 750 kbit/s up), CPU throttled 4 times, SQLite. Floor: the accessibility
 * statement on the same server, the plainest page of the app (a heading and some text, with the framework's script).
 */
export async function firstPage(worlds: Worlds, say: Say): Promise<Figure[]> {
  const world = await worlds.on('sqlite');
  const server = await world.serve();
  const browser = await launchBrowser();
  const [ours, floor]: [Visit[], Visit[]] = [[], []];
  for (const { cookie } of world.sessions.slice(0, visits + 1)) {
    for (const [path, list] of [['/mine-guider', ours] as const, ['/tilgjengelighet', floor] as const]) {
      const seen = await visit(browser, server.url + path, cookie);
      list.push(seen);
      await seen.context.close();
    }
  }
  await browser.close();
  await server.stop();
  // The first visit warms the server.
  say(`page: the largest on Mine guider is <${ours[1]?.largest}>, on the floor <${floor[1]?.largest}>`);
  return pageFigures('Mine guider', ours.slice(1), floor.slice(1), 1500);
}
