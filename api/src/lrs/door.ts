import type { FastifyInstance } from 'fastify';
import type { Reply, Request } from '../http/request.js';
import { answerAlternate, isAlternate } from './alternate-request.js';
import { takeAsBytes } from './document-request.js';
import { type SpokenVersions, versionHeader } from './spoken-versions.js';

const documents = /^\/xapi\/(activities\/state|activities\/profile|agents\/profile)(\?|$)/;
const knownTypes = /^(application\/json|multipart\/mixed)\b/i;

const forOtherOrigins = {
  // Keys are sent on purpose, in a header: no cookie opens the LRS, so any page may ask.
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'ETag, Last-Modified, X-Experience-API-Version, X-Experience-API-Consistent-Through, X-Request-Id',
};
const mayBeAsked = {
  'access-control-allow-methods': 'HEAD, GET, POST, PUT, DELETE, OPTIONS',
  'access-control-allow-headers':
    'Authorization, Content-Type, Content-Length, If-Match, If-None-Match, Accept-Language, X-Experience-API-Version, X-Request-Id',
  'access-control-max-age': '86400',
};

/** What holds for every request to the LRS, before a resource sees it and also when none ever does. */
export function openDoor(server: FastifyInstance, spoken: SpokenVersions): void {
  server.addHook('onRequest', (request, reply, done) => {
    if (request.raw.url?.startsWith('/xapi/')) received(request, reply, spoken);
    done();
  });
  server.options('/xapi/*', (_request, reply) => reply.headers(mayBeAsked).status(204).send());
  // Read in pieces, and not before it is known who sends it.
  server.addContentTypeParser('multipart/mixed', (_request, payload, done) => {
    done(null, payload);
  });
  answerAlternate(server);
}

function received(request: Request, reply: Reply, spoken: SpokenVersions): void {
  const { headers, method } = request;
  void reply.headers(forOtherOrigins);
  void reply.header(versionHeader, spoken.answering(headers[versionHeader], headers.authorization));
  if (isAlternate(request)) return;
  if (documents.test(request.raw.url ?? '')) takeAsBytes(request);
  // What is neither is refused by the resource, in its own words.
  else if ((method === 'POST' || method === 'PUT') && !knownTypes.test(headers['content-type'] ?? ''))
    headers['content-type'] = 'application/octet-stream';
}
