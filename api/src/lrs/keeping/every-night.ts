import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { dayInNorway } from '@kursdugnad/core/contract/caller.js';
import { Alone } from '../../database/alone.js';
import { Database } from '../../database/database.js';
import { sqlFile } from '../../database/sql.js';
import { Decided } from '../../settings.module.js';
import type { Settings } from '../../settings.js';
import { AttachmentFiles } from './attachment-files.js';
import { Retention } from './retention.js';

const runs = sqlFile(import.meta.url, 'retention-runs.sql');
const hour = 60 * 60 * 1000;
/** Norway's quietest hour is past one in UTC, summer and winter. */
const notBefore = 1;

/** What is done once a night, or once a day where the machine sleeps at night, by one process: retention and the sweep. */
@Injectable()
export class EveryNight implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> | undefined;
  private sweptOn = '';

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Retention) private readonly retention: Retention,
    @Inject(AttachmentFiles) private readonly files: AttachmentFiles,
    @Inject(Alone) private readonly alone: Alone,
    @Inject(Decided) private readonly settings: Settings,
  ) {}

  onApplicationBootstrap(): void {
    if (this.settings.isTool === true) return;
    this.timer = setInterval(() => {
      this.running ??= this.look(new Date().toISOString())
        // The database is away: the next hour will do.
        .catch(() => undefined)
        .finally(() => {
          this.running = undefined;
        });
    }, hour).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Does what has not been done today. Answers whether it was this process that looked. */
  look(now: string): Promise<boolean> {
    return this.alone.unlessBusy('every night', async () => {
      if (new Date(now).getUTCHours() < notBefore) return;
      const today = dayInNorway(now);
      for (const { municipality, at } of await this.database.query<{ municipality: string; at: string | null }>(runs))
        if (at === null || dayInNorway(at) < today) await this.retention.run(municipality, now);
      if (this.sweptOn === today) return;
      await this.files.sweep(now);
      this.sweptOn = today;
    });
  }
}
