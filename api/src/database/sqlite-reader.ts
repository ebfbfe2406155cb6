import type { Database, Statement } from 'better-sqlite3';
import type { DataSource } from 'typeorm';
import type { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver.js';

const mostPrepared = 500;

/** Asks SQLite with its driver itself: what the ORM does around a query costs as much as many a query. */
export class SqliteReader {
  private readonly prepared = new Map<string, Statement>();

  constructor(private readonly source: DataSource) {}

  /** Rejects with the driver's own errors. */
  async query<Row>(text: string, values: unknown[]): Promise<Row[]> {
    return this.statement(text).all(...values) as Row[];
  }

  private statement(text: string): Statement {
    const known = this.prepared.get(text);
    if (known) return known;
    const driver = this.source.driver as BetterSqlite3Driver;
    const statement = (driver.databaseConnection as Database).prepare(text);
    if (this.prepared.size >= mostPrepared) this.prepared.clear();
    this.prepared.set(text, statement);
    return statement;
  }
}
