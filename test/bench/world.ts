import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { built, buildWhatChanged } from './built.js';
import { type Postgres, startPostgres } from '../setup/postgres.mjs';
import { serve, type Server } from './server.js';

export type DatabaseName = 'sqlite' | 'postgres';
export const databases = (process.env.BENCH_DATABASES ?? 'sqlite,postgres').split(',') as DatabaseName[];
export type Say = (line: string) => void;

/** The demo region in a database, where everybody of Solvik has a personal token and some have a browser's session. */
export interface World {
  dataDir: string;
  databaseUrl: string | undefined;
  /** Ids of the 1 500 who work in Solvik; the header that lets one of them ask is `as(id)`. */
  people: string[];
  /** Leads all of Solvik, which is the unit `top`. */
  leader: string;
  top: string;
  /** Cookies: the leader's, and those of ordinary employees. */
  leaderSession: string;
  sessions: { person: string; cookie: string }[];
  /** The built server on this data, as a process of its own. `flags` are Node's. */
  serve(flags?: string[]): Promise<Server>;
}

export interface Worlds {
  on(database: DatabaseName): Promise<World>;
  close(): Promise<void>;
}

export const solvik = '310014826';
const leaderName = 'Gunnar Løken';
const sessionCount = 60;

export const as = (person: string) => ({ authorization: `Bearer bench-${person}` });

/** Worlds are made when first asked for, once for each database. */
export async function openWorlds(say: Say): Promise<Worlds> {
  await buildWhatChanged();
  const made = new Map<DatabaseName, Promise<World>>();
  const folders: string[] = [];
  let postgres: Postgres | undefined;
  const make = async (database: DatabaseName) => {
    if (database === 'postgres') postgres ??= await startPostgres({ isDurable: true });
    const dataDir = mkdtempSync(join(tmpdir(), 'kursdugnad-bench-'));
    folders.push(dataDir);
    const began = performance.now();
    const world = await aWorld(dataDir, database === 'postgres' ? await postgres?.newDatabase() : undefined);
    say(`Made the demo region on ${database} in ${((performance.now() - began) / 1000).toFixed(1)} s`);
    return world;
  };
  return {
    on(database) {
      const world = made.get(database) ?? make(database);
      made.set(database, world);
      return world;
    },
    async close() {
      await postgres?.remove();
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function aWorld(dataDir: string, databaseUrl: string | undefined): Promise<World> {
  const { openHouse, makeDemoRegion, Database, Sessions } = await built();
  const settings = { port: 0, publicUrl: 'http://localhost:3000', dataDir, databaseUrl, smtpUrl: undefined };
  const app = await openHouse({ ...settings, xapi: undefined, demo: true, logLevel: 'silent' }, null);
  const at = new Date().toISOString();
  await makeDemoRegion(app, at);
  const query = <Row>(text: string) => app.get(Database).query<Row>({ text }, { solvik });
  const everybody = await query<{ id: string; name: string }>(
    'SELECT id, name FROM person WHERE municipality = :solvik ORDER BY id',
  );
  const [top] = await query<{ id: string }>('SELECT id FROM unit WHERE municipality = :solvik AND parent IS NULL');
  const leader = everybody.find(({ name }) => name === leaderName);
  if (!leader || !top) throw new Error('The demo region is not as it should be');
  const people = everybody.map(({ id }) => id);
  const sessions = app.get(Sessions);
  await Promise.all(people.map((id) => sessions.giveToken(solvik, id, `bench-${id}`, 'bench')));
  const cookieFor = async (id: string) => (await sessions.open(solvik, id, at)).token;
  const learners = people.filter((id) => id !== leader.id).slice(0, sessionCount);
  const world = {
    ...{ dataDir, databaseUrl, people },
    leader: leader.id,
    top: top.id,
    leaderSession: await cookieFor(leader.id),
    sessions: await Promise.all(learners.map(async (person) => ({ person, cookie: await cookieFor(person) }))),
    serve: (flags: string[] = []) => {
      const where = {
        DATA_DIR: dataDir,
        DEMO: '1',
        ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
      };
      return serve([...flags, 'api/dist/main.js'], 'Kursdugnad: http', where);
    },
  };
  await app.close();
  return world;
}
