import type { Database, Transaction } from '../database/database.js';
import { sqlFile } from '../database/sql.js';
import { operatorPlace } from './credentials.js';

/** Statements that can be told apart within one millisecond. */
const perMillisecond = 4096;
/** Milliseconds that PostgreSQL's answer holds: it costs as much as the query itself. */
const holds = 20;
const beginStoring = sqlFile(import.meta.url, 'begin-storing.sql');
const beginStoringAlone = sqlFile(import.meta.url, 'begin-storing-alone.sql');
const latestPlace = sqlFile(import.meta.url, 'latest-place.sql');
const oldestStoring = sqlFile(import.meta.url, 'oldest-storing.sql');
/** The first half of PostgreSQL's advisory locks that say: statements are being stored. The second is the municipality. */
const room = 1_280_463_955;

/**
 * Gives every statement its place in the order of storing. `stored` and `seq` are one: `seq` is the milliseconds × 4096
 * plus a running number, stays below 2^53 until 2039, and never goes back. With PostgreSQL, which
 * many processes may share, its clock is the one that counts.
 */
export class StoredClock {
  private last = 0;
  private readonly underway = new Set<number>();
  private askedAt = -Infinity;
  private asked = Promise.resolve('');

  constructor(
    private readonly database: Pick<Database, 'driver' | 'query'>,
    private readonly now: () => number = Date.now,
  ) {}

  /** On SQLite the machine's clock may have been set back since the server ran last. PostgreSQL's is asked every time. */
  async goOn(): Promise<void> {
    if (this.database.driver === 'postgres') return;
    const [row] = await this.database.query<{ seq: number | null }>(latestPlace, { operator: operatorPlace });
    this.last = Math.max(this.last, row?.seq ?? 0);
  }

  next(): number {
    const now = this.database.driver === 'postgres' ? 0 : this.now();
    this.last = Math.max(this.last + 1, now * perMillisecond);
    return this.last;
  }

  /**
   * Comes before the first `next` of a transaction: until it ends, nothing later is consistent. `isAlone`: waits until
   * everybody else's statements are there, and lets nobody else begin, so that what is referred to is seen.
   */
  async begin(transaction: Transaction, municipality: string, isAlone: boolean): Promise<void> {
    if (this.database.driver === 'postgres') {
      // Who stores something and then asks for it sees that it is consistent.
      transaction.afterwards(() => {
        this.forget();
      });
      const sql = isAlone ? beginStoringAlone : beginStoring;
      const [row] = await transaction.query<{ at: number }>(sql, { room, municipality });
      this.last = Math.max(this.last, (row?.at ?? 0) * perMillisecond);
      return;
    }
    const start = Math.max(this.last + 1, this.now() * perMillisecond) + Math.random();
    this.underway.add(start);
    transaction.afterwards(() => this.underway.delete(start));
  }

  /**
   * Everything stored until this instant is visible to queries (X-Experience-API-Consistent-Through). Ask before the
   * query, not after.
   */
  async consistentThrough(): Promise<string> {
    if (this.database.driver === 'postgres') {
      // What was consistent then, still is: who asks within this moment hears the same.
      if (performance.now() > this.askedAt + holds) [this.askedAt, this.asked] = [performance.now(), this.ask()];
      return this.asked;
    }
    // Something may still be stored within this very millisecond.
    const before = this.underway.size === 0 ? this.now() : Math.floor(Math.min(...this.underway) / perMillisecond);
    return new Date(before - 1).toISOString();
  }

  /** The next who asks is told anew. */
  forget(): void {
    this.askedAt = -Infinity;
  }

  private async ask(): Promise<string> {
    try {
      const [row] = await this.database.query<{ at: number }>(oldestStoring, { room });
      return new Date((row?.at ?? 1) - 1).toISOString();
    } catch (reason) {
      this.forget();
      throw reason;
    }
  }
}

/** `stored` as statements show it. */
export function storedAt(seq: number): string {
  return new Date(Math.floor(seq / perMillisecond)).toISOString();
}

/** The first place in the order after everything stored at this instant. */
export function afterInstant(instant: string): number {
  return (Date.parse(instant) + 1) * perMillisecond;
}
