import { randomUUID } from 'node:crypto';
import { mainEdition } from '@kursdugnad/core/course/course-parts.js';
import type { Course } from '@kursdugnad/core/course/course.js';
import { aStatement } from '../../api/src/testing-statement.js';
import { xapi } from '../setup/serve-demo.mjs';

/** What was asked of the server, and what of it was said to be stored. */
export interface Tried {
  batches: { ids: string[]; isAcknowledged: boolean }[];
  documents: { id: string; text: string }[];
  /** Ids of learners' events that were accepted. */
  events: string[];
}

export const nothingTried = (): Tried => ({ batches: [], documents: [], events: [] });

const speaking = {
  authorization: `Basic ${Buffer.from(`${xapi.key}:${xapi.secret}`).toString('base64')}`,
  'x-experience-api-version': '1.0.3',
  'content-type': 'application/json',
};
const learners = ['demo-learner', 'demo-leader', 'demo-coordinator', 'demo-author', 'demo-admin'];

/** Another system, a package and five learners, all busy until the server no longer answers; `tried` grows meanwhile. */
export async function busyUntilGone(url: string, verb: string, tried: Tried): Promise<void> {
  const busy = [
    ...[1, 2, 3].map(() => untilGone(() => sendBatch(url, verb, tried))),
    ...[1, 2].map(() => untilGone(() => keepDocument(url, tried))),
    ...learners.map((token) => answerOn(url, token, tried)),
  ];
  await Promise.all(busy);
}

async function untilGone(work: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      await work();
    } catch (reason) {
      // What fetch throws when nobody listens, or the line is cut in the middle of an answer.
      if ((reason as Error).name === 'TypeError') return;
      throw reason;
    }
  }
}

async function sendBatch(url: string, verb: string, tried: Tried): Promise<void> {
  const statements = Array.from({ length: 10 }, () => aStatement({ verb: { id: verb } }));
  const batch = { ids: statements.map(({ id }) => id), isAcknowledged: false };
  tried.batches.push(batch);
  await asked(`${url}/xapi/statements`, { method: 'POST', headers: speaking, body: JSON.stringify(statements) });
  batch.isAcknowledged = true;
}

export function documentAddress(url: string, id: string): string {
  const agent = JSON.stringify({ mbox: 'mailto:kill@example.org' });
  const query = new URLSearchParams({ activityId: 'https://example.org/kill', agent, stateId: id });
  return `${url}/xapi/activities/state?${query.toString()}`;
}

async function keepDocument(url: string, tried: Tried): Promise<void> {
  const document = { id: randomUUID(), text: JSON.stringify({ said: randomUUID().repeat(50) }) };
  await asked(documentAddress(url, document.id), { method: 'PUT', headers: speaking, body: document.text });
  tried.documents.push(document);
}

async function answerOn(url: string, token: string, tried: Tried): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const guide = await aGuideOf(url, headers).catch(() => null);
  if (!guide) return;
  let turn = 0;
  await untilGone(async () => {
    turn += 1;
    const lesson = guide.lessons[turn % guide.lessons.length];
    const event = { kind: 'opened', id: randomUUID(), at: new Date().toISOString(), lesson };
    const body = JSON.stringify({ events: [event] });
    await asked(`${url}/api/registrations/${guide.registration}/events`, { method: 'POST', headers, body });
    tried.events.push(event.id);
  });
}

async function aGuideOf(url: string, headers: Record<string, string>) {
  const guides = (await asked(`${url}/api/me/guides`, { headers })) as Record<
    'waiting' | 'open',
    { course: { id: string } }[]
  >;
  const course = [...guides.waiting, ...guides.open][0]?.course.id;
  const body = JSON.stringify({ course });
  const started = await asked(`${url}/api/registrations`, { method: 'POST', headers, body });
  const { registration } = started as { registration: string };
  const guide = (await asked(`${url}/api/registrations/${registration}`, { headers })) as { course: Course };
  return { registration, lessons: mainEdition(guide.course).lessons.map(({ id }) => id) };
}

async function asked(url: string, options: RequestInit): Promise<unknown> {
  const answer = await fetch(url, options);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${text}`);
  return text === '' ? null : (JSON.parse(text) as unknown);
}

/** Ids of all statements with this verb. */
export async function statementsThere(url: string, verb: string): Promise<Set<string>> {
  const found = new Set<string>();
  for (let more = `/xapi/statements?limit=500&verb=${encodeURIComponent(verb)}`; more !== '';) {
    const page = (await asked(`${url}${more}`, { headers: speaking })) as {
      statements: { id: string }[];
      more: string;
    };
    for (const { id } of page.statements) found.add(id);
    ({ more } = page);
  }
  return found;
}

export async function documentThere(url: string, id: string): Promise<string> {
  return (await fetch(documentAddress(url, id), { headers: speaking })).text();
}

/** Whether a statement with this id is there, in whatever municipality. */
export async function isThere(url: string, id: string): Promise<boolean> {
  return (await fetch(`${url}/xapi/statements?statementId=${id}`, { headers: speaking })).ok;
}
