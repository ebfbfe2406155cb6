import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** For the scripts of this one page, and for the styles that its script makes. */
    nonce: string;
  }
}

const changing = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** Headers of every answer, and no change from a page of somebody else's. */
export function protect(server: FastifyInstance, publicUrl: string): void {
  const isHttps = publicUrl.startsWith('https:');
  server.decorateRequest('nonce', '');
  const always = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
    ...(isHttps ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  };
  server.addHook('onRequest', (request, reply, done) => {
    // The LRS answers no pages: nothing of it runs anywhere.
    const isPage = request.raw.url?.startsWith('/xapi/') !== true;
    if (isPage) request.nonce = randomBytes(16).toString('base64');
    void reply.headers(always).header('x-request-id', request.id);
    void reply.header('content-security-policy', isPage ? policy(request.nonce, isHttps) : "default-src 'none'");
    if (!comesFromElsewhere(request, publicUrl)) {
      done();
      return;
    }
    void reply
      .status(403)
      .type('application/problem+json')
      .send({
        type: 'urn:kursdugnad:problem:forbidden',
        title: 'Du har ikke tilgang',
        status: 403,
        detail: `Forespørselen kom fra en annen side enn ${publicUrl}. Ingenting er endret.`,
        instance: request.id,
      });
  });
}

function policy(nonce: string, isHttps: boolean): string {
  // Vite puts styles into the page and talks over a web socket while developing.
  const developing = process.env.NODE_ENV === 'development';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    developing ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    ...(developing ? ["connect-src 'self' ws:"] : []),
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isHttps ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

/**
 * A browser says where a change comes from. Only a request that rides on a cookie is in danger: a bearer token or a
 * Basic credential is never sent by somebody else's page.
 */
function comesFromElsewhere(request: FastifyRequest, publicUrl: string): boolean {
  if (!changing.has(request.method) || request.headers.authorization !== undefined) return false;
  // No cookie opens the LRS; its alternate request syntax brings the key in the form.
  if (request.raw.url?.startsWith('/xapi/')) return false;
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (origin === undefined || origin === 'null')
    return site !== undefined ? !['same-origin', 'none'].includes(String(site)) : false;
  return origin !== new URL(publicUrl).origin && origin !== `http://${host ?? ''}`;
}
