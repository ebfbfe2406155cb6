import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Figure, floorOf, spread } from './figures.js';
import { type Carried, carry, type Load } from './lrs-load.js';
import { startPostgres } from '../setup/postgres.mjs';
import { serve, type Server } from './server.js';
import { type DatabaseName, databases, type Say, type Worlds } from './world.js';

const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const seconds = Number(process.env.BENCH_SECONDS ?? 5);

const posting = { method: 'POST', path: '/xapi/statements', seconds } as const;
const single: Load = { ...posting, connections: 10, batch: 1 };
const batch: Load = { ...posting, connections: 4, batch: 50 };
const newest: Load = { method: 'GET', path: '/xapi/statements?limit=50', connections: 10, batch: 0, seconds };

/**
 * lrs-single. POST one statement, 10 connections, full validation and durability, into an empty LRS with one key. Floor: the
 * bare server of lrs-floor.mjs, rounds in turn. SQLite and PostgreSQL.
 */
export const lrsSingle = (_: Worlds, say: Say) => besideFloor('lrs-single', 'POST one, 10 connections', single, say);

/** lrs-batch. POST 50 a request, 4 connections; otherwise as lrs-single. */
export const lrsBatch = (_: Worlds, say: Say) => besideFloor('lrs-batch', 'POST 50, 4 connections', batch, say);

/** lrs-get. GET limit=50, 10 connections, after some thousand statements have been stored; otherwise as lrs-single. */
export const lrsGet = (_: Worlds, say: Say) => besideFloor('lrs-get', 'GET limit=50, 10 connections', newest, say);

interface Pair {
  ours: Server;
  floor: Server;
  /** What PostgreSQL's autovacuum does within a minute: until then it guesses at the size of the tables. */
  analyse(): Promise<void>;
  close(): Promise<void>;
}

async function besideFloor(bench: string, what: string, load: Load, say: Say): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const database of databases) {
    const pair = await openPair(database);
    try {
      figures.push(...(await inTurn(bench, what, load, database, pair, say)));
    } finally {
      await pair.close();
    }
  }
  return figures;
}

async function inTurn(bench: string, what: string, load: Load, database: DatabaseName, pair: Pair, say: Say) {
  const warming = { ...(load.method === 'GET' ? batch : load), seconds: 3 };
  for (const server of [pair.ours, pair.floor]) await carried(server, warming);
  await pair.analyse();
  const [ours, floor]: [Carried[], Carried[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    floor.push(await carried(pair.floor, load));
    ours.push(await carried(pair.ours, load));
  }
  const failed = ours.reduce((sum, one) => sum + one.failed, 0);
  const rate = (all: Carried[]) => spread(all.map((one) => one.perSecond));
  const time = (all: Carried[]) => spread(all.map((one) => one.processor));
  const share = Math.round((100 * rate(ours).p50) / rate(floor).p50);
  say(
    `${bench} on ${database}: ${share} % of the floor, ${failed} failed; processor time of the server's process ` +
      `${time(floor).p50.toFixed(0)} → ${time(ours).p50.toFixed(0)} µs a request`,
  );
  const shared = { bench, database } as const;
  return [
    { ...shared, what, unit: '/s', ...rate(ours), floor: floorOf(floor.map((one) => one.perSecond)) },
    {
      ...shared,
      what: `${what}: answer`,
      unit: 'ms',
      ...spread(ours.map((one) => one.p95)),
      floor: floorOf(floor.map((one) => one.p95)),
    },
  ] satisfies Figure[];
}

function carried(server: Server, load: Load): Promise<Carried> {
  return carry({ url: server.url, pid: server.child.pid ?? 0 }, load);
}

async function openPair(database: DatabaseName): Promise<Pair> {
  const folder = mkdtempSync(join(tmpdir(), 'kursdugnad-lrs-'));
  const postgres = database === 'postgres' ? await startPostgres({ isDurable: true }) : undefined;
  const where: Record<string, string> = postgres ? { DATABASE_URL: await postgres.newDatabase() } : {};
  const key = { XAPI_KEY: 'bench', XAPI_SECRET: 'bench-secret', DEMO: '0' };
  const ours = await serve(['api/dist/main.js'], 'Kursdugnad: http', { DATA_DIR: folder, ...where, ...key });
  const floorDatabase = postgres ? await postgres.newDatabase() : join(folder, 'floor.db');
  const floor = await serve(['test/bench/lrs-floor.mjs'], 'floor', { FLOOR_DATABASE: floorDatabase });
  return {
    ours,
    floor,
    async analyse() {
      if (where.DATABASE_URL === undefined) return;
      const client = new pg.Client({ connectionString: where.DATABASE_URL });
      await client.connect();
      await client.query('ANALYZE');
      await client.end();
    },
    async close() {
      await ours.stop();
      await floor.stop();
      await postgres?.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
