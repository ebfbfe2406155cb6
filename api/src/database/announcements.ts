import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { EventEmitter } from 'node:events';
import pg from 'pg';
import { Database, type Transaction } from './database.js';

const channel = 'kursdugnad';
/** NOTIFY carries 8 000 bytes at most. */
const longest = 7900;

/**
 * Tells every process what has just become durable: in this process at once, in the others through PostgreSQL's NOTIFY.
 * It is a hint to look again, never the truth itself.
 */
@Injectable()
export class Announcements implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly here = new EventEmitter().setMaxListeners(0);
  private listener: pg.Client | undefined;

  constructor(@Inject(Database) private readonly database: Database) {}

  /** Announces when the transaction is durable. `news` must be JSON; on PostgreSQL it travels in the same transaction. */
  async announce(transaction: Transaction, topic: string, news: unknown): Promise<void> {
    const text = JSON.stringify({ topic, news });
    if (this.database.driver === 'postgres' && Buffer.byteLength(text) < longest) {
      await transaction.query({ text: 'SELECT pg_notify(:channel, :text)' }, { channel, text });
      return;
    }
    transaction.afterCommit(() => this.here.emit(topic, news));
  }

  /** Calls back for each announcement on the topic until the returned function is called. */
  listen<News>(topic: string, tell: (news: News) => void): () => void {
    this.here.on(topic, tell);
    return () => this.here.off(topic, tell);
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.database.driver === 'postgres') await this.connect();
  }

  async onApplicationShutdown(): Promise<void> {
    const { listener } = this;
    this.listener = undefined;
    await listener?.end();
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({ connectionString: (this.database.source.options as { url: string }).url });
    client.on('notification', ({ payload }) => {
      const { topic, news } = JSON.parse(payload ?? '{}') as { topic: string; news: unknown };
      this.here.emit(topic, news);
    });
    client.on('error', () => undefined);
    client.on('end', () => {
      if (this.listener === client) setTimeout(() => void this.connect().catch(() => undefined), 1000).unref();
    });
    await client.connect();
    await client.query(`LISTEN ${channel}`);
    this.listener = client;
  }
}
