import type { Agent, Context } from '@kursdugnad/core/xapi/statement.js';

/** What a cmi5 system says in the address of a launch (cmi5 8.1). */
export interface Cmi5Address {
  endpoint: string;
  fetch: string;
  actor: Agent;
  registration: string;
  activityId: string;
}

/** `LMS.LaunchData` (cmi5 10.2), as far as we use it. */
export interface LaunchData {
  contextTemplate: Context;
  launchMode?: 'Normal' | 'Browse' | 'Review';
  masteryScore?: number;
  returnURL?: string;
}

/** Null where the address is not a launch. */
export function cmi5Address(query: URLSearchParams): Cmi5Address | null {
  const read = (name: string) => query.get(name) ?? '';
  const [endpoint, fetchUrl] = [read('endpoint'), read('fetch')];
  const [registration, activityId] = [read('registration'), read('activityId')];
  try {
    const actor = JSON.parse(read('actor')) as Agent;
    if (!endpoint || !fetchUrl || !registration || !activityId) return null;
    return { endpoint: endpoint.replace(/\/?$/u, '/'), fetch: fetchUrl, actor, registration, activityId };
  } catch {
    return null;
  }
}

/** The token for this session. It is given once: a page that is loaded again gets none (cmi5 8.2). */
export async function fetchedToken(url: string): Promise<string | null> {
  try {
    const response = await fetch(url, { method: 'POST' });
    const answer = (await response.json()) as { 'auth-token'?: unknown };
    return response.ok && typeof answer['auth-token'] === 'string' ? answer['auth-token'] : null;
  } catch {
    return null;
  }
}
