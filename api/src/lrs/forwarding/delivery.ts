import { Inject, Injectable } from '@nestjs/common';
import { isForwarded } from '@kursdugnad/core/xapi/forwarding.js';
import type { XapiVersion } from '@kursdugnad/core/xapi/statement.js';
import { Decided } from '../../settings.module.js';
import type { Settings } from '../../settings.js';
import { Storage } from '../../storage/storage.js';
import { Attachments, attachmentsOf } from '../attachments.js';
import { type KnownForwarding, Queue, type Queued, type Refusal } from './queue.js';
import { unsealed } from './sealed-secret.js';
import { type Outcome, sendTo, type Target, type TargetFault } from './target.js';

const most = 100;
const mostBytes = 2 * 1024 * 1024;

/** The other LRS takes nothing for now. `waitFor`: as long as it asks for, in milliseconds. */
export class Failed extends Error {
  constructor(
    readonly fault: TargetFault,
    readonly waitFor: number | null = null,
  ) {
    super(fault.kind);
  }
}

/** Takes statements out of the queue and sends them, in their order, with the ids they have. */
@Injectable()
export class Delivery {
  constructor(
    @Inject(Queue) private readonly queue: Queue,
    @Inject(Attachments) private readonly attachments: Attachments,
    @Inject(Storage) private readonly storage: Storage,
    @Inject(Decided) private readonly settings: Settings,
  ) {}

  /** Sends one part of what waits. False: nothing waits any more, or somebody else decides. Throws Failed. */
  async part(forwarding: KnownForwarding, stop: AbortSignal): Promise<boolean> {
    const target = this.targetOf(forwarding);
    await this.onceMore(forwarding, target, stop);
    const waiting = await this.queue.next(forwarding, most);
    let from = forwarding;
    for (const group of groupsOf(waiting)) {
      const after = await this.group(from, target, group, stop);
      if (after === null) return false;
      from = after;
    }
    return waiting.length > 0;
  }

  /** One by one: they have been refused together with nobody. */
  private async onceMore(forwarding: KnownForwarding, target: Target, stop: AbortSignal): Promise<void> {
    for (const one of await this.queue.again(forwarding, most)) {
      const outcome = await this.send(forwarding, target, [one], stop);
      if (outcome.is === 'failed') throw new Failed(outcome.fault, outcome.waitFor);
      await this.queue.triedAgain(forwarding, one.id, outcome.is === 'refused' ? asideOf(outcome) : null);
    }
  }

  /**
   * Sends these. Where some are refused, halves are sent until it is clear which: they are set aside, the rest goes on.
   * Answers the forwarding as it is then; null when somebody else has moved it.
   */
  private async group(
    from: KnownForwarding,
    target: Target,
    group: Queued[],
    stop: AbortSignal,
  ): Promise<KnownForwarding | null> {
    const last = group.at(-1);
    if (!last) return from;
    const wanted = group.filter(({ statement }) => isForwarded(statement, from));
    const outcome = wanted.length === 0 ? ({ is: 'taken' } as const) : await this.send(from, target, wanted, stop);
    if (outcome.is === 'failed') throw new Failed(outcome.fault, outcome.waitFor);
    if (outcome.is === 'refused' && wanted.length > 1) {
      const middle = group.length >> 1;
      const after = await this.group(from, target, group.slice(0, middle), stop);
      return after && this.group(after, target, group.slice(middle), stop);
    }
    const sent = outcome.is === 'taken' ? wanted.length : 0;
    const [refused] = wanted;
    const setAside = outcome.is === 'refused' && refused ? { statement: refused.id, ...asideOf(outcome) } : null;
    if (!(await this.queue.advance(from, last, { sent, setAside }))) return null;
    return { ...from, cursorSeq: last.seq, cursorId: last.id };
  }

  private async send(
    { municipality }: KnownForwarding,
    target: Target,
    wanted: Queued[],
    stop: AbortSignal,
  ): Promise<Outcome> {
    const statements = wanted.map(({ statement }) => statement);
    const known = await this.attachments.mentionedIn(statements.map((statement) => ({ municipality, statement })));
    // A file that is gone must not stop the rest: the other LRS refuses the statement without it.
    const sizes = await Promise.all(known.map(({ file }) => this.storage.size(file)));
    const all = known.filter((_, index) => sizes[index] !== null);
    return sendTo(target, versionOf(wanted), statements, { all, storage: this.storage }, stop);
  }

  private targetOf({ url, key, secret: text }: KnownForwarding): Target {
    const { dataDir, demo } = this.settings;
    const secret = unsealed(dataDir, text);
    if (secret === null) throw new Failed({ kind: 'secret' });
    return { url, key, secret, isDemo: demo !== false };
  }
}

/** Parts that one request can carry: one version, not too much at a time, and what has attachments by itself. */
function groupsOf(waiting: Queued[]): Queued[][] {
  const groups: Queued[][] = [];
  let size = 0;
  for (const one of waiting) {
    const group = groups.at(-1);
    const bytes = JSON.stringify(one.statement).length;
    const fits = group && versionOf(group) === versionOf([one]) && !hasFiles(one) && !group.some(hasFiles);
    if (fits && size + bytes <= mostBytes) group.push(one);
    else groups.push([one]);
    size = fits && size + bytes <= mostBytes ? size + bytes : bytes;
  }
  return groups;
}

function hasFiles({ statement }: Queued): boolean {
  return attachmentsOf(statement).length > 0;
}

function versionOf([first]: Queued[]): XapiVersion {
  return first?.statement.version?.startsWith('2.') === true ? '2.0.0' : '1.0.3';
}

function asideOf({ status, reason }: Extract<Outcome, { is: 'refused' }>): Refusal {
  return { status, reason: reason.replaceAll('\0', '') };
}
