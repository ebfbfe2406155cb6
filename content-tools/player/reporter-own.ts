import type { LearnerRecord } from '@kursdugnad/core/runtime/learner-record.js';
import type { Report, Reporter } from './reporter.js';

const patience = 20_000;

/**
 * Sends events to Kursdugnad itself, by the cookie of the page. `version`: the one the page shows; the record of a newer
 * one, where the run has gone on in another tab, is not this page's.
 */
export function ownReporter(url: string, request: typeof fetch = fetch, version?: string): Reporter {
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
      return await reportFrom(response, version);
    } catch {
      return { kind: 'unreachable' };
    } finally {
      clearTimeout(timer);
    }
  };
}

async function reportFrom(response: Response, version?: string): Promise<Report> {
  const { status } = response;
  if (status === 401 || response.type === 'opaqueredirect') return { kind: 'signed-out' };
  if (status >= 500 || status === 429 || status === 408) return { kind: 'unreachable' };
  const body = (await response.json().catch(() => null)) as Answer | null;
  const refused = Array.isArray(body?.refused) ? body.refused : [];
  const accepted = Array.isArray(body?.accepted) ? body.accepted : [];
  if (response.ok && Array.isArray(body?.accepted))
    return { kind: 'read', accepted, refused, record: recordOf(body, version) };
  if (refused.length > 0) return { kind: 'read', accepted, refused, record: recordOf(body, version) };
  // 200 with something else than our JSON: a hotel's or a train's own page in front of the network.
  return { kind: response.ok ? 'unreachable' : 'rejected' };
}

type Answer = Partial<Extract<Report, { kind: 'read' }>> & { version?: string };

function recordOf(answer: Answer | null, version: string | undefined): LearnerRecord | null {
  const isOther = version !== undefined && answer?.version !== undefined && answer.version !== version;
  return isOther ? null : (answer?.record ?? null);
}
