import type { Transaction } from './database.js';
import type { SqlValue } from './sql.js';

/** Parameters a statement may have: SQLite takes 32 766. */
const mostParameters = 30_000;
const mostRows = 500;
/** Characters from which a text is read faster on its own than as one of an array, where its quotes are escaped. */
const long = 300;

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
    const [source, values] = isPostgres && !hasLong(part) ? unnested(columns.length, part) : listed(part, isPostgres);
    const answer: unknown = await manager.query(
      `INSERT INTO ${table} (${columns.join(', ')}) ${source} ${otherwise}`,
      values,
    );
    if (Array.isArray(answer)) for (const row of answer as Returned[]) returned.push(row);
  }
  return returned;
}

type Row = readonly SqlValue[];

function listed(rows: readonly Row[], isPostgres: boolean): [string, unknown[]] {
  const values = rows.flat();
  if (!isPostgres) {
    const row = `(${'?, '.repeat((rows[0]?.length ?? 1) - 1)}?)`;
    return [`VALUES ${`${row}, `.repeat(rows.length - 1)}${row}`, values];
  }
  let place = 0;
  const places = rows.map((row) => `(${row.map(() => `$${(place += 1)}`).join(', ')})`);
  return [`VALUES ${places.join(', ')}`, values];
}

function hasLong(rows: readonly Row[]): boolean {
  return rows.some((row) => row.some((value) => typeof value === 'string' && value.length >= long));
}

/**
 * One array a column, and one value where all rows have the same: PostgreSQL reads a statement of thousands of
 * parameters more slowly than it stores their rows.
 */
function unnested(width: number, rows: readonly Row[]): [string, unknown[]] {
  const values: unknown[] = [];
  const [chosen, arrays, names]: [string[], string[], string[]] = [[], [], []];
  for (let at = 0; at < width; at += 1) {
    const column = rows.map((row) => row[at] ?? null);
    const place = `$${at + 1}::${typeOf(column)}`;
    // One column at least says how many rows there are.
    const isSame = column.every((value) => value === column[0]) && (arrays.length > 0 || at < width - 1);
    values.push(isSame ? column[0] : column);
    chosen.push(isSame ? place : `c${at}`);
    if (isSame) continue;
    arrays.push(`${place}[]`);
    names.push(`c${at}`);
  }
  // WHERE true: or ON CONFLICT would be read as the condition of a join.
  return [
    `SELECT ${chosen.join(', ')} FROM unnest(${arrays.join(', ')}) AS u (${names.join(', ')}) WHERE true`,
    values,
  ];
}

/** Nothing but null goes as bigint, which PostgreSQL turns into what any column wants. */
function typeOf(values: readonly SqlValue[]): string {
  if (values.some((value) => typeof value === 'string')) return 'text';
  return values.every((value) => value === null || Number.isInteger(value)) ? 'bigint' : 'double precision';
}
