import { refersTo, type Statement, type StoredStatement, voids } from '@kursdugnad/core/xapi/statement.js';
import type { Transaction } from '../database/database.js';
import { sqlFile } from '../database/sql.js';
import { insertRows } from '../database/insert-rows.js';
import type { Kept } from './kept-statement.js';
import { keyColumns, keysOf, statementKey } from './statement-keys.js';

interface Row {
  id: string;
  seq: number;
  text: string;
}

export type Referrers = ReadonlyMap<string, Row[]>;

const statementsById = sqlFile(import.meta.url, 'statements-by-id.sql');
const referringTo = sqlFile(import.meta.url, 'referring-to.sql');
const voidStatements = sqlFile(import.meta.url, 'void-statements.sql');

/** A chain of statements about statements is followed this far, so that a circle ends. */
const longest = 20;

/**
 * Ties new statements to those they are about, and to those that were about them before they came (`earlier`): who is
 * about another is found by that one's keys too (xAPI 1.0.3 Communication 2.1.4), and who is voided is marked. Answers
 * the statements that are voided from now on.
 */
export async function tieReferences(
  transaction: Transaction,
  municipality: string,
  fresh: Kept[],
  earlier: Referrers,
): Promise<StoredStatement[]> {
  const voided: StoredStatement[] = [];
  for (const one of fresh) {
    if (refersTo(one.statement) === null && !earlier.has(one.id)) continue;
    const row = { id: one.id, seq: one.seq, text: JSON.stringify(one.statement) };
    voided.push(...(await tie(transaction, municipality, row)));
  }
  return voided;
}

async function tie(transaction: Transaction, municipality: string, one: Row): Promise<StoredStatement[]> {
  const about = await chain(transaction, municipality, one);
  const statement = JSON.parse(one.text) as Statement;
  const gone = [voids(statement)].filter((id) => id !== null);
  await inherit(transaction, municipality, one, about);
  let above = (await referrers(transaction, municipality, [one])).get(one.id) ?? [];
  if (above.some(({ text }) => voids(JSON.parse(text) as Statement) !== null)) gone.push(one.id);
  for (let depth = 0; depth < longest && above.length > 0; depth += 1) {
    for (const referrer of above) await inherit(transaction, municipality, referrer, [one, ...about]);
    above = [...(await referrers(transaction, municipality, above)).values()].flat();
  }
  return markVoided(transaction, municipality, gone);
}

/** A voiding statement is never voided itself (xAPI 1.0.3 Data 2.3.2). */
async function markVoided(transaction: Transaction, municipality: string, ids: string[]): Promise<StoredStatement[]> {
  const rows = (await byId(transaction, municipality, ids)).map((row) => ({
    ...row,
    statement: JSON.parse(row.text) as StoredStatement,
  }));
  const voided = rows.filter(({ statement }) => voids(statement) === null);
  if (voided.length > 0) await transaction.query(voidStatements, { municipality, ids: voided.map(({ id }) => id) });
  return voided.map(({ statement }) => statement);
}

/** What a statement is about, and what that is about, as far as it is known here. */
async function chain(transaction: Transaction, municipality: string, from: Row): Promise<Row[]> {
  const found: Row[] = [];
  let next = refersTo(JSON.parse(from.text) as Statement);
  while (next !== null && found.length < longest && !found.some(({ id }) => id === next)) {
    const [row] = await byId(transaction, municipality, [next]);
    if (!row) break;
    found.push(row);
    next = refersTo(JSON.parse(row.text) as Statement);
  }
  return found;
}

async function byId({ query }: Transaction, municipality: string, ids: string[]): Promise<Row[]> {
  return ids.length === 0 ? [] : query<Row>(statementsById, { municipality, ids });
}

/** Who refers to these, by the id of what they refer to. */
export async function referrers(
  { query }: Transaction,
  municipality: string,
  those: readonly { id: string }[],
): Promise<Referrers> {
  const idOf = new Map(those.map(({ id }) => [statementKey('reference', id), id]));
  const rows = await query<Row & { key: string }>(referringTo, { municipality, keys: [...idOf.keys()] });
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const id = idOf.get(row.key) ?? '';
    found.set(id, [...(found.get(id) ?? []), row]);
  }
  return found;
}

async function inherit(transaction: Transaction, municipality: string, heir: Row, from: Row[]): Promise<void> {
  const rows = from.flatMap(({ id, text }) =>
    keysOf(JSON.parse(text) as Statement).map((key) => [municipality, key, heir.seq, heir.id, id]),
  );
  if (rows.length > 0) await insertRows(transaction, 'statement_key', keyColumns, rows, 'ON CONFLICT DO NOTHING');
}
