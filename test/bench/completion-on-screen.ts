import type { TeamTable } from '@kursdugnad/core/contract/teams.js';
import { launchBrowser } from '../browser.js';
import { answering, beginners, countStatements, eventsPerSecond, tableOf, tell } from './answering.js';
import { Asking } from './asking.js';
import { type Figure, floorOf, spread } from './figures.js';
import { serve } from './server.js';
import { databases, type Say, type World, type Worlds } from './world.js';

type Person = TeamTable['people'][number];

const seconds = Number(process.env.BENCH_SECONDS ?? 60);

/** What the page notes: the text of a cell (`<person>.<requirement>`), and when it changed, in `Date.now()` time. */
interface Seen {
  key: string;
  at: number;
}

/**
 * completion-live, the screen. The same 400 learners at about 50 statements a second, and the leader's page of the whole
 * municipality open in Chromium (1280 × 800, 1 500 rows, those near the screen drawn, scrolled to people who have something
 * under way, whose cells say how far they have come); some answers are of somebody whose row is drawn. Measured: from the POST being sent to the changed cell in the DOM (a MutationObserver in the page).
 * Floor: an empty page that writes what the bare server's stream says into one paragraph. SQLite and PostgreSQL.
 */
export async function completionOnScreen(worlds: Worlds, say: Say): Promise<Figure[]> {
  const floor = await barePage();
  const figures: Figure[] = [];
  for (const database of databases) {
    const took = await oneScreen(await worlds.on(database), say, database);
    const shared = { bench: 'completion-live', database, unit: 'ms', aim: 1000 } as const;
    figures.push({ ...shared, what: 'POST sent → cell changed on screen', ...spread(took), floor: floorOf(floor) });
  }
  return figures;
}

async function oneScreen(world: World, say: Say, name: string): Promise<number[]> {
  const server = await world.serve();
  const asking = new Asking(server.url, 32);
  const table = await tableOf(asking, world);
  const { browser, page } = await aPage(server.url, world.leaderSession);
  await page.goto(`${server.url}/team/${world.top}`);
  // The script has fetched the rows that the server did not send.
  await page.locator(`.team-table[aria-rowcount="${table.people.length + 1}"]`).waitFor();
  await page.waitForTimeout(1000);
  const depth = (firstUnderWay(table) + 15) / table.people.length;
  await page.evaluate(scrollTo, depth);
  await page.waitForTimeout(1500);
  const drawn = await page.evaluate(watchTable);
  const isSeen = ({ id, cells }: Person) => drawn.includes(id) && cells.some(({ state }) => state === 'not-yet-due');
  const onScreen = await beginners(asking, table, table.people.filter(isSeen), 60);
  // From the other end of the table than completionLive's, whose learners are through with their guides.
  const rest = table.people.filter((one) => !isSeen(one)).reverse();
  const others = await beginners(asking, table, rest, 340);
  const learners = mixed(onScreen, others);
  await page.waitForTimeout(3000);
  const sentAt = new Map<string, number[]>();
  const before = await countStatements(world);
  const counts = await answering(asking, learners, seconds, {
    before({ person, requirement }) {
      const key = `${person}.${requirement}`;
      sentAt.set(key, [...(sentAt.get(key) ?? []), performance.timeOrigin + performance.now()]);
    },
    after: () => undefined,
  });
  await page.waitForTimeout(2000);
  const seen = await page.evaluate(() => (window as unknown as { seen: Seen[] }).seen);
  tell(say, `completion-live on screen, ${name}`, counts, (await countStatements(world)) - before, seconds);
  say(`  ${onScreen.length} learners in ${drawn.length} drawn rows; ${seen.length} changes of cells seen`);
  await browser.close();
  asking.close();
  await server.stop();
  return seen.flatMap(({ key, at }) => {
    const sent = (sentAt.get(key) ?? []).filter((one) => one <= at).at(-1);
    return sent === undefined ? [] : [at - sent];
  });
}

