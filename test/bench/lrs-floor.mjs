// The machine's floor for an LRS: a bare Node server that parses, writes each statement with four indexes and its
// related keys, and answers. What arrives together shares a transaction. No validation, no key, no document.
import { createServer } from 'node:http';
import { setImmediate } from 'node:timers';
import Sqlite from 'better-sqlite3';
import pg from 'pg';

const tables = [
  `CREATE TABLE floor (id text PRIMARY KEY, seq bigint NOT NULL, verb text, actor text, activity text, registration text, text text NOT NULL)`,
  `CREATE UNIQUE INDEX floor_seq ON floor (seq)`,
  ...['verb', 'actor', 'activity', 'registration'].map((one) => `CREATE INDEX floor_${one} ON floor (${one}, seq)`),
  `CREATE TABLE floor_related (key text NOT NULL, seq bigint NOT NULL, PRIMARY KEY (key, seq))`,
];
const columns = 7;
let seq = 0;
let waiting = [];
let isRunning = false;

function rowsOf(statements) {
  const rows = [];
  const related = [];
  for (const one of statements) {
    seq += 1;
    const { id, verb, actor, object, context } = one;
    const stored = { ...one, stored: new Date().toISOString(), version: '1.0.0' };
    rows.push([id, seq, verb.id, actor.account.name, object.id, context.registration, JSON.stringify(stored)]);
    for (const list of Object.values(context.contextActivities)) for (const each of list) related.push([each.id, seq]);
  }
  return { rows, related };
}

async function groups(store) {
  isRunning = true;
  await new Promise((resolve) => setImmediate(resolve));
  while (waiting.length > 0) {
    const group = waiting.splice(0);
    await store(rowsOf(group.flatMap(({ statements }) => statements)));
    for (const { statements, reply } of group) {
      reply.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(statements.map(({ id }) => id)));
    }
  }
  isRunning = false;
}

function sqlite() {
  const database = new Sqlite(process.env.FLOOR_DATABASE);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  for (const table of tables) database.exec(table);
  const insert = database.prepare('INSERT INTO floor VALUES (?, ?, ?, ?, ?, ?, ?)');
  const relate = database.prepare('INSERT OR IGNORE INTO floor_related VALUES (?, ?)');
  const newest = database.prepare('SELECT text FROM floor ORDER BY seq DESC LIMIT 50');
  const all = database.transaction(({ rows, related }) => {
    for (const row of rows) insert.run(...row);
    for (const row of related) relate.run(...row);
  });
  return { store: async (rows) => all(rows), newest: async () => newest.all() };
}

async function postgres() {
  const pool = new pg.Pool({ connectionString: process.env.FLOOR_DATABASE, max: 10 });
  for (const table of tables) await pool.query(table);
  const places = (count, width) =>
    Array.from(
      { length: count },
      (_, row) => `(${Array.from({ length: width }, (_, at) => `$${row * width + at + 1}`)})`,
    );
  const insert = async (client, table, rows, width) => {
    for (let at = 0; at < rows.length; at += 500) {
      const part = rows.slice(at, at + 500);
      await client.query(
        `INSERT INTO ${table} VALUES ${places(part.length, width)} ON CONFLICT DO NOTHING`,
        part.flat(),
      );
    }
  };
  return {
    async store({ rows, related }) {
      const client = await pool.connect();
      await client.query('BEGIN');
      await insert(client, 'floor', rows, columns);
      await insert(client, 'floor_related', related, 2);
      await client.query('COMMIT');
      client.release();
    },
    newest: async () => (await pool.query('SELECT text FROM floor ORDER BY seq DESC LIMIT 50')).rows,
  };
}

const { store, newest } = process.env.FLOOR_DATABASE?.startsWith('postgres') ? await postgres() : sqlite();
createServer((request, reply) => {
  if (request.method === 'GET') {
    void newest().then((rows) => {
      const text = `{"statements":[${rows.map((row) => row.text).join(',')}],"more":""}`;
      reply.writeHead(200, { 'content-type': 'application/json' }).end(text);
    });
    return;
  }
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    const body = JSON.parse(Buffer.concat(parts).toString());
    waiting.push({ statements: Array.isArray(body) ? body : [body], reply });
    if (!isRunning) void groups(store);
  });
}).listen(Number(process.env.PORT), 'localhost', () => process.stdout.write('floor\n'));
