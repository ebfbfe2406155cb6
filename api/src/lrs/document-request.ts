import { Problem } from '../http/problem.js';
import type { Reply, Request } from '../http/request.js';
import type { Content, Document, Precondition } from './documents.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The media type that a document was sent with. */
    documentType?: string;
  }
}

const longest = 10 * 1024 * 1024;

/** A document reaches its use case as the bytes that were sent, whatever its type. */
export function takeAsBytes(request: Request): void {
  const { headers } = request;
  request.documentType = headers['content-type'] ?? 'application/octet-stream';
  const hasBody = headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
  if (hasBody || headers['content-type'] !== undefined) headers['content-type'] = 'application/octet-stream';
}

export function sentDocument(request: Request): Content {
  const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  if (bytes.length > longest) throw new Problem('too-large', tooLarge);
  return { type: request.documentType ?? 'application/octet-stream', bytes };
}

export function preconditionIn({ headers }: Request, bare: Precondition['bare'] = 'overwrite'): Precondition {
  const { 'if-match': ifMatch, 'if-none-match': ifNoneMatch } = headers;
  return {
    bare,
    ...(ifMatch === undefined ? {} : { ifMatch: tagsIn(ifMatch) }),
    ...(ifNoneMatch === undefined ? {} : { ifNoneMatch: tagsIn(ifNoneMatch) }),
  };
}

export function sendDocument(reply: Reply, { type, bytes, etag, updated }: Document): void {
  void reply
    .header('etag', `"${etag}"`)
    .header('last-modified', new Date(updated).toUTCString())
    .type(type)
    .send(bytes);
}

function tagsIn(header: string): string[] {
  return header.split(',').map((tag) =>
    tag
      .trim()
      .replace(/^W\//, '')
      .replace(/^"(.*)"$/, '$1'),
  );
}

const tooLarge = {
  nb: 'Dokumentet er større enn 10 MB.',
  nn: 'Dokumentet er større enn 10 MB.',
  en: 'The document is larger than 10 MB.',
};
