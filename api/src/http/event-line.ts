import type { Reply, Request } from './request.js';

/** Whoever reads so slowly that this many bytes wait is let go; the browser comes back and reads the page again. */
const mostWaiting = 1_000_000;

/** One open page that hears of what happens: server-sent events on a connection that stays open. */
export class EventLine {
  isOpen = true;

  constructor(private readonly reply: Reply) {}

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

  tell(event: string, data: unknown): void {
    this.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
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
