import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { patience } from './connections.js';
import { Database } from './database.js';

/**
 * Work that one process at a time does, of all that share the database. With SQLite that is this one. With PostgreSQL a
 * session lock says who: what a process held that has died is free at once.
 */
@Injectable()
export class Alone implements OnApplicationShutdown {
  private readonly busy = new Set<string>();
  private client: Promise<pg.Client> | undefined;

  constructor(@Inject(Database) private readonly database: Database) {}

  /** Does the work unless somebody is at it already. Answers whether it was done here. */
  async unlessBusy(name: string, work: () => Promise<void>): Promise<boolean> {
    if (this.busy.has(name)) return false;
    this.busy.add(name);
    try {
      if (this.database.driver === 'sqlite') await work();
      else if (!(await this.locked(name, work))) return false;
      return true;
    } finally {
      this.busy.delete(name);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    const client = await this.client?.catch(() => undefined);
    this.client = undefined;
    await client?.end();
  }

  private async locked(name: string, work: () => Promise<void>): Promise<boolean> {
    const client = await (this.client ??= this.connect());
    const lock = 'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS mine';
    const { rows } = await client.query<{ mine: boolean }>(lock, [name]);
    if (rows[0]?.mine !== true) return false;
    try {
      await work();
    } finally {
      await client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [name]).catch(() => undefined);
    }
    return true;
  }

  private async connect(): Promise<pg.Client> {
    const { url } = this.database.source.options as { url: string };
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: patience, keepAlive: true });
    const forget = () => {
      this.client = undefined;
    };
    client.on('error', forget);
    client.on('end', forget);
    try {
      await client.connect();
      return client;
    } catch (reason) {
      forget();
      throw reason;
    }
  }
}
