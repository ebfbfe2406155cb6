import type { LiveCell } from '@kursdugnad/core/contract/teams.js';

interface Listener {
  /** The line is open; what happened before is not told. */
  opened(): void;
  cell(change: LiveCell): void;
  /** The table must be read again. */
  people(): void;
  lost(): void;
}

const longestWait = 30_000;

/** Listens to a team until told to stop. A broken line mends itself, also where the browser gives up. */
export function listenTo(address: string, listener: Listener): () => void {
  let source: EventSource;
  let wait = 1_000;
  let retry: ReturnType<typeof setTimeout> | undefined;
  function connect() {
    source = new EventSource(address);
    source.addEventListener('open', () => {
      wait = 1_000;
      listener.opened();
    });
    source.addEventListener('cell', ({ data }: MessageEvent<string>) => listener.cell(JSON.parse(data) as LiveCell));
    source.addEventListener('people', () => listener.people());
    source.addEventListener('error', () => {
      listener.lost();
      if (source.readyState !== EventSource.CLOSED) return;
      retry = setTimeout(connect, wait);
      wait = Math.min(2 * wait, longestWait);
    });
  }
  connect();
  return () => {
    clearTimeout(retry);
    source.close();
  };
}
