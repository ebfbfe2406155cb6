import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';

export interface Load {
  method: 'GET' | 'POST';
  /** With the query. */
  path: string;
  connections: number;
  /** Statements in each request; 0 for a GET. */
  batch: number;
  seconds: number;
}

export interface Carried {
  /** Requests a second. */
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p95: number;
  failed: number;
  /** Processor time of the server's process, in microseconds a request. */
  processor: number;
}

export const speaking = {
  authorization: `Basic ${Buffer.from('bench:bench-secret').toString('base64')}`,
  'x-experience-api-version': '1.0.3',
  'content-type': 'application/json',
};

/** Sends requests as fast as they are answered, over connections that stay open. */
export async function carry({ url, pid }: { url: string; pid: number }, load: Load): Promise<Carried> {
  const { method, path, connections, batch, seconds } = load;
  const before = processorTime(pid);
  const result = await autocannon({
    url: url + path,
    connections,
    duration: seconds,
    headers: speaking,
    requests: [
      method === 'GET'
        ? { method }
        : { method, setupRequest: (request: object) => ({ ...request, body: bodyOf(batch) }) },
    ],
  });
  const { latency, requests } = result;
  return {
    perSecond: requests.total / result.duration,
    p50: latency.p50,
    p95: latency.p97_5,
    failed: result.non2xx + result.errors + result.timeouts,
    processor: (processorTime(pid) - before) / Math.max(1, requests.total),
  };
}

function bodyOf(batch: number): string {
  return batch === 1 ? aStatementText() : `[${Array.from({ length: batch }, aStatementText).join(',')}]`;
}

const verbs = ['initialized', 'answered', 'progressed', 'completed', 'passed', 'terminated'];
let running = 0;

/** What another system would send: 500 people, 200 activities of 20 courses, 6 verbs. About 1.1 KB. */
export function aStatementText(): string {
  running += 1;
  const [person, activity, course] = [running % 500, running % 200, running % 20];
  const registration = `00000000-0000-4000-8000-${String(running % 2000).padStart(12, '0')}`;
  const verb = verbs[running % verbs.length] ?? '';
  return `{"id":"${randomUUID()}","actor":{"objectType":"Agent","name":"Person ${person}","account":{"homePage":"https://people.example.org","name":"p${person}"}},"verb":{"id":"http://adlnet.gov/expapi/verbs/${verb}","display":{"en":"${verb}","nb":"${verb}"}},"object":{"objectType":"Activity","id":"https://courses.example.org/${course}/activity/${activity}","definition":{"type":"http://adlnet.gov/expapi/activities/cmi.interaction","name":{"nb":"Oppgave ${activity}"},"interactionType":"choice","correctResponsesPattern":["b"]}},"result":{"success":true,"response":"b","score":{"scaled":1},"duration":"PT12.5S"},"context":{"registration":"${registration}","platform":"Bench","language":"nb","contextActivities":{"parent":[{"objectType":"Activity","id":"https://courses.example.org/${course}/lesson/${activity % 7}"}],"grouping":[{"objectType":"Activity","id":"https://courses.example.org/${course}"}],"category":[{"objectType":"Activity","id":"https://w3id.org/xapi/cmi5/context/categories/cmi5"}]},"extensions":{"https://courses.example.org/ext/session":"s${running % 3000}"}},"timestamp":"2026-11-21T10:00:00.000Z"}`;
}

/** User and system time of a process so far, in microseconds (proc(5): fields 14 and 15, in ticks of 10 ms). */
function processorTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}
