/** The six calls that both versions of SCORM have, under either name. All of them answer text. */
export interface ScormCalls {
  initialize(): string;
  get(element: string): string;
  set(element: string, value: string): string;
  commit(): string;
  terminate(): string;
}

/** One stay in a SCORM system, from Initialize to Terminate. */
export interface ScormSession {
  /** Empty for what the system does not have. */
  get(element: string): string;
  /** Writes what differs from what was written last. */
  set(element: string, value: string): void;
  /** False when the system says that it has not stored: try again later. */
  commit(): boolean;
}

/** Null where the system will not begin. `atEnd` may write the last values; then the session is over, once and for all. */
export function openSession(calls: ScormCalls, atEnd: (session: ScormSession) => void): ScormSession | null {
  if (!isTrue(said(calls.initialize))) return null;
  const written = new Map<string, string>();
  let isOver = false;
  const session: ScormSession = {
    get: (element) => said(() => calls.get(element)),
    set: (element, value) => {
      if (isOver || written.get(element) === value) return;
      if (isTrue(said(() => calls.set(element, value)))) written.set(element, value);
    },
    commit: () => !isOver && isTrue(said(calls.commit)),
  };
  window.addEventListener('pagehide', () => {
    if (isOver) return;
    atEnd(session);
    // Terminate stores; a Commit of its own is refused by browsers while a page closes.
    isOver = true;
    said(calls.terminate);
  });
  // A page that comes back as it was left has no session: it begins anew.
  window.addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
  return session;
}

/** Some systems answer true and not 'true', or 1. */
function isTrue(answer: string): boolean {
  return answer === 'true' || answer === '1';
}

function said(call: () => string | boolean | number | null | undefined): string {
  try {
    return String(call() ?? '');
  } catch {
    return '';
  }
}

/** The next free place among `cmi.interactions`; null where the system has none. */
export function nextInteraction(session: ScormSession): number | null {
  const count = session.get('cmi.interactions._count');
  return /^\d+$/u.test(count) ? Number(count) : null;
}
