import type { FastifyInstance } from 'fastify';
import type { InjectOptions } from 'light-my-request';
import type { Request } from '../http/request.js';
import { wrong } from './asked-parameters.js';
import { versionHeader, versionIn } from './spoken-versions.js';

// The alternate request syntax (xAPI 1.0.3 Communication 1.3): a POST with `?method=PUT` whose form holds parameters,
// headers and content. 2.0 has none of it: there `method` is a parameter like any unknown one.

const address = /^\/xapi\/[^?]*\?(?:.*&)?method=/;
const headerNames = ['authorization', versionHeader, 'content-type', 'content-length', 'if-match', 'if-none-match'];
const methods = ['GET', 'PUT', 'POST', 'DELETE', 'HEAD'] as const;
/** Of the answer inside; what lies outside sets these itself. */
const ofTheConnection = new Set(['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding']);

export function isAlternate({ method, raw, headers }: Request): boolean {
  return (
    method === 'POST' &&
    address.test(raw.url ?? '') &&
    /^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '')
  );
}

/** Answers such a request as the one it stands for. */
export function answerAlternate(server: FastifyInstance): void {
  server.addHook('preHandler', (request, reply, done) => {
    if (!isAlternate(request)) {
      done();
      return;
    }
    const form = request.body as Record<string, string | string[]>;
    if (!isFirstVersion(request, form)) {
      done();
      return;
    }
    server.inject(requestIn(request, form)).then((answer) => {
      const headers = Object.entries(answer.headers).filter(([name]) => !ofTheConnection.has(name));
      void reply.status(answer.statusCode).headers(Object.fromEntries(headers)).send(answer.rawPayload);
    }, done);
  });
}

function isFirstVersion(request: Request, form: object): boolean {
  const inForm = Object.entries(form).find(([name]) => name.toLowerCase() === versionHeader)?.[1] as unknown;
  const header = request.headers[versionHeader] ?? (typeof inForm === 'string' ? inForm : undefined);
  return versionIn(header) === '1.0.3';
}

function requestIn(request: Request, form: Record<string, string | string[]>): InjectOptions {
  const asked = request.query as Record<string, unknown>;
  const surplus = Object.keys(asked).find((name) => name !== 'method');
  if (surplus !== undefined) throw wrong(surplus, 'belongs in the form: only method stands in the address');
  const method = methods.find((one) => one === asked.method);
  if (method === undefined) throw wrong('method', `must be one of ${methods.join(', ')}`);
  const parameters = new URLSearchParams();
  const { 'accept-language': language, authorization, [versionHeader]: version } = request.headers;
  const headers: Record<string, string | undefined> = {
    'content-type': 'application/json',
    authorization,
    [versionHeader]: [version].flat()[0],
    'accept-language': language,
  };
  let content: string | undefined;
  for (const [name, value] of Object.entries(form)) {
    const header = headerNames.find((one) => one === name.toLowerCase());
    if (header !== undefined) headers[header] = headerValue(name, value);
    else if (name === 'content' && typeof value === 'string') content = value;
    else for (const one of [value].flat()) parameters.append(name, one);
  }
  delete headers['content-length'];
  if (content === undefined) delete headers['content-type'];
  const path = request.raw.url?.split('?')[0] ?? '';
  const present = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
  return {
    method,
    url: `${path}?${parameters.toString()}`,
    headers: present,
    ...(content === undefined ? {} : { payload: content }),
  };
}

function headerValue(name: string, value: string | string[]): string {
  if (typeof value !== 'string') throw wrong(name, 'is given more than once');
  if (/[^\t\x20-\x7e\xa0-\xff]/.test(value)) throw wrong(name, 'has characters that no header has');
  return value;
}
