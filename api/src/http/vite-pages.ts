import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { type PageHandler, type Pages, playerFiles } from './pages.js';

/** The front end straight from its sources, while developing: a change shows without a build. */
export async function vitePages(server: FastifyInstance): Promise<Pages> {
  const { createServer } = await import('vite');
  const vite = await createServer({
    root: fileURLToPath(new URL('../../../web/', import.meta.url)),
    appType: 'custom',
    server: { middlewareMode: true, hmr: { server: server.server } },
  });
  server.addHook('onClose', () => vite.close());
  server.addHook('onRequest', (request, reply, done) => {
    const isOurs = /^\/(api|xapi|player|guide)\//.test(request.url);
    if (
      isOurs ||
      (!/^\/(@|app\/|node_modules\/|__|favicon)/.test(request.url) && !/\.(tsx?|css|svg|mjs)(\?|$)/.test(request.url))
    ) {
      done();
      return;
    }
    reply.hijack();
    vite.middlewares(request.raw, reply.raw, () => {
      reply.raw.statusCode = 404;
      reply.raw.end();
    });
  });
  const handler: PageHandler = async (request, context) => {
    const { createRequestHandler } = await import('react-router');
    const build = () => vite.ssrLoadModule('virtual:react-router/server-build') as Promise<never>;
    return createRequestHandler(build, 'development')(request, context as never);
  };
  return { handler, files: null, player: playerFiles() };
}
