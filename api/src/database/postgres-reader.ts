import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';

/** A query that is asked this often is kept by PostgreSQL from then on. */
const often = 5;
/** Each connection keeps its own. */
const mostKept = 200;
const mostCounted = 2000;

/**
 * Asks PostgreSQL with its driver itself, as SqliteReader does. What comes again and again has a name, so that it is
 * read and understood once a connection; planned it is every time (`plannedEachTime`).
 */
export class PostgresReader {
  private readonly asked = new Map<string, number>();
  private readonly names = new Map<string, string>();

  constructor(private readonly source: DataSource) {}

  /** `isFixed`: the text is always the same, however many values there are. */
  async query<Row>(text: string, values: unknown[], isFixed: boolean): Promise<Row[]> {
    const pool = (this.source.driver as PostgresDriver).master as Pool | undefined;
    if (!pool) throw new Error('Connection terminated: the server is stopping');
    const name = isFixed ? this.nameOf(text) : undefined;
    const { rows } = await pool.query({ text, values, ...(name === undefined ? {} : { name }) });
    return rows as Row[];
  }

  private nameOf(text: string): string | undefined {
    const known = this.names.get(text);
    if (known !== undefined || this.names.size >= mostKept) return known;
    const asked = (this.asked.get(text) ?? 0) + 1;
    if (this.asked.size >= mostCounted) this.asked.clear();
    this.asked.set(text, asked);
    if (asked < often) return undefined;
    this.asked.delete(text);
    const name = `kursdugnad-${this.names.size}`;
    this.names.set(text, name);
    return name;
  }
}

/** A plan made for any value is no good where one key finds three statements and another a million. */
export async function plannedEachTime(client: { query(text: string): Promise<unknown> }): Promise<void> {
  await client.query('SET plan_cache_mode = force_custom_plan');
}
