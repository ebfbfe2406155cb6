import type { DataSource, EntityManager } from 'typeorm';
import type { Transaction } from './database.js';
import { isBusy } from './outage.js';
import { positional } from './sql.js';

interface Waiting {
  work: (transaction: Transaction) => Promise<unknown>;
  ended: (() => void)[];
  resolve: (value: never) => void;
  reject: (reason: unknown) => void;
}

/** Works that share one commit at most, so that nobody waits long for the others. */
const groupSize = 100;
/** Milliseconds that SQLite's lock is asked for when another process has it, such as the operator's tool. */
const longestBusy = 4000;
const askAgainAfter = 20;
const serialisationFailures = new Set(['40001', '40P01']);

/** Thrown by a work on PostgreSQL that another process came in the way of: done again, it fares better. */
export class TryAgain extends Error {
  readonly code = '40001';

  constructor(cause: unknown) {
    super('Another process came in the way', { cause });
  }
}

/** Runs transactions: group commit on the one connection of SQLite, a connection each on PostgreSQL. */
export class Writer {
  private waiting: Waiting[] = [];
  private running: Promise<void> | undefined;
  private open = 0;

  constructor(
    private readonly source: DataSource,
    private readonly driver: 'sqlite' | 'postgres',
  ) {}

  run<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const ended: (() => void)[] = [];
    const result = this.driver === 'postgres' ? this.alone(work, ended) : this.inGroup(work, ended);
    return result.finally(() => {
      for (const tell of ended) tell();
    });
  }

  private inGroup<T>(work: (transaction: Transaction) => Promise<T>, ended: (() => void)[]): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.waiting.push({ work, ended, resolve, reject });
      this.running ??= this.groups();
    });
  }

  /** Resolves when nothing is under way. */
  async drained(): Promise<void> {
    while (this.running ?? this.open > 0) await (this.running ?? new Promise((resolve) => setTimeout(resolve, 10)));
  }

  private async groups(): Promise<void> {
    // Requests that arrive in the same turn of the event loop get into the same group.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.waiting.length > 0) await this.group(this.waiting.splice(0, groupSize));
    this.running = undefined;
  }

  private async group(works: Waiting[]): Promise<void> {
    const settled: (() => void)[] = [];
    const committed: (() => void)[] = [];
    try {
      await this.begin();
      const [only] = works;
      if (only && works.length === 1) await this.unaccompanied(only, settled, committed);
      else for (const one of works) await this.inSavepoint(one, settled, committed);
      await this.source.query('COMMIT');
    } catch (reason) {
      await this.source.query('ROLLBACK').catch(() => undefined);
      for (const { reject } of works) reject(reason);
      return;
    }
    for (const tell of committed) tell();
    for (const settle of settled) settle();
  }

  /** Asks again and again, rather than letting SQLite wait: that would keep the whole process, and those who only read. */
  private async begin(): Promise<void> {
    for (const end = Date.now() + longestBusy; ; await new Promise((resolve) => setTimeout(resolve, askAgainAfter))) {
      try {
        await this.source.query('BEGIN IMMEDIATE');
        return;
      } catch (reason) {
        if (!isBusy(reason) || Date.now() > end) throw reason;
      }
    }
  }

  /** Who has the commit for itself needs no savepoint: when it throws, so does the group. */
  private async unaccompanied(
    { work, ended, resolve }: Waiting,
    settled: (() => void)[],
    committed: (() => void)[],
  ): Promise<void> {
    const value = await work(this.transactionOn(this.source.manager, committed, ended));
    settled.push(() => {
      resolve(value as never);
    });
  }

  private async inSavepoint(
    { work, ended, resolve, reject }: Waiting,
    settled: (() => void)[],
    committed: (() => void)[],
  ): Promise<void> {
    const hooks: (() => void)[] = [];
    await this.source.query('SAVEPOINT work');
    try {
      const value = await work(this.transactionOn(this.source.manager, hooks, ended));
      await this.source.query('RELEASE work');
      committed.push(...hooks);
      settled.push(() => {
        resolve(value as never);
      });
    } catch (reason) {
      // A full disk may have rolled back everything: then the reason ends the whole group.
      await this.source.query('ROLLBACK TO work').catch(() => {
        throw reason;
      });
      await this.source.query('RELEASE work');
      settled.push(() => {
        reject(reason);
      });
    }
  }

  /** Retries what PostgreSQL gave up for the sake of another transaction. */
  private async alone<T>(
    work: (transaction: Transaction) => Promise<T>,
    ended: (() => void)[],
    attempt = 1,
  ): Promise<T> {
    const hooks: (() => void)[] = [];
    this.open += 1;
    try {
      const value = await this.onConnection((manager) => work(this.transactionOn(manager, hooks, ended)));
      for (const tell of hooks) tell();
      return value;
    } catch (reason) {
      const { code } = reason as { code?: string };
      if (attempt >= 5 || code === undefined || !serialisationFailures.has(code)) throw reason;
    } finally {
      this.open -= 1;
    }
    await new Promise((resolve) => setTimeout(resolve, 5 * 2 ** attempt * Math.random()));
    return this.alone(work, ended, attempt + 1);
  }

  /** The ORM's own transaction waits for PostgreSQL to have begun; here the first query is sent right behind. */
  private async onConnection<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      const connection = (await runner.connect()) as { query(text: string): Promise<unknown> };
      const begun = connection.query('START TRANSACTION');
      // Heard of below. And should the ORM think of a transaction of its own: there is one.
      begun.catch(() => undefined);
      Object.assign(runner, { isTransactionActive: true });
      try {
        const value = await work(runner.manager);
        await begun;
        await connection.query('COMMIT');
        return value;
      } catch (reason) {
        await connection.query('ROLLBACK').catch(() => undefined);
        throw reason;
      }
    } finally {
      await runner.release();
    }
  }

  private transactionOn(manager: EntityManager, hooks: (() => void)[], ended: (() => void)[]): Transaction {
    return {
      manager,
      query: (sql, parameters = {}) => {
        const { text, values } = positional(sql, parameters, this.driver);
        return manager.query(text, values);
      },
      afterCommit: (work) => hooks.push(work),
      afterwards: (work) => ended.push(work),
    };
  }
}
