import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../setup/postgres.mjs';
import { type Figure, floorOf, spread } from './figures.js';
import { carry } from './lrs-load.js';
import { serve } from './server.js';
import { type DatabaseName, databases, type Say, type Worlds } from './world.js';

const statements = Number(process.env.BENCH_STORED ?? 1_000_000);
const batch = 50;
const seconds = 5;
const megabyte = 1024 * 1024;

/**
 * lrs-memory. A million statements through POST, 50 a request, 4 connections, into an empty LRS (`BENCH_STORED` for
 * another number): what the server's process holds in memory after every five seconds. Floor: the first tenth of them.
 * Aim: never a quarter more.
 */
export async function lrsMemory(_: Worlds, say: Say): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const database of databases) figures.push(await whileStoring(database, say));
  return figures;
}

async function whileStoring(database: DatabaseName, say: Say): Promise<Figure> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kursdugnad-memory-'));
  const postgres = database === 'postgres' ? await startPostgres({ isDurable: true }) : undefined;
  const where: Record<string, string> = postgres ? { DATABASE_URL: await postgres.newDatabase() } : {};
  const key = { XAPI_KEY: 'bench', XAPI_SECRET: 'bench-secret', DEMO: '0' };
  const server = await serve(['api/dist/main.js'], 'Kursdugnad: http', { DATA_DIR: dataDir, ...where, ...key });
  const pid = server.child.pid ?? 0;
  const resident: number[] = [];
  let [stored, failed] = [0, 0];
  try {
    while (stored < statements) {
      const load = { method: 'POST', path: '/xapi/statements', connections: 4, batch, seconds } as const;
      const carried = await carry({ url: server.url, pid }, load);
      stored += Math.round(carried.perSecond * seconds * batch);
      failed += carried.failed;
      resident.push(residentIn(pid));
    }
  } finally {
    await server.stop();
    await postgres?.remove();
    rmSync(dataDir, { recursive: true, force: true });
  }
  const first = resident.slice(0, Math.ceil(resident.length / 10));
  const [early, late] = [Math.max(...first), resident.at(-1) ?? 0];
  say(
    `lrs-memory on ${database}: ${stored} statements, ${failed} failed; ${early.toFixed(0)} → ${late.toFixed(0)} MB resident`,
  );
  const what = `resident while ${statements} statements are stored`;
  const found = { ...spread(resident), floor: floorOf(first), aim: 1.25 * early };
  return { bench: 'lrs-memory', what, database, unit: 'MB', ...found };
}

/** Megabytes of a process (proc(5): statm, in pages of 4 KB). */
function residentIn(pid: number): number {
  const [, pages] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ');
  return (Number(pages) * 4096) / megabyte;
}
