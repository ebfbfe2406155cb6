import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { backOff } from '@kursdugnad/core/xapi/forwarding.js';
import { Alone } from '../../database/alone.js';
import { Decided } from '../../settings.module.js';
import type { Settings } from '../../settings.js';
import { Delivery, Failed } from './delivery.js';
import { type KnownForwarding, Queue } from './queue.js';

const lookEvery = 1000;

/**
 * Sends statements on, every second what has come. One process at a time works for each forwarding; where it dies, another
 * one, or the same when it is there again, goes on from the cursor. What was on its way then is sent once more: with the
 * same ids, so that it is there once.
 */
@Injectable()
export class Forwarder implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private readonly atWork = new Set<Promise<unknown>>();
  private readonly stopping = new AbortController();

  constructor(
    @Inject(Queue) private readonly queue: Queue,
    @Inject(Delivery) private readonly delivery: Delivery,
    @Inject(Alone) private readonly alone: Alone,
    @Inject(Decided) private readonly settings: Settings,
  ) {}

  onApplicationBootstrap(): void {
    if (this.settings.isTool === true) return;
    this.timer = setInterval(() => {
      this.look();
    }, lookEvery).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.stopping.abort();
    await this.running;
    await Promise.all(this.atWork);
  }

  private look(): void {
    this.running ??= this.begin()
      // The database is away: the next look will do.
      .catch(() => undefined)
      .finally(() => {
        this.running = undefined;
      });
  }

  /** Those that take long do not keep the others waiting. */
  private async begin(): Promise<void> {
    for (const { municipality, id } of await this.queue.due(new Date().toISOString())) {
      const work: Promise<unknown> = this.alone
        .unlessBusy(`forwarding ${id}`, () => this.forward(municipality, id))
        .catch(() => undefined)
        .finally(() => this.atWork.delete(work));
      this.atWork.add(work);
    }
  }

  private async forward(municipality: string, id: string): Promise<void> {
    const { signal } = this.stopping;
    for (let isMore = true; isMore && !signal.aborted;) {
      const forwarding = await this.queue.one(municipality, id);
      const now = new Date().toISOString();
      if (!forwarding || forwarding.paused === 1 || (forwarding.nextAt ?? now) > now) return;
      try {
        isMore = await this.delivery.part(forwarding, signal);
      } catch (reason) {
        if (!(reason instanceof Failed) || signal.aborted) throw reason;
        await this.note(forwarding, reason);
        return;
      }
    }
  }

  private async note(forwarding: KnownForwarding, { fault, waitFor }: Failed): Promise<void> {
    // Parts of what was sent may have been taken: that has been written, and counts as going well.
    const there = await this.queue.one(forwarding.municipality, forwarding.id);
    const tries = (there?.tries ?? forwarding.tries) + 1;
    const wait = Math.max(waitFor ?? 0, backOff(tries, Math.random()));
    const nextAt = new Date(Date.now() + wait).toISOString();
    await this.queue.failed(forwarding, { tries, nextAt, fault: JSON.stringify(fault) });
  }
}
