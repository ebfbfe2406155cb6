import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import pg from 'pg';
import { positional, type SqlParameters } from '../../api/src/database/sql.js';
import type { World } from './world.js';

/** The database without the house: SQL handed straight to the driver. */
export interface Straight {
  /** Prepares a `.sql` file's text once; SQLite answers at once, PostgreSQL later. */
  all(text: string, parameters: SqlParameters): unknown[] | Promise<unknown[]>;
  close(): Promise<void>;
}

export async function straightTo({ dataDir, databaseUrl }: Pick<World, 'dataDir' | 'databaseUrl'>): Promise<Straight> {
  return databaseUrl === undefined ? sqlite(dataDir) : postgres(databaseUrl);
}

function sqlite(dataDir: string): Straight {
  const database = new Sqlite(join(dataDir, 'kursdugnad.db'), { readonly: true });
  const prepared = new Map<string, Sqlite.Statement>();
  return {
    all(sql, parameters) {
      const { text, values } = positional({ text: sql }, parameters, 'sqlite');
      const statement = prepared.get(text) ?? database.prepare(text);
      prepared.set(text, statement);
      return statement.all(...values);
    },
    async close() {
      database.close();
    },
  };
}

async function postgres(connectionString: string): Promise<Straight> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return {
    async all(sql, parameters) {
      const { text, values } = positional({ text: sql }, parameters, 'postgres');
      return (await client.query<object>(text, values)).rows;
    },
    close: () => client.end(),
  };
}
