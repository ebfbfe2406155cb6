import { watch } from 'chokidar';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { playerAssets } from '../player-assets/player-assets.js';
import { readCourse } from '../read/read-course.js';
import { guidePolicy } from '../render/guide-page.js';
import { previewRoutes, type PreviewAnswer, type PreviewRoutes } from './preview-routes.js';

export interface Preview {
  url: string;
  close(): Promise<void>;
}

/**
 * Shows the guide of a folder as a learner sees it, on this machine only, and again each time a file is saved. Nothing is
 * kept: the answers are forgotten when the preview ends. Port 0 takes a free one.
 */
export async function previewServer(dir: string, { port }: { port: number }): Promise<Preview> {
  // Says at once when the player is not built, instead of on the first page.
  playerAssets();
  let read = readCourse(dir);
  const routes = previewRoutes(dir, () => read);
  const listeners = new Set<ServerResponse>();
  const server = createServer((request, response) => void answer(request, response, routes, listeners));
  await listening(server, port);
  const watcher = watch(dir, { ignoreInitial: true, awaitWriteFinish: { stabilityThreshold: 80, pollInterval: 20 } });
  watcher.on('all', () => {
    read = readCourse(dir);
    for (const page of listeners) page.write('data: saved\n\n');
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: async () => {
      await watcher.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  routes: PreviewRoutes,
  listeners: Set<ServerResponse>,
): Promise<void> {
  try {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname === '/-/saves') return listen(response, listeners);
    send(response, request.method === 'POST' ? routes.post(url, await bodyOf(request)) : await routes.get(url));
  } catch (error) {
    const content = `Forhåndsvisningen stoppet opp: ${String(error)}`;
    send(response, { status: 500, type: 'text/plain; charset=utf-8', content });
  }
}

function listen(response: ServerResponse, listeners: Set<ServerResponse>): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write('retry: 500\n\n');
  listeners.add(response);
  response.on('close', () => listeners.delete(response));
}

function send(response: ServerResponse, to: PreviewAnswer): void {
  if ('location' in to) return void response.writeHead(to.status, { location: to.location }).end();
  response.writeHead(to.status, {
    'content-type': to.type,
    'cache-control': 'no-store',
    'content-security-policy': guidePolicy,
    'x-content-type-options': 'nosniff',
  });
  response.end(to.content);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
