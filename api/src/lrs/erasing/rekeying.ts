import type { Statement } from '@kursdugnad/core/xapi/statement.js';
import type { Transaction } from '../../database/database.js';
import { insertRows } from '../../database/insert-rows.js';
import { sqlFile } from '../../database/sql.js';
import { heirsOf } from '../keeping/removal.js';
import { keyColumns, keysOf, statementKey } from '../statement-keys.js';

/** A statement that says something else from now on. */
export interface Rewritten {
  id: string;
  seq: number;
  before: Statement;
  after: Statement;
}

const moveKeys = sqlFile(import.meta.url, 'move-keys.sql');
const forgetKey = sqlFile(import.meta.url, 'forget-key.sql');
const removeKeysVia = sqlFile(import.meta.url, '../keeping/remove-keys-via.sql');
const rewriteStatement = sqlFile(import.meta.url, 'rewrite-statement.sql');

/**
 * Writes the statements as they are to be, and what they are found by, they and those that refer to them. `identifiers`:
 * agents that are one agent, `to`, from now on.
 */
export async function rewrite(
  transaction: Transaction,
  municipality: string,
  all: readonly Rewritten[],
  identifiers: readonly string[],
  to: string,
): Promise<void> {
  const { query } = transaction;
  const moved = new Map<string, string>();
  for (const identifier of identifiers)
    for (const kind of ['agent', 'related-agent'] as const)
      moved.set(statementKey(kind, identifier), statementKey(kind, to));
  for (const [from, key] of moved) {
    await query(moveKeys, { municipality, from, to: key });
    await query(forgetKey, { municipality, from });
  }
  for (const one of all) {
    await query(rewriteStatement, { municipality, id: one.id, text: JSON.stringify(one.after) });
    await mendKeys(transaction, municipality, one, moved);
  }
}

/** Where more than agents have changed: an address that held the person's id, an attachment that is gone. */
async function mendKeys(
  transaction: Transaction,
  municipality: string,
  { id, seq, before, after }: Rewritten,
  moved: ReadonlyMap<string, string>,
): Promise<void> {
  const there = new Set(keysOf(before).map((key) => moved.get(key) ?? key));
  const wanted = new Set(keysOf(after));
  const gone = [...there].filter((key) => !wanted.has(key));
  const fresh = [...wanted].filter((key) => !there.has(key));
  if (gone.length === 0 && fresh.length === 0) return;
  const heirs = (await heirsOf(transaction, municipality, [id])).map(({ heir }) => ({ ...heir, via: id }));
  for (const { id: statement, seq: place, via } of [{ id, seq, via: '' }, ...heirs]) {
    await transaction.query(removeKeysVia, { municipality, keys: gone, seq: place, id: statement, via });
    const rows = fresh.map((key) => [municipality, key, place, statement, via]);
    await insertRows(transaction, 'statement_key', keyColumns, rows, 'ON CONFLICT DO NOTHING');
  }
}
