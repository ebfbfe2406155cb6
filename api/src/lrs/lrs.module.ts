import { Inject, Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { AboutController } from './about.controller.js';
import { Credentials } from './credentials.js';
import { takeAsBytes } from './document-request.js';
import { Documents } from './documents.js';
import { ProfilesController } from './profiles.controller.js';
import { versionHeader, versionIn } from './speaker.js';
import { StateController } from './state.controller.js';
import { StatementReading } from './statement-reading.js';
import { Statements } from './statements.js';
import { StatementsController } from './statements.controller.js';

@Module({
  controllers: [StatementsController, StateController, ProfilesController, AboutController],
  providers: [Statements, StatementReading, Documents, Credentials],
  exports: [Statements, Credentials],
})
export class LrsModule implements OnModuleInit {
  constructor(@Inject(HttpAdapterHost) private readonly host: HttpAdapterHost) {}

  /** The version stands on every answer, also where the body could not even be read. */
  onModuleInit(): void {
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    server.addHook('onRequest', (request, reply, done) => {
      if (request.raw.url?.startsWith('/xapi/')) {
        void reply.header(versionHeader, versionIn(request.headers[versionHeader]) ?? '2.0.0');
        takeAsBytes(request);
      }
      done();
    });
  }
}
