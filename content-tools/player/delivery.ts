import type { LearnerEvent } from '@kursdugnad/core/runtime/learner-event.js';
import type { Outbox } from './outbox.js';
import type { Report, Reporter } from './reporter.js';

export type SaveStatus = 'saving' | 'saved' | 'waiting' | 'signed-out' | 'refused';

export interface Delivery {
  /** Sends what is pending, now. */
  send(): void;
}

interface Options {
  outbox: Outbox;
  reporter: Reporter;
  onRead(report: Extract<Report, { kind: 'read' }>): void;
  /** `quietly`: only the opening of lessons is being saved; nothing to tell those who listen. */
  onStatus(status: SaveStatus, quietly: boolean): void;
}

/** Kept-alive requests may hold 64 KB: a batch of the longest answers stays below. */
const batchSize = 40;
const longestPause = 30_000;

/** One request at a time, again after 1, 2, 4 … 30 s while nobody answers. "Saved" only when nothing is pending. */
export function delivery({ outbox, reporter, onRead, onStatus }: Options): Delivery {
  let busy = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waits = false;
  let refusedLately = false;

  function send(): void {
    if (busy) return;
    clearTimeout(timer);
    const batch = outbox.pending().slice(0, batchSize);
    // Another tab has sent what this one was waiting with.
    if (batch.length === 0) return waits ? finished(false) : undefined;
    busy = true;
    const quietly = batch.every((event) => event.kind === 'opened');
    if (failures === 0) onStatus('saving', quietly);
    void reporter(batch).then((report) => received(report, batch, quietly));
  }

  function received(report: Report, batch: LearnerEvent[], quietly: boolean): void {
    busy = false;
    if (report.kind === 'read') return read(report, batch, quietly);
    waits = true;
    onStatus(report.kind === 'signed-out' ? 'signed-out' : 'waiting', false);
    if (report.kind === 'unreachable') later();
  }

  function read(report: Extract<Report, { kind: 'read' }>, batch: LearnerEvent[], quietly: boolean): void {
    const refused = report.refused.map((one) => one.id);
    const settled = new Set([...report.accepted, ...refused]);
    outbox.remove([...settled]);
    refusedLately ||= refused.length > 0;
    onRead(report);
    if (outbox.pending().length === 0) return finished(quietly);
    if (batch.some((event) => settled.has(event.id))) {
      failures = 0;
      return send();
    }
    waits = true;
    onStatus('waiting', false);
    later();
  }

  function finished(quietly: boolean): void {
    failures = 0;
    onStatus(refusedLately ? 'refused' : 'saved', quietly && !refusedLately);
    waits = false;
    refusedLately = false;
  }

  function later(): void {
    timer = setTimeout(send, Math.min(longestPause, 1000 * 2 ** failures));
    failures += 1;
  }

  return { send };
}
