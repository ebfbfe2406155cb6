// The machine's floor for an LRS: a bare Node server that parses, writes and answers. What arrives together shares a
// transaction. No validation, no key, no document. FLOOR_ROWS=same: the very rows that the LRS writes, in its tables.
// FLOOR_ROWS=lean: each statement with four narrow indexes, and its related keys.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { setImmediate } from 'node:timers';
import Sqlite from 'better-sqlite3';
import pg from 'pg';

const isOnPostgres = process.env.FLOOR_DATABASE?.startsWith('postgres') ?? false;
const isSame = process.env.FLOOR_ROWS === 'same';
let seq = 0;
let waiting = [];
let isRunning = false;

const lean = {
  tables: [
    `CREATE TABLE floor (id text PRIMARY KEY, seq bigint NOT NULL, verb text, actor text, activity text, registration text, text text NOT NULL)`,
    `CREATE UNIQUE INDEX floor_seq ON floor (seq)`,
    ...['verb', 'actor', 'activity', 'registration'].map((one) => `CREATE INDEX floor_${one} ON floor (${one}, seq)`),
    `CREATE TABLE floor_related (key text NOT NULL, seq bigint NOT NULL, PRIMARY KEY (key, seq))`,
  ],
  newest: 'SELECT text FROM floor ORDER BY seq DESC LIMIT 50',
  /** Rows of both tables. */
  rowsOf(statements) {
    const rows = [];
    const related = [];
    for (const one of statements) {
      seq += 1;
      const { id, verb, actor, object, context } = one;
      const stored = { ...one, stored: new Date().toISOString(), version: '1.0.0' };
      rows.push([id, seq, verb.id, actor.account.name, object.id, context.registration, JSON.stringify(stored)]);
      for (const list of Object.values(context.contextActivities)) for (const { id } of list) related.push([id, seq]);
    }
    return { floor: rows, floor_related: related };
  },
};

const municipality = '999999999';
const authority = {
  objectType: 'Agent',
  name: 'bench',
  account: { homePage: 'http://localhost:3000', name: 'lrs:bench' },
};
const keys = new Map();
const keyOf = (kind, value) => {
  const name = `${kind} ${value}`;
  const known = keys.get(name);
  if (known !== undefined) return known;
  const key = createHash('sha256').update(name).digest('base64url').slice(0, 22);
  keys.set(name, key);
  return key;
};

const same = {
  tables: [
    `CREATE TABLE statement (municipality text NOT NULL, id text NOT NULL, seq bigint NOT NULL, voided integer NOT NULL, text text NOT NULL, PRIMARY KEY (municipality, id))`,
    `CREATE INDEX ix_statement_seq ON statement (municipality, seq, id)`,
    `CREATE TABLE statement_key (municipality text NOT NULL, key text NOT NULL, seq bigint NOT NULL, statement text NOT NULL, via text NOT NULL, PRIMARY KEY (municipality, key, seq, statement, via))${isOnPostgres ? '' : ' WITHOUT ROWID'}`,
  ],
  newest: `SELECT text FROM statement WHERE municipality = '${municipality}' AND voided = 0 ORDER BY seq DESC, id DESC LIMIT 51`,
  rowsOf(statements) {
    const rows = [];
    const filed = [];
    for (const one of statements) {
      seq += 1;
      const { id, verb, actor, object, context } = one;
      const stored = { ...one, stored: new Date().toISOString(), authority, version: '1.0.0' };
      rows.push([municipality, id, seq, 0, JSON.stringify(stored)]);
      const found = [
        keyOf('verb', verb.id),
        keyOf('registration', context.registration),
        keyOf('agent', actor.account.name),
        keyOf('activity', object.id),
        keyOf('related-agent', authority.account.name),
      ];
      for (const list of Object.values(context.contextActivities))
        for (const { id } of list) found.push(keyOf('related-activity', id));
      for (const key of found) filed.push([municipality, key, seq, id, '']);
    }
    return { statement: rows, statement_key: filed };
  },
};

const { tables, newest, rowsOf } = isSame ? same : lean;

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
  const inserts = new Map();
  const insert = (table, row) => {
    if (!inserts.has(table))
      inserts.set(table, database.prepare(`INSERT OR IGNORE INTO ${table} VALUES (${row.map(() => '?').join(', ')})`));
    inserts.get(table).run(...row);
  };
  const found = database.prepare(newest);
  const all = database.transaction((rows) => {
    for (const [table, those] of Object.entries(rows)) for (const row of those) insert(table, row);
  });
  return { store: async (rows) => all(rows), read: async () => found.all() };
}

async function postgres() {
  const pool = new pg.Pool({ connectionString: process.env.FLOOR_DATABASE, max: 10 });
  for (const table of tables) await pool.query(table);
  const places = (rows) => {
    let place = 0;
    return rows.map((row) => `(${row.map(() => `$${(place += 1)}`).join(', ')})`).join(', ');
  };
  const insert = async (client, table, rows) => {
    for (let at = 0; at < rows.length; at += 500) {
      const part = rows.slice(at, at + 500);
      await client.query(`INSERT INTO ${table} VALUES ${places(part)} ON CONFLICT DO NOTHING`, part.flat());
    }
  };
  return {
    async store(rows) {
      const client = await pool.connect();
      await client.query('BEGIN');
      for (const [table, those] of Object.entries(rows)) await insert(client, table, those);
      await client.query('COMMIT');
      client.release();
    },
    read: async () => (await pool.query(newest)).rows,
  };
}

const { store, read } = isOnPostgres ? await postgres() : sqlite();
createServer((request, reply) => {
  if (request.method === 'GET') {
    void read().then((rows) => {
      const texts = rows.slice(0, 50).map((row) => row.text);
      const text = `{"statements":[${texts.join(',')}],"more":""}`;
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
