interface Listener {
  /** The line is open; what happened before is not told. */
  opened(): void;
  lost(): void;
  /** What is done with each kind of event. */
  told: Record<string, (data: string) => void>;
}

const longestWait = 30_000;

/** Listens to server-sent events until told to stop. A broken line mends itself, also where the browser gives up. */
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
    for (const [kind, hear] of Object.entries(listener.told))
      source.addEventListener(kind, ({ data }: MessageEvent<string>) => hear(data));
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
