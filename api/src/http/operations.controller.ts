import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Problem } from './problem.js';
import { openApi } from './openapi.js';
import type { Reply } from './request.js';
import { Operating } from './operating.js';

/** What an operator's own systems ask: alive, ready, how is it going, what is the API. */
@Controller()
export class OperationsController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Operating) private readonly operating: Operating,
  ) {}

  @Get('/health/live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('/health/ready')
  async ready(): Promise<{ status: 'ok' }> {
    if (this.operating.isReady() && (await this.database.isReady())) return { status: 'ok' };
    throw new Problem('unavailable', {
      nb: 'Databasen svarer ikke, eller tjenesten starter eller stopper.',
      nn: 'Databasen svarar ikkje, eller tenesta startar eller stoppar.',
      en: 'The database does not answer, or the service is starting or stopping.',
    });
  }

  @Get('/metrics')
  async metrics(@Res() reply: Reply): Promise<void> {
    if (!this.operating.isPrivate(reply.request)) throw new Problem('forbidden', notPublic);
    const { registry } = this.operating;
    await reply.type(registry.contentType).send(await registry.metrics());
  }

  @Get('/api/openapi.json')
  @Header('cache-control', 'public, max-age=300')
  openapi(): object {
    return openApi(this.operating.publicUrl);
  }
}

const notPublic = {
  nb: 'Målingene vises bare på maskinen selv.',
  nn: 'Målingane blir berre viste på maskina sjølv.',
  en: 'Metrics are shown on the machine itself only.',
};
