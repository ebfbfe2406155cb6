import type { ProblemDetails } from '@kursdugnad/core/contract/problem.js';
import type { FastifyInstance } from 'fastify';
import type { Request } from '../../http/request.js';
import { keyAndSecret, versionHeader } from '../spoken-versions.js';
import { firstPart } from './first-part.js';
import type { Refusals, Refused } from './refusals.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The beginning of a body that is not the JSON it claims to be. */
    unreadable?: string;
  }
}

const mostBody = 8192;
const longestResource = 1000;

/** Remembers requests to the LRS that are refused. Costs those that are not a glance at their status. */
export function rememberRefusals(server: FastifyInstance, refusals: Refusals): void {
  keepUnreadable(server);
  server.addHook('preSerialization', (request, reply, payload, done) => {
    if (reply.statusCode >= 400 && isRefusal(request, reply.statusCode) && refusals.hasRoom())
      refusals.note(refused(request, reply.statusCode, payload as ProblemDetails));
    done(null, payload);
  });
}

/** That a document or statement is not there is an answer as good as any; a wrong address is not. */
function isRefusal(request: Request, status: number): boolean {
  if (request.raw.url?.startsWith('/xapi/') !== true) return false;
  return status !== 404 || request.is404;
}

function refused(request: Request, status: number, told: ProblemDetails): Refused {
  const { speaker, headers, method, raw } = request;
  const body = bodyOf(request);
  const said = headers[versionHeader];
  return {
    municipality: speaker?.municipality ?? null,
    key: speaker?.key ?? keyAndSecret(headers.authorization)?.key.slice(0, 200) ?? '',
    at: new Date().toISOString(),
    method,
    resource: (raw.url ?? '').slice('/xapi'.length, longestResource),
    version: typeof said === 'string' ? said.slice(0, 20) : null,
    status,
    told,
    body: body?.text ?? null,
    isCut: Number(body?.isCut ?? false),
  };
}

function bodyOf({ body, unreadable }: Request): { text: string; isCut: boolean } | null {
  if (unreadable !== undefined) return { text: unreadable.slice(0, mostBody), isCut: unreadable.length > mostBody };
  if (Buffer.isBuffer(body)) return ofBytes(body);
  const isParsed = typeof body === 'object' && body !== null && !('pipe' in body);
  return isParsed ? firstPart(body, mostBody) : null;
}

/** Bytes that are text; a picture is nothing to read. */
function ofBytes(bytes: Buffer): { text: string; isCut: boolean } | null {
  const text = bytes.subarray(0, mostBody).toString();
  return bytes.length === 0 || text.includes('\0') ? null : { text, isCut: bytes.length > mostBody };
}

/** The parser of JSON as it was, but what it cannot read is kept a moment longer. */
function keepUnreadable(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeContentTypeParser('application/json');
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    void parse(request, body as string, (fault, parsed) => {
      if (fault) request.unreadable = (body as string).slice(0, mostBody + 1);
      done(fault, parsed);
    });
  });
}
