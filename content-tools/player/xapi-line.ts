import type { Statement } from '@kursdugnad/core/xapi/statement.js';
import type { Cmi5Address } from './cmi5-launch.js';
import type { Kept } from './kept-state.js';

/** What a unit says to a learning record store. */
export interface XapiLine {
  /** A document of this learner in this registration; null where there is none. Throws when nobody answers. */
  document<T>(resource: 'state' | 'profile', id: string): Promise<T | null>;
  keep(id: string, document: object): Promise<Kept>;
  /** Sent even while the page closes. Statements that are there already do no harm. */
  say(statements: Statement[]): Promise<Kept>;
}

export function xapiLine({ endpoint, actor, activityId, registration }: Cmi5Address, token: string): XapiLine {
  const headers = {
    authorization: `Basic ${token}`,
    'x-experience-api-version': '1.0.3',
    'content-type': 'application/json',
  };
  const agent = JSON.stringify(actor);
  const address = (path: string, query: Record<string, string>) =>
    `${endpoint}${path}?${new URLSearchParams(query).toString()}`;
  const places = {
    state: (stateId: string) => address('activities/state', { agent, activityId, registration, stateId }),
    profile: (profileId: string) => address('agents/profile', { agent, profileId }),
  };
  const send = async (url: string, method: string, body: object): Promise<Kept> => {
    try {
      const text = JSON.stringify(body);
      // A browser lets a closing page send 64 KB.
      const keepalive = text.length < 60_000;
      return kept(await fetch(url, { method, headers, body: text, keepalive }));
    } catch {
      return 'unreachable';
    }
  };
  return {
    document: async <T>(resource: keyof typeof places, id: string) => {
      const response = await fetch(places[resource](id), { headers, cache: 'no-store' });
      if (response.status === 404) return null;
      if (!response.ok) throw new Error(`${id}: ${response.status}`);
      return (await response.json()) as T;
    },
    keep: (id, document) => send(places.state(id), 'PUT', document),
    say: (statements) => send(`${endpoint}statements`, 'POST', statements),
  };
}

/** 409: the statement is there already, from a try whose answer was lost. */
function kept({ ok, status }: Response): Kept {
  if (ok || status === 409) return 'kept';
  return status === 401 || status === 403 ? 'signed-out' : 'unreachable';
}
