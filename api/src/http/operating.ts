import type { Registry } from 'prom-client';
import type { Request } from './request.js';

/** The state of this process as its operator sees it. */
export class Operating {
  registry!: Registry;
  private state: 'starting' | 'ready' | 'stopping' = 'starting';

  constructor(readonly publicUrl: string) {}

  isReady(): boolean {
    return this.state === 'ready';
  }

  become(state: 'ready' | 'stopping'): void {
    this.state = state;
  }

  /** Straight from this machine, not through a proxy. */
  isPrivate(request: Request): boolean {
    return (
      ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.socket.remoteAddress ?? '') &&
      request.headers['x-forwarded-for'] === undefined
    );
  }
}
