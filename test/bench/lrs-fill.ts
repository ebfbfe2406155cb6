import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import pg from 'pg';
import type { kept as Kept } from '../../api/src/lrs/kept-statement.js';
import type { keysOf as KeysOf } from '../../api/src/lrs/statement-keys.js';
import type { Statement } from '@kursdugnad/core/xapi/statement.js';
import { aStatementText } from './lrs-load.js';

/** Where the statements of whoever holds XAPI_KEY lie. */
export const place = 'operator';
const perPart = 20_000;
const statementColumns = 'municipality, id, seq, voided, text';
const keyColumns = 'municipality, key, seq, statement, via';

type Row = (string | number)[];
interface Part {
  statements: Row[];
  keys: Row[];
}

/**
 * Puts so many statements into the tables of an LRS whose server does not run, with the rows that the house itself would
 * make of them, past its transactions: five million would take it half an hour.
 */
export async function fill(
  where: { dataDir: string; databaseUrl: string | undefined },
  from: number,
  until: number,
): Promise<void> {
  const rows = await rowMaker(from);
  const store = where.databaseUrl === undefined ? intoSqlite(where.dataDir) : await intoPostgres(where.databaseUrl);
  for (let count = from; count < until; count += perPart) await store.put(rows(Math.min(perPart, until - count)));
  await store.close();
}

async function rowMaker(from: number): Promise<(count: number) => Part> {
  const { kept } = (await import(new URL('../../api/dist/lrs/kept-statement.js', import.meta.url).href)) as {
    kept: typeof Kept;
  };
  const { keysOf } = (await import(new URL('../../api/dist/lrs/statement-keys.js', import.meta.url).href)) as {
    keysOf: typeof KeysOf;
  };
  const authority = { objectType: 'Agent', account: { homePage: 'http://localhost:3000', name: 'lrs:bench' } } as const;
  // A statement a second, up to now.
  let at = Date.now() - 10_000_000 * 1000 + from * 1000;
  return (count) => {
    const part: Part = { statements: [], keys: [] };
    for (let made = 0; made < count; made += 1) {
      at += 1000;
      const { id, seq, statement } = kept(JSON.parse(aStatementText()) as Statement, authority, at * 4096);
      part.statements.push([place, id, seq, 0, JSON.stringify(statement)]);
      for (const key of keysOf(statement)) part.keys.push([place, key, seq, id, '']);
    }
    part.keys.sort(([, a], [, b]) => (a! < b! ? -1 : 1));
    return part;
  };
}

interface Store {
  put(part: Part): void | Promise<void>;
  close(): void | Promise<void>;
}

function intoSqlite(dataDir: string): Store {
  const database = new Sqlite(join(dataDir, 'kursdugnad.db'));
  database.pragma('synchronous = OFF');
  database.pragma('cache_size = -1000000');
  const statement = database.prepare(`INSERT INTO statement (${statementColumns}) VALUES (?, ?, ?, ?, ?)`);
  const key = database.prepare(`INSERT INTO statement_key (${keyColumns}) VALUES (?, ?, ?, ?, ?)`);
  const all = database.transaction(({ statements, keys }: Part) => {
    for (const row of statements) statement.run(...row);
    for (const row of keys) key.run(...row);
  });
  return {
    put: (part) => all(part),
    close() {
      database.pragma('wal_checkpoint(TRUNCATE)');
      database.close();
    },
  };
}

async function intoPostgres(connectionString: string): Promise<Store> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query('SET synchronous_commit = off');
  const insert = (table: string, columns: string, types: string[], rows: Row[]) =>
    client.query(
      `INSERT INTO ${table} (${columns}) SELECT * FROM unnest(${types.map((type, at) => `$${at + 1}::${type}[]`).join(', ')})`,
      types.map((_, at) => rows.map((row) => row[at])),
    );
  return {
    async put({ statements, keys }) {
      await client.query('BEGIN');
      await insert('statement', statementColumns, ['text', 'text', 'bigint', 'bigint', 'text'], statements);
      await insert('statement_key', keyColumns, ['text', 'text', 'bigint', 'text', 'text'], keys);
      await client.query('COMMIT');
    },
    async close() {
      // What autovacuum does within a minute.
      await client.query('VACUUM ANALYZE statement');
      await client.query('VACUUM ANALYZE statement_key');
      await client.end();
    },
  };
}
