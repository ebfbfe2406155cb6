import type { Caller } from '@kursdugnad/core/contract/caller.js';
import type { LiveCell } from '@kursdugnad/core/contract/teams.js';
import type { Reply, Request } from '../http/request.js';

/** Whoever reads so slowly that this many bytes wait is let go; the browser comes back and reads the table again. */
const mostWaiting = 1_000_000;

/** One open page that follows a unit: server-sent events on a connection that stays open. */
export class LiveLine {
  isOpen = true;
  /** Who works in the unit; events wait until it is known. */
  private people: Promise<ReadonlySet<string>> = Promise.resolve(new Set<string>());

  constructor(
    readonly caller: Caller,
    readonly unit: string,
    private readonly reply: Reply,
  ) {}

  get request(): Request {
    return this.reply.request;
  }

  open(onClosed: () => void): void {
    this.reply.hijack();
    const { raw } = this.reply;
    raw.on('close', () => {
      this.isOpen = false;
      onClosed();
    });
    raw.on('error', () => undefined);
    raw.writeHead(200, {
      ...(this.reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
    this.write('retry: 2000\n\n');
    if (this.request.method === 'HEAD') this.close();
  }

  /** From now on events are for those whom `people` finds. */
  follow(people: Promise<ReadonlySet<string>>): void {
    this.people = people;
    people.catch(() => {
      this.close();
    });
  }

  tellCell(cell: LiveCell): void {
    void this.people.then(
      (people) => {
        if (people.has(cell.person)) this.write(`event: cell\ndata: ${JSON.stringify(cell)}\n\n`);
      },
      () => undefined,
    );
  }

  /** The table must be read again. */
  tellPeople(): void {
    this.write('event: people\ndata: {}\n\n');
  }

  /** A comment now and then, so that nobody on the way takes the line for dead. */
  beat(): void {
    this.write(':\n\n');
  }

  close(): void {
    if (this.isOpen) this.reply.raw.end();
    this.isOpen = false;
  }

  private write(text: string): void {
    const { raw } = this.reply;
    if (!this.isOpen) return;
    if (raw.writableLength > mostWaiting) raw.destroy();
    else raw.write(text);
  }
}