/** In the page: so far down the table, which scrolls by itself on a wide screen. */
function scrollTo(share: number): void {
  const table = document.querySelector('.team-table');
  const region = table?.parentElement;
  if (!table || !region) return;
  region.scrollIntoView();
  const scrolling = region.scrollHeight > region.clientHeight + 50 ? region : document.documentElement;
  scrolling.scrollTop += share * table.getBoundingClientRect().height;
}

/** Where in the table those begin who owe something that is not yet due: their cells say how far they have come. */
function firstUnderWay({ people }: TeamTable): number {
  return people.findIndex(({ cells }) => {
    const states = new Set(cells.map(({ state }) => state));
    return states.has('not-yet-due') && !states.has('missing') && !states.has('expired') && !states.has('expiring');
  });
}

/** One of those who are on screen for every three others. */
function mixed<T>(some: T[], many: T[]): T[] {
  return many.flatMap((one, index) => {
    const extra = some[index % Math.max(1, some.length)];
    return index % 3 === 0 && extra !== undefined ? [extra, one] : [one];
  });
}

/** In the page: notes each cell whose text changes, and answers whose rows are drawn. */
function watchTable(): string[] {
  const seen: Seen[] = [];
  (window as unknown as { seen: Seen[] }).seen = seen;
  const keyOf = (node: Node) => {
    const link = (node instanceof Element ? node : node.parentElement)
      ?.closest('td')
      ?.querySelector('a[href*="#krav-"]');
    const [, person, requirement] = /person\/([^/#]+)#krav-(.+)$/.exec(link?.getAttribute('href') ?? '') ?? [];
    return person === undefined ? null : `${person}.${requirement ?? ''}`;
  };
  const observer = new MutationObserver((changes) => {
    const at = performance.timeOrigin + performance.now();
    const keys = new Set(changes.map(({ target }) => keyOf(target)));
    for (const key of keys) if (key !== null) seen.push({ key, at });
  });
  const table = document.querySelector('.team-table');
  if (!table) throw new Error('No table on the page');
  const watched = { subtree: true, childList: true, characterData: true, attributes: true };
  observer.observe(table, { ...watched, attributeFilter: ['data-sign'] });
  const links = [...table.querySelectorAll('a[href*="/person/"]')];
  return [...new Set(links.map((link) => /person\/([^/#]+)/.exec(link.getAttribute('href') ?? '')?.[1] ?? ''))];
}

async function aPage(url: string, cookie: string) {
  const browser = await launchBrowser();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'nb-NO' });
  await context.addCookies([{ name: 'session', value: cookie, url }]);
  // tsx gives functions their names with this, also those that are sent into the page.
  await context.addInitScript('globalThis.__name = (named) => named;');
  return { browser, page: await context.newPage() };
}

async function barePage(): Promise<number[]> {
  const server = await serve(['test/bench/bare-server.mjs'], 'bare');
  const asking = new Asking(server.url, 32);
  const { browser, page } = await aPage(server.url, '-');
  await page.goto(server.url);
  await page.evaluate(watchParagraph);
  await page.waitForTimeout(500);
  const sentAt = new Map<string, number>();
  for (let sent = 0; sent < 10 * eventsPerSecond; sent += 1) {
    const key = String(sent);
    sentAt.set(key, performance.timeOrigin + performance.now());
    void asking.ask('POST', '/', {}, { id: key });
    await page.waitForTimeout((1000 / eventsPerSecond) * (0.5 + Math.random()));
  }
  const seen = await page.evaluate(() => (window as unknown as { seen: Seen[] }).seen);
  await browser.close();
  asking.close();
  await server.stop();
  return seen.map(({ key, at }) => at - (sentAt.get(key) ?? NaN));
}

/** In the empty page. */
function watchParagraph(): void {
  const seen: Seen[] = [];
  (window as unknown as { seen: Seen[] }).seen = seen;
  new MutationObserver(([change]) => {
    const at = performance.timeOrigin + performance.now();
    seen.push({ key: (JSON.parse(change?.target.textContent ?? '{}') as { id: string }).id, at });
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}
