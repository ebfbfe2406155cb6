import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { DataSourceOptions, MixedList } from 'typeorm';
import { migrations } from './migrations.js';
import { plannedEachTime } from './postgres-reader.js';

// Counts and sums come back as numbers, as they do from SQLite.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** Milliseconds to wait for a connection to PostgreSQL, a new one or one that others use. */
export const patience = 8000;

type Tables = MixedList<new () => object>;

/** How to reach the database that the settings name. `reader` is null where one connection pool serves both. */
export function connections(
  settings: { databaseUrl: string | undefined; dataDir: string },
  entities: Tables,
): {
  writer: DataSourceOptions;
  reader: DataSourceOptions | null;
} {
  const always = {
    entities,
    migrations,
    migrationsTableName: 'migration',
    synchronize: false,
    logging: false,
  } as const;
  if (settings.databaseUrl !== undefined) {
    const writer = { type: 'postgres', url: settings.databaseUrl, poolSize: 10, ...always } as const;
    return {
      writer: {
        ...writer,
        connectTimeoutMS: patience,
        extra: { keepAlive: true, pipeline: true, onConnect: plannedEachTime },
      },
      reader: null,
    };
  }
  mkdirSync(settings.dataDir, { recursive: true });
  const file = {
    type: 'better-sqlite3',
    database: join(settings.dataDir, 'kursdugnad.db'),
    timeout: 5000,
    statementCacheSize: 500,
    ...always,
  } as const;
  return {
    writer: { ...file, prepareDatabase: prepared('FULL') },
    reader: { ...file, migrations: [], prepareDatabase: prepared('NORMAL') },
  };
}

/** Acknowledged means durable: FULL waits for the disk at every commit. The reader writes nothing. */
function prepared(synchronous: 'FULL' | 'NORMAL') {
  return (database: { pragma(text: string): unknown }) => {
    database.pragma('journal_mode = WAL');
    database.pragma(`synchronous = ${synchronous}`);
    // 16 MB: pages that are written again and again reach the database file once (a third off the time of a commit).
    database.pragma('wal_autocheckpoint = 4000');
    database.pragma('foreign_keys = ON');
    // What is deleted is overwritten: an erased person is in no free page.
    database.pragma('secure_delete = ON');
    database.pragma('cache_size = -65536');
    database.pragma('temp_store = MEMORY');
    if (synchronous === 'NORMAL') database.pragma('query_only = ON');
  };
}
