import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import compress from '@fastify/compress';
import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyInstance, LogController } from 'fastify';
import type { IncomingMessage } from 'node:http';
import { pino } from 'pino';
import { DatabaseModule } from './database/database.module.js';
import { MayAsk } from './http/may-ask.guard.js';
import { measure } from './http/metrics.js';
import { Operating } from './http/operating.js';
import { OperationsController } from './http/operations.controller.js';
import { type PagesSource, servePages } from './http/pages.js';
import { hearOut, timeouts, usualPatience } from './http/patience.js';
import { ProblemFilter } from './http/problem.filter.js';
import { protect } from './http/protection.js';
import { rooms, tables } from './rooms.js';
import type { Settings } from './settings.js';
import { SettingsModule } from './settings.module.js';

/** The whole server, not yet listening. `pages` is null for an API alone. */
export async function openHouse(settings: Settings, pages: PagesSource | null): Promise<NestFastifyApplication> {
  const operating = new Operating(settings.publicUrl);
  const patience = settings.patience ?? usualPatience;
  const log = pino({ level: settings.logLevel, redact: ['req.headers.authorization', 'req.headers.cookie'] });
  const adapter = new FastifyAdapter({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: (request: IncomingMessage) => given(request.headers['x-request-id']) ?? randomUUID(),
    bodyLimit: 10 * 1024 * 1024,
    trustProxy: false,
    forceCloseConnections: 'idle',
    ...timeouts(patience),
    routerOptions: { maxParamLength: 2048 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(houseModule(settings, operating), adapter, {
    logger: settings.logLevel === 'silent' ? false : ['error', 'warn'],
    abortOnError: false,
    bodyParser: true,
    forceCloseConnections: false,
  });
  const server = adapter.getInstance<FastifyInstance>();
  operating.registry = measure(server);
  logRequests(server);
  hearOut(server, patience);
  protect(server, settings.publicUrl);
  await server.register(compress, { encodings: ['gzip', 'deflate'], threshold: 1024 });
  acceptBytes(server);
  if (pages) await servePages(server, await pages(server), settings.publicUrl);
  await app.init();
  await server.ready();
  operating.become('ready');
  return app;
}

function houseModule(settings: Settings, operating: Operating): new () => object {
  @Module({
    imports: [SettingsModule.for(settings), DatabaseModule.for(settings, tables), ...rooms],
    controllers: [OperationsController],
    providers: [
      { provide: Operating, useValue: operating },
      { provide: APP_GUARD, useClass: MayAsk },
      { provide: APP_FILTER, useClass: ProblemFilter },
    ],
  })
  class House {}
  return House;
}

type Server = FastifyInstance;

/** One line a request, by route: an address may name a person. */
function logRequests(server: Server): void {
  server.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'page';
    const level = reply.statusCode >= 500 ? 'error' : 'info';
    request.log[level](
      { method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'answered',
    );
    done();
  });
}

/** What is not JSON reaches its use case as bytes. */
function acceptBytes(server: Server): void {
  const limit = 64 * 1024 * 1024;
  server.addContentTypeParser(
    ['application/zip', 'application/octet-stream'],
    { parseAs: 'buffer', bodyLimit: limit },
    (_request, body, done) => {
      done(null, body);
    },
  );
}

function given(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' && /^[\w-]{8,64}$/.test(header) ? header : undefined;
}
