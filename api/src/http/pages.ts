import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import { playerAssets } from '@kursdugnad/content-tools/player-assets/player-assets.js';
import type { Transport } from '@kursdugnad/core/contract/client.js';
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import { detailsOf, notFound } from './problem.js';
import { languageOf } from './request.js';

/** What web's loaders and actions get with each request. */
export interface LoadContext {
  transport: Transport;
  nonce: string;
  secureCookie: boolean;
  assets: { script: string; style: string };
  requestId: string;
}

export type PageHandler = (request: Request, context: LoadContext) => Promise<Response>;

/** Finds the front end for this server: its build, or Vite while developing. */
export type PagesSource = (server: FastifyInstance) => Promise<Pages>;

/** The front end of one process. */
export interface Pages {
  handler: PageHandler;
  /** Folder of the files that go to browsers as they are; null while developing. */
  files: string | null;
  /** Files of the guide player, with the hash in the name. */
  player: { folder: string; script: string; style: string };
}

const forms = 2 * 1024 * 1024;
const elsewhere = /^\/(api|xapi|health|metrics|scim)(\/|$|\?)/;

/** Everything that is not the API: files, and pages made by the front end. The API is called without a network hop. */
export async function servePages(server: FastifyInstance, pages: Pages, publicUrl: string): Promise<void> {
  const forGood = { maxAge: '365d', immutable: true, decorateReply: false, index: false as const };
  await server.register(fastifyStatic, { root: pages.player.folder, prefix: '/player/', ...forGood });
  if (pages.files !== null && existsSync(pages.files)) {
    // The build has laid a .br and a .gz beside each.
    const assets = { root: join(pages.files, 'assets'), prefix: '/assets/', preCompressed: true };
    await server.register(fastifyStatic, {
      ...assets,
      ...forGood,
      setHeaders: (reply) => void reply.setHeader('vary', 'accept-encoding'),
    });
    const icons = {
      root: pages.files,
      decorateReply: false,
      index: false as const,
      maxAge: '1d',
      wildcard: false,
      globIgnore: ['assets/**'],
    };
    await server.register(fastifyStatic, icons);
  }
  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: forms }, (_request, body, done) => {
      done(null, body);
    });
    const method: HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];
    scope.route({ method, url: '/*', exposeHeadRoute: false, handler: (request, reply) => page(request, reply) });
  });

  async function page(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    if (elsewhere.test(request.url)) {
      const told = detailsOf(notFound(), languageOf(request), request.id);
      return reply.status(404).type('application/problem+json').send(told);
    }
    const context: LoadContext = {
      transport: injected(server, request.id),
      nonce: request.nonce,
      secureCookie: publicUrl.startsWith('https:'),
      assets: { script: `/player/${pages.player.script}`, style: `/player/${pages.player.style}` },
      requestId: request.id,
    };
    return reply.send(await pages.handler(webRequest(request, publicUrl), context));
  }
}

function injected(server: FastifyInstance, requestId: string): Transport {
  return async ({ method, url, headers, body }) => {
    const answer = await server.inject({
      method: method as 'GET',
      url,
      headers: { ...headers, 'x-request-id': requestId },
      ...(body === undefined ? {} : { payload: body }),
    });
    return { status: answer.statusCode, body: answer.payload };
  };
}

function webRequest(request: FastifyRequest, publicUrl: string): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) headers.append(name, one);
  }
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD' && Buffer.isBuffer(request.body);
  const init: RequestInit = { method: request.method, headers };
  if (hasBody) init.body = new Uint8Array(request.body as Buffer);
  return new Request(new URL(request.url, publicUrl), init);
}

/** The built front end, from the workspace beside this one. Throws when it has not been built. */
export async function builtPages(): Promise<Pages> {
  const serverBuild = import.meta.resolve('@kursdugnad/web/server-build');
  const [{ createRequestHandler }, build] = await Promise.all([
    import('react-router'),
    import(serverBuild) as Promise<never>,
  ]);
  const handle = createRequestHandler(build, 'production');
  const files = join(dirname(fileURLToPath(serverBuild)), '../client');
  return { handler: (request, context) => handle(request, context as never), files, player: playerFiles() };
}

/** The files of the guide player, as its build named them. */
export function playerFiles(): Pages['player'] {
  const { script, style } = playerAssets();
  return { folder: dirname(script.path), script: script.name, style: style.name };
}
