import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { sqlFile } from '../../database/sql.js';

const noteUse = sqlFile(import.meta.url, 'note-use.sql');
const minute = 60_000;

/** When each key was last used. Kept in memory and written once a minute: a request to the LRS costs nothing more. */
@Injectable()
export class LastUse implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private used = new Map<string, string>();
  private timer: NodeJS.Timeout | undefined;

  constructor(@Inject(Database) private readonly database: Database) {}

  onApplicationBootstrap(): void {
    // The database is away: the next minute will do.
    this.timer = setInterval(() => void this.flush().catch(() => undefined), minute).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.flush();
  }

  note(key: string, at: string): void {
    this.used.set(key, at);
  }

  /** What this process knows and has not written yet. */
  of(key: string): string | null {
    return this.used.get(key) ?? null;
  }

  async flush(): Promise<void> {
    if (this.used.size === 0) return;
    const used = this.used;
    this.used = new Map();
    // In the same order everywhere, so that two processes never wait for each other.
    const inOrder = [...used].sort(([a], [b]) => (a < b ? -1 : 1));
    try {
      await this.database.transaction(async ({ query }) => {
        for (const [key, at] of inOrder) await query(noteUse, { key, at });
      });
    } catch (reason) {
      this.used = new Map([...used, ...this.used]);
      throw reason;
    }
  }
}
