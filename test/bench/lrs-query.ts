import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Search, searchSql as SearchSql } from '../../api/src/lrs/statement-search.js';
import { Asking } from './asking.js';
import { type Figure, floorOf, spread } from './figures.js';
import { fill, place } from './lrs-fill.js';
import { speaking } from './lrs-load.js';
import { type Postgres, startPostgres } from '../setup/postgres.mjs';
import { serve, type Server } from './server.js';
import { straightTo } from './straight.js';
import { type DatabaseName, databases, type Say, type Worlds } from './world.js';

/** Statements that are stored: `BENCH_STATEMENTS=10000,5000000` for the figures in docs/measurements.md. */
const sizes = (process.env.BENCH_STATEMENTS ?? '10000,200000').split(',').map(Number);
const times = 200;

const agent = { objectType: 'Agent', account: { homePage: 'https://people.example.org', name: 'p7' } } as const;
const activity = 'https://courses.example.org/7/activity/107';
const course = 'https://courses.example.org/7';
const registration = '00000000-0000-4000-8000-000000000007';
const verb = 'http://adlnet.gov/expapi/verbs/passed';
const base = { relatedAgents: false, relatedActivities: false, ascending: false, limit: 50 };

/** Each query as it is asked over HTTP and as the LRS searches for it. */
const queries: { name: string; asked: Record<string, string>; search: Search }[] = [
  { name: 'limit=50', asked: {}, search: base },
  { name: 'by agent', asked: { agent: JSON.stringify(agent) }, search: { ...base, agent } },
  { name: 'by activity', asked: { activity }, search: { ...base, activity } },
  {
    name: 'related activities',
    asked: { activity: course, related_activities: 'true' },
    search: { ...base, activity: course, relatedActivities: true },
  },
  { name: 'by registration', asked: { registration }, search: { ...base, registration } },
  {
    name: 'verb + since',
    asked: { verb, since: new Date(Date.now() - 365 * 86_400_000).toISOString(), ascending: 'false' },
    search: { ...base, verb, since: new Date(Date.now() - 365 * 86_400_000).toISOString() },
  },
];

/**
 * lrs-query. GET limit=50 one after the other, each query 200 times, on LRSs of different sizes: 500 people, 200
 * activities, 2 000 registrations, a statement a second. Floor: the same SQL alone, straight to the driver. Aim: the p95
 * of the largest at most twice that of the smallest. SQLite and PostgreSQL.
 */
export async function lrsQuery(_: Worlds, say: Say): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const database of databases) {
    const postgres = database === 'postgres' ? await startPostgres({ isDurable: true }) : undefined;
    try {
      figures.push(...(await onDatabase(database, postgres, say)));
    } finally {
      await postgres?.remove();
    }
  }
  return figures;
}

interface Filled {
  size: number;
  where: { dataDir: string; databaseUrl: string | undefined };
  server: Server;
}

async function onDatabase(database: DatabaseName, postgres: Postgres | undefined, say: Say): Promise<Figure[]> {
  const filled: Filled[] = [];
  for (const size of sizes) filled.push(await anLrsOf(size, await postgres?.newDatabase(), say));
  const figures: Figure[] = [];
  for (const query of queries) figures.push(...(await measured(database, filled, query)));
  for (const { server, where } of filled) {
    await server.stop();
    rmSync(where.dataDir, { recursive: true, force: true });
  }
  return figures;
}

async function anLrsOf(size: number, databaseUrl: string | undefined, say: Say): Promise<Filled> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kursdugnad-query-'));
  const environment: Record<string, string> = {
    ...{ DATA_DIR: dataDir, DEMO: '0', XAPI_KEY: 'bench', XAPI_SECRET: 'bench-secret' },
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
  };
  const open = () => serve(['api/dist/main.js'], 'Kursdugnad: http', environment);
  await (await open()).stop();
  const began = performance.now();
  await fill({ dataDir, databaseUrl }, 0, size);
  say(`${size} statements after ${((performance.now() - began) / 1000).toFixed(0)} s`);
  return { size, where: { dataDir, databaseUrl }, server: await open() };
}

/** All sizes in turn, so that whatever else runs on the machine meets them alike. */
async function measured(
  database: DatabaseName,
  filled: Filled[],
  { name, asked, search }: (typeof queries)[number],
): Promise<Figure[]> {
  const { searchSql } = (await import(new URL('../../api/dist/lrs/statement-search.js', import.meta.url).href)) as {
    searchSql: typeof SearchSql;
  };
  const { sql, parameters } = searchSql(place, search);
  const path = `/xapi/statements?${new URLSearchParams({ ...asked, limit: '50' }).toString()}`;
  const sides = await Promise.all(
    filled.map(async ({ size, where, server }) => {
      const took: { ours: number[]; floor: number[] } = { ours: [], floor: [] };
      return { size, straight: await straightTo(where), asking: new Asking(server.url, 1), took };
    }),
  );
  for (let time = -20; time < times; time += 1) {
    for (const { straight, asking, took } of sides) {
      const began = performance.now();
      await straight.all(sql.text, parameters);
      const alone = performance.now() - began;
      const answer = await asking.ask('GET', path, speaking);
      if (time < 0) continue;
      took.floor.push(alone);
      took.ours.push(answer.took);
    }
  }
  const figures: Figure[] = [];
  for (const { size, straight, asking, took } of sides) {
    asking.close();
    await straight.close();
    const what = `${name} of ${size.toLocaleString('en').replaceAll(',', ' ')}`;
    const aim = figures[0] ? { aim: 2 * figures[0].p95 } : {};
    figures.push({
      ...{ bench: 'lrs-query', what, database, unit: 'ms' },
      ...{ ...spread(took.ours), floor: floorOf(took.floor), ...aim },
    });
  }
  return figures;
}
