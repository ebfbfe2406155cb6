import type { Answered, Asked, Conversation } from './conversation.js';
import { type ProblemDetails, problemSchema } from './problem.js';

export interface Sent {
  method: string;
  /** Path and query. */
  url: string;
  headers: Record<string, string>;
  body?: string;
}

export interface Received {
  status: number;
  /** The answer's text. */
  body: string;
}

/** How a request reaches api: injected in one process, over HTTP when they are apart. */
export type Transport = (sent: Sent) => Promise<Received>;

/** A no from api, as web and other callers meet it. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly details: ProblemDetails,
  ) {
    super(details.detail ?? details.title);
    this.name = 'ApiProblem';
  }
}

export interface Client {
  /** Throws ApiProblem for every status from 400 up, and for an answer that is not what was agreed. */
  call<C extends Conversation>(conversation: C, asked: Asked<C>): Promise<Answered<C>>;
}

/** The one typed client of the API. `headers` carry who asks (cookie or bearer token) and the language. */
export function client(transport: Transport, headers: Record<string, string>): Client {
  return {
    async call(conversation, asked) {
      const sent = requestOf(conversation, asked as Record<string, unknown>, headers);
      const received = await transport(sent);
      if (received.status >= 400) throw new ApiProblem(received.status, problemOf(received));
      const answer = conversation.answer.safeParse(received.body === '' ? {} : JSON.parse(received.body));
      if (answer.success) return answer.data as never;
      throw new ApiProblem(502, {
        type: 'about:blank',
        title: 'Unexpected answer',
        status: 502,
        detail: `${conversation.name}: ${answer.error.message}`,
      });
    },
  };
}

/** Splits what is asked into path, query and body as the conversation says. */
export function requestOf(
  conversation: Conversation,
  asked: Record<string, unknown>,
  headers: Record<string, string>,
): Sent {
  const path = conversation.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(asked[name])));
  const query = Object.keys(conversation.query.shape)
    .filter((name) => asked[name] !== undefined)
    .map((name) => `${encodeURIComponent(name)}=${encodeURIComponent(String(asked[name]))}`);
  const url = query.length > 0 ? `${path}?${query.join('&')}` : path;
  if (conversation.method === 'GET' || conversation.method === 'DELETE')
    return { method: conversation.method, url, headers };
  const elsewhere = new Set([...Object.keys(conversation.params.shape), ...Object.keys(conversation.query.shape)]);
  const body = Object.fromEntries(Object.entries(asked).filter(([name]) => !elsewhere.has(name)));
  return {
    method: conversation.method,
    url,
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}

function problemOf(received: Received): ProblemDetails {
  try {
    return problemSchema.parse(JSON.parse(received.body));
  } catch {
    return { type: 'about:blank', title: 'Error', status: received.status };
  }
}
