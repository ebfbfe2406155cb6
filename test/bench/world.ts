import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWhatChanged } from './built.js';
import { type Postgres, startPostgres } from './postgres.js';
import { serve, type Server } from './server.js';

export type DatabaseName = 'sqlite' | 'postgres';

/** The demo region in a database, where everybody of Solvik has a personal token. */
export interface World {
  database: DatabaseName;
  dataDir: string;
  databaseUrl: string | undefined;
  municipality: string;
  /** Ids of all who work in Solvik; the token of each is `tokenOf(id)`. */
  people: string[];
  /** Solvik itself, as a unit. */
  unit: string;
  /** The built server on this data, as a process of its own. `flags` are Node's. */
  serve(flags?: string[]): Promise<Server>;
  /** A session of a browser for somebody of Solvik. */
  sessions: string[];
}

export interface Worlds {
  on(database: DatabaseName): Promise<World>;
  close(): Promise<void>;
}

export const databases = (process.env.BENCH_DATABASES ?? 'sqlite,postgres').split(',') as DatabaseName[];
const solvik = '310014826';
/** The leader of all of Solvik. */
export const leader = { authorization: 'Bearer demo-leader:solvik' };
export const tokenOf = (person: string) => `bench-${person}`;
export const as = (person: string) => ({ authorization: `Bearer ${tokenOf(person)}` });

/** Worlds are made when first asked for, once for each database. */
export async function openWorlds(say: (line: string) => void): Promise<Worlds> {
  await buildWhatChanged();
  const made = new Map<DatabaseName, Promise<World>>();
  const folders: string[] = [];
  let postgres: Postgres | undefined;
  const make = async (database: DatabaseName) => {
    if (database === 'postgres') postgres ??= await startPostgres();
    const dataDir = mkdtempSync(join(tmpdir(), 'kursdugnad-bench-'));
    folders.push(dataDir);
    say(`Making the demo region on ${database} …`);
    return aWorld(database, dataDir, database === 'postgres' ? await postgres?.newDatabase() : undefined);
  };
  return {
    on(database) {
      const world = made.get(database) ?? make(database);
      made.set(database, world);
      return world;
    },
    async close() {
      await postgres?.stop();
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    },
  };
}
