import { refersTo, type Statement } from '@kursdugnad/core/xapi/statement.js';
import type { Transaction } from '../../database/database.js';
import { sqlFile } from '../../database/sql.js';
import { attachmentsOf } from '../attachments.js';
import { keysOf, statementKey } from '../statement-keys.js';
import type { Lying } from './due-statements.js';

interface Row {
  id: string;
  seq: number;
  text: string;
}

const removeKeys = sqlFile(import.meta.url, 'remove-keys.sql');
const removeKeysVia = sqlFile(import.meta.url, 'remove-keys-via.sql');
const removeStatements = sqlFile(import.meta.url, 'remove-statements.sql');
const keysInUse = sqlFile(import.meta.url, 'keys-in-use.sql');
const removeAttachments = sqlFile(import.meta.url, 'remove-attachments.sql');
const referringTo = sqlFile(import.meta.url, '../referring-to.sql');
const statementsById = sqlFile(import.meta.url, '../statements-by-id.sql');

/** A chain of statements about statements is followed this far, as in references.ts. */
const longest = 20;

/** Removes statements, what they are found by, and the attachments that only they had. */
export async function remove(transaction: Transaction, municipality: string, all: readonly Lying[]): Promise<void> {
  if (all.length === 0) return;
  const { query } = transaction;
  for (const { id, seq, statement } of all) {
    const keys = [...keysOf(statement), ...(await inheritedKeys(transaction, municipality, statement))];
    await query(removeKeys, { municipality, keys, seq, id });
  }
  const own = new Map(all.map(({ id, statement }) => [id, keysOf(statement)]));
  for (const { heir, from } of await heirsOf(transaction, municipality, [...own.keys()]))
    await query(removeKeysVia, { municipality, keys: own.get(from) ?? [], seq: heir.seq, id: heir.id, via: from });
  await query(removeStatements, { municipality, ids: [...own.keys()] });
  await letGoOf(
    transaction,
    municipality,
    all.flatMap(({ statement }) => hashesOf(statement)),
  );
}

/** In lower case, as they are kept. */
export function hashesOf(statement: Statement): string[] {
  return attachmentsOf(statement).map(({ sha2 }) => sha2.toLowerCase());
}

/** Forgets those of these attachments that no statement mentions any longer. Answers how many; the files go with the next sweep. */
export async function letGoOf({ query }: Transaction, municipality: string, hashes: string[]): Promise<number> {
  if (hashes.length === 0) return 0;
  const byKey = new Map(hashes.map((sha2) => [statementKey('attachment', sha2), sha2]));
  const used = await query<{ key: string }>(keysInUse, { municipality, keys: [...byKey.keys()] });
  for (const { key } of used) byKey.delete(key);
  await query(removeAttachments, { municipality, hashes: [...byKey.values()] });
  return byKey.size;
}

/** What a statement is found by because of those it refers to. */
async function inheritedKeys({ query }: Transaction, municipality: string, from: Statement): Promise<string[]> {
  const keys: string[] = [];
  let next = refersTo(from);
  for (let depth = 0; next !== null && depth < longest; depth += 1) {
    const [row] = await query<Row>(statementsById, { municipality, ids: [next] });
    if (!row) break;
    const statement = JSON.parse(row.text) as Statement;
    keys.push(...keysOf(statement));
    next = refersTo(statement);
  }
  return keys;
}

/** Who is found by the keys of these statements, since they refer to them, directly or through others. */
export async function heirsOf(
  { query }: Transaction,
  municipality: string,
  ids: string[],
): Promise<{ heir: Row; from: string }[]> {
  const heirs: { heir: Row; from: string }[] = [];
  let level = new Map(ids.map((id) => [id, [id]]));
  for (let depth = 0; level.size > 0 && depth < longest; depth += 1) {
    const idOf = new Map([...level.keys()].map((id) => [statementKey('reference', id), id]));
    const rows = await query<Row & { key: string }>(referringTo, { municipality, keys: [...idOf.keys()] });
    const above = new Map<string, string[]>();
    for (const heir of rows) {
      const origins = level.get(idOf.get(heir.key) ?? '') ?? [];
      for (const from of origins) heirs.push({ heir, from });
      above.set(heir.id, [...(above.get(heir.id) ?? []), ...origins]);
    }
    level = above;
  }
  return heirs;
}
