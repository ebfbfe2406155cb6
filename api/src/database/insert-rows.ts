import type { Transaction } from './database.js';
import type { SqlValue } from './sql.js';

/** Parameters a statement may have: SQLite takes 32 766. */
const mostParameters = 30_000;
const mostRows = 500;

/**
 * Inserts many rows with as few statements as possible: what the ORM's `insert` does, at the speed of the driver.
 * `otherwise` is what follows VALUES: ON CONFLICT, RETURNING. Answers what RETURNING gives.
 */
export async function insertRows<Returned = never>(
  { manager }: Transaction,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly SqlValue[])[],
  otherwise = '',
): Promise<Returned[]> {
  const isPostgres = manager.connection.options.type === 'postgres';
  const size = Math.min(mostRows, Math.floor(mostParameters / columns.length));
  const returned: Returned[] = [];
  for (let start = 0; start < rows.length; start += size) {
    const part = rows.slice(start, start + size);
    const text = `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${places(part.length, columns.length, isPostgres)} ${otherwise}`;
    const answer: unknown = await manager.query(text, part.flat());
    if (Array.isArray(answer)) for (const row of answer as Returned[]) returned.push(row);
  }
  return returned;
}

function places(rows: number, columns: number, isPostgres: boolean): string {
  const row = `(${'?, '.repeat(columns - 1)}?)`;
  const text = `${`${row}, `.repeat(rows - 1)}${row}`;
  let number = 0;
  return isPostgres ? text.replace(/\?/g, () => `$${(number += 1)}`) : text;
}
