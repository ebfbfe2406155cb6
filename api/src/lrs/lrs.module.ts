import { Inject, Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { PeopleModule } from '../people/people.module.js';
import { Decided } from '../settings.module.js';
import type { Settings } from '../settings.js';
import { Storage } from '../storage/storage.js';
import { AboutController } from './about.controller.js';
import { ActivitiesController } from './activities.controller.js';
import { ActivityDefinitions } from './activity-definitions.js';
import { AgentsController } from './agents.controller.js';
import { AskedStatements } from './asked-statements.js';
import { Attachments } from './attachments.js';
import { Credentials } from './credentials.js';
import { Documents } from './documents.js';
import { openDoor } from './door.js';
import { Delivery } from './forwarding/delivery.js';
import { Forwarder } from './forwarding/forwarder.js';
import { ForwardingController } from './forwarding/forwarding.controller.js';
import { Forwardings } from './forwarding/forwardings.js';
import { Queue } from './forwarding/queue.js';
import { IncomingStatements } from './incoming-statements.js';
import { KnownCredentials } from './known-credentials.js';
import { AttachmentFiles, attachmentFolder } from './keeping/attachment-files.js';
import { ErasingStatements } from './erasing/erasing-statements.js';
import { EveryNight } from './keeping/every-night.js';
import { RetentionController } from './keeping/retention.controller.js';
import { Retention } from './keeping/retention.js';
import { KeysController } from './keys/keys.controller.js';
import { LastUse } from './keys/last-use.js';
import { MovingController } from './moving/moving.controller.js';
import { StatementExport } from './moving/statement-export.js';
import { StatementImport } from './moving/statement-import.js';
import { ProfilesController } from './profiles.controller.js';
import { MaySpeak } from './speaker.js';
import { SpokenVersions } from './spoken-versions.js';
import { StateController } from './state.controller.js';
import { StatementReading } from './statement-reading.js';
import { Statements } from './statements.js';
import { StatementsController } from './statements.controller.js';
import { StoringTogether } from './storing-together.js';
import { LiveStatements } from './viewer/live-statements.js';
import { rememberRefusals } from './viewer/refusal-door.js';
import { Refusals } from './viewer/refusals.js';
import { SeenPeople } from './viewer/seen-people.js';
import { StatementViewer } from './viewer/statement-viewer.js';
import { ViewerController } from './viewer/viewer.controller.js';

@Module({
  imports: [PeopleModule],
  controllers: [
    StatementsController,
    StateController,
    ProfilesController,
    ActivitiesController,
    AgentsController,
    AboutController,
    KeysController,
    ForwardingController,
    RetentionController,
    MovingController,
    ViewerController,
  ],
  providers: [
    Statements,
    StoringTogether,
    StatementReading,
    AskedStatements,
    MaySpeak,
    IncomingStatements,
    Attachments,
    ActivityDefinitions,
    Documents,
    Credentials,
    KnownCredentials,
    LastUse,
    Queue,
    Delivery,
    Forwarder,
    Forwardings,
    Retention,
    AttachmentFiles,
    EveryNight,
    StatementExport,
    StatementImport,
    ErasingStatements,
    {
      provide: Storage,
      useFactory: (settings: Settings) => new Storage(settings, attachmentFolder),
      inject: [Decided],
    },
    SpokenVersions,
    StatementViewer,
    SeenPeople,
    LiveStatements,
    Refusals,
  ],
  exports: [Statements, Retention, StatementImport, SeenPeople, Credentials],
})
export class LrsModule implements OnModuleInit {
  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(SpokenVersions) private readonly spoken: SpokenVersions,
    @Inject(Refusals) private readonly refusals: Refusals,
    @Inject(AskedStatements) private readonly asked: AskedStatements,
  ) {}

  onModuleInit(): void {
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    openDoor(server, this.spoken);
    rememberRefusals(server, this.refusals);
    server.get('/xapi/statements', (request, reply) => this.asked.answer(request, reply));
  }
}
