/** Statements that can be told apart within one millisecond. */
const perMillisecond = 4096;

/**
 * Gives every statement its place in the order of storing. `stored` and `seq` are one: `seq` is the milliseconds × 4096
 * plus a running number, stays below 2^53 until 2039, and never goes back while the process runs.
 */
export class StoredClock {
  private last = 0;
  private readonly underway = new Set<number>();

  constructor(private readonly now: () => number = Date.now) {}

  next(): number {
    this.last = Math.max(this.last + 1, this.now() * perMillisecond);
    return this.last;
  }

  /** From before the first `next` of a transaction until the returned function is called, nothing later is consistent. */
  begin(): () => void {
    const start = Math.max(this.last + 1, this.now() * perMillisecond) + Math.random();
    this.underway.add(start);
    return () => this.underway.delete(start);
  }

  /**
   * Everything stored until this instant is visible to queries of this process (X-Experience-API-Consistent-Through).
   * Ask before the query, not after.
   */
  consistentThrough(): string {
    const before = this.underway.size === 0 ? this.now() : Math.floor(Math.min(...this.underway) / perMillisecond) - 1;
    return new Date(before).toISOString();
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
