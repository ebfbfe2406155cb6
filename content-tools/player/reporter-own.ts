import type { Report, Reporter } from './reporter.js';

const patience = 20_000;

/** Sends events to Kursdugnad itself, by the cookie of the page. */
export function ownReporter(url: string, request: typeof fetch = fetch): Reporter {
  return async (events) => {
    const tooLong = new AbortController();
    const timer = setTimeout(() => tooLong.abort(), patience);
    try {
      const response = await request(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ events }),
        credentials: 'same-origin',
        // What was answered a moment before the page is closed is still sent.
        keepalive: true,
        // A redirect is a login page, not an answer.
        redirect: 'manual',
        signal: tooLong.signal,
      });
      return await reportFrom(response);
    } catch {
      return { kind: 'unreachable' };
    } finally {
      clearTimeout(timer);
    }
  };
}

async function reportFrom(response: Response): Promise<Report> {
  const { status } = response;
  if (status === 401 || response.type === 'opaqueredirect') return { kind: 'signed-out' };
  if (status >= 500 || status === 429 || status === 408) return { kind: 'unreachable' };
  const body = (await response.json().catch(() => null)) as Partial<Extract<Report, { kind: 'read' }>> | null;
  const refused = Array.isArray(body?.refused) ? body.refused : [];
  const accepted = Array.isArray(body?.accepted) ? body.accepted : [];
  if (response.ok && Array.isArray(body?.accepted))
    return { kind: 'read', accepted, refused, record: body.record ?? null };
  if (refused.length > 0) return { kind: 'read', accepted, refused, record: body?.record ?? null };
  // 200 with something else than our JSON: a hotel's or a train's own page in front of the network.
  return { kind: response.ok ? 'unreachable' : 'rejected' };
}
