import type { Transaction } from './database.js';
import type { SqlValue } from './sql.js';

/** Parameters a statement may have: SQLite takes 32 766. */
const mostParameters = 30_000;
const mostRows = 500;

/**
 * Inserts many rows with as few statements as possible: what the ORM's `insert` does, at the speed of the driver.
 * `otherwise` is what follows the rows: ON CONFLICT, RETURNING. Answers what RETURNING gives.
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
    const [source, values] = isPostgres ? unnested(columns.length, part) : listed(columns.length, part);
    const answer: unknown = await manager.query(
      `INSERT INTO ${table} (${columns.join(', ')}) ${source} ${otherwise}`,
      values,
    );
    if (Array.isArray(answer)) for (const row of answer as Returned[]) returned.push(row);
  }
  return returned;
}

function listed(width: number, rows: readonly (readonly SqlValue[])[]): [string, unknown[]] {
  const row = `(${'?, '.repeat(width - 1)}?)`;
  return [`VALUES ${`${row}, `.repeat(rows.length - 1)}${row}`, rows.flat()];
}

/** One array a column: PostgreSQL reads a statement of thousands of parameters more slowly than it stores their rows. */
function unnested(width: number, rows: readonly (readonly SqlValue[])[]): [string, unknown[]] {
  const columns = Array.from({ length: width }, (_, at) => rows.map((row) => row[at] ?? null));
  const places = columns.map((values, at) => `$${at + 1}::${typeOf(values)}[]`);
  // WHERE true: or ON CONFLICT would be read as the condition of a join.
  return [`SELECT * FROM unnest(${places.join(', ')}) WHERE true`, columns];
}

/** Nothing but null goes as bigint, which PostgreSQL turns into what any column wants. */
function typeOf(values: readonly SqlValue[]): string {
  if (values.some((value) => typeof value === 'string')) return 'text';
  return values.every((value) => value === null || Number.isInteger(value)) ? 'bigint' : 'double precision';
}
