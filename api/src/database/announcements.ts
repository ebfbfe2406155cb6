import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { EventEmitter } from 'node:events';
import pg from 'pg';
import { patience } from './connections.js';
import { Database, type Transaction } from './database.js';

const channel = 'kursdugnad';
/** NOTIFY carries 8 000 bytes at most. */
const longest = 7900;
const tryAgainAfter = 1000;
/** No topic of a room. */
const missed = Symbol('missed');

/**
 * Tells every process what has just become durable: in this process at once, in the others through PostgreSQL's NOTIFY.
 * It is a hint to look again, never the truth itself.
 */
@Injectable()
export class Announcements implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly here = new EventEmitter().setMaxListeners(0);
  private listener: pg.Client | undefined;
  private isStopped = false;

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

  /** Calls back when PostgreSQL is there again after it was away: what was announced meanwhile has not been heard. */
  onMissed(lookAgain: () => void): void {
    this.here.on(missed, lookAgain);
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.database.driver === 'postgres') await this.connect();
  }

  async onApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    await this.listener?.end();
  }

  private async connect(): Promise<void> {
    const { url } = this.database.source.options as { url: string };
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: patience, keepAlive: true });
    client.on('notification', ({ payload }) => {
      const { topic, news } = JSON.parse(payload ?? '{}') as { topic: string; news: unknown };
      this.here.emit(topic, news);
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query(`LISTEN ${channel}`);
    } catch (reason) {
      await client.end().catch(() => undefined);
      throw reason;
    }
    client.once('end', () => void this.connectAgain());
    this.listener = client;
  }

  /** Until it is there again, or this process stops. */
  private async connectAgain(): Promise<void> {
    while (!this.isStopped) {
      await new Promise((resolve) => setTimeout(resolve, tryAgainAfter).unref());
      try {
        await this.connect();
        this.here.emit(missed);
        break;
      } catch {
        // Still away.
      }
    }
    if (this.isStopped) await this.listener?.end();
  }
}
