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
 * lrs-single. POST one statement, 10 connections, full validation and durability, into an empty LRS with one key.
 * Floor: the bare server of lrs-floor.mjs that writes the same rows, rounds in turn; beside it one that writes as few
 * as could do. SQLite and PostgreSQL.
 */
export const lrsSingle = (_: Worlds, say: Say) => besideFloor('lrs-single', 'POST one, 10 connections', single, say);

/** lrs-batch. POST 50 a request, 4 connections; otherwise as lrs-single. */
export const lrsBatch = (_: Worlds, say: Say) => besideFloor('lrs-batch', 'POST 50, 4 connections', batch, say);

/** lrs-get. GET limit=50, 10 connections, after some thousand statements have been stored; otherwise as lrs-single. */
export const lrsGet = (_: Worlds, say: Say) => besideFloor('lrs-get', 'GET limit=50, 10 connections', newest, say);

interface Trio {
  ours: Server;
  /** Writes the same rows. */
  same: Server;
  /** Writes as few rows as could do. */
  lean: Server;
  /** What PostgreSQL's autovacuum does within a minute: until then it guesses at the size of the tables. */
  analyse(): Promise<void>;
  close(): Promise<void>;
}

async function besideFloor(bench: string, what: string, load: Load, say: Say): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const database of databases) {
    const trio = await openTrio(database);
    try {
      figures.push(...(await inTurn(bench, what, load, database, trio, say)));
    } finally {
      await trio.close();
    }
  }
  return figures;
}

async function inTurn(bench: string, what: string, load: Load, database: DatabaseName, trio: Trio, say: Say) {
  const warming = { ...(load.method === 'GET' ? batch : load), seconds: 3 };
  for (const server of [trio.ours, trio.same, trio.lean]) await carried(server, warming);
  await trio.analyse();
  const [ours, same, lean]: [Carried[], Carried[], Carried[]] = [[], [], []];
  for (let round = 0; round < rounds; round += 1) {
    same.push(await carried(trio.same, load));
    ours.push(await carried(trio.ours, load));
    lean.push(await carried(trio.lean, load));
  }
  const rate = (all: Carried[]) => spread(all.map((one) => one.perSecond));
  const time = (all: Carried[]) => spread(all.map((one) => one.processor)).p50.toFixed(0);
  const share = (floor: Carried[]) => Math.round((100 * rate(ours).p50) / rate(floor).p50);
  const failed = ours.reduce((sum, one) => sum + one.failed, 0);
  say(
    `${bench} on ${database}: ${share(same)} % of the floor (${share(lean)} % of the lean one), ${failed} failed; ` +
      `processor time of the server's process ${time(same)} → ${time(ours)} µs a request`,
  );
  const shared = { bench, database } as const;
  const figure = (said: string, unit: '/s' | 'ms', of: (one: Carried) => number, floor: Carried[]) =>
    ({ ...shared, what: said, unit, ...spread(ours.map(of)), floor: floorOf(floor.map(of)) }) satisfies Figure;
  return [
    figure(what, '/s', (one) => one.perSecond, same),
    figure(`${what}: lean floor`, '/s', (one) => one.perSecond, lean),
    figure(`${what}: answer`, 'ms', (one) => one.p95, same),
  ];
}

function carried(server: Server, load: Load): Promise<Carried> {
  return carry({ url: server.url, pid: server.child.pid ?? 0 }, load);
}

async function openTrio(database: DatabaseName): Promise<Trio> {
  const folder = mkdtempSync(join(tmpdir(), 'kursdugnad-lrs-'));
  const postgres = database === 'postgres' ? await startPostgres({ isDurable: true }) : undefined;
  const where: Record<string, string> = postgres ? { DATABASE_URL: await postgres.newDatabase() } : {};
  const key = { XAPI_KEY: 'bench', XAPI_SECRET: 'bench-secret', DEMO: '0' };
  const ours = await serve(['api/dist/main.js'], 'Kursdugnad: http', { DATA_DIR: folder, ...where, ...key });
  const bases: string[] = [where.DATABASE_URL ?? ''];
  const floor = async (rows: 'same' | 'lean') => {
    const base = postgres ? await postgres.newDatabase() : join(folder, `${rows}.db`);
    bases.push(base);
    return serve(['test/bench/lrs-floor.mjs'], 'floor', { FLOOR_DATABASE: base, FLOOR_ROWS: rows });
  };
  const [same, lean] = [await floor('same'), await floor('lean')];
  return {
    ours,
    same,
    lean,
    async analyse() {
      for (const connectionString of postgres ? bases : []) {
        const client = new pg.Client({ connectionString });
        await client.connect();
        await client.query('ANALYZE');
        await client.end();
      }
    },
    async close() {
      for (const server of [ours, same, lean]) await server.stop();
      await postgres?.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
