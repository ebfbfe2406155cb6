import { Inject, Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { StorageModule } from '../storage/storage.module.js';
import { AboutController } from './about.controller.js';
import { ActivitiesController } from './activities.controller.js';
import { ActivityDefinitions } from './activity-definitions.js';
import { AgentsController } from './agents.controller.js';
import { Attachments } from './attachments.js';
import { Credentials } from './credentials.js';
import { Documents } from './documents.js';
import { openDoor } from './door.js';
import { IncomingStatements } from './incoming-statements.js';
import { KnownCredentials } from './known-credentials.js';
import { ProfilesController } from './profiles.controller.js';
import { SpokenVersions } from './spoken-versions.js';
import { StateController } from './state.controller.js';
import { StatementReading } from './statement-reading.js';
import { Statements } from './statements.js';
import { StatementsController } from './statements.controller.js';
import { StoringTogether } from './storing-together.js';

@Module({
  imports: [StorageModule],
  controllers: [
    StatementsController,
    StateController,
    ProfilesController,
    ActivitiesController,
    AgentsController,
    AboutController,
  ],
  providers: [
    Statements,
    StoringTogether,
    StatementReading,
    IncomingStatements,
    Attachments,
    ActivityDefinitions,
    Documents,
    Credentials,
    KnownCredentials,
    SpokenVersions,
  ],
  exports: [Statements, Credentials],
})
export class LrsModule implements OnModuleInit {
  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(SpokenVersions) private readonly spoken: SpokenVersions,
  ) {}

  onModuleInit(): void {
    openDoor(this.host.httpAdapter.getInstance<FastifyInstance>(), this.spoken);
  }
}
