import { Controller, HttpCode, Inject, Post, Put, Req, UseGuards } from '@nestjs/common';
import type { Request } from '../http/request.js';
import { AskedParameters, wrong } from './asked-parameters.js';
import { type Incoming, IncomingStatements } from './incoming-statements.js';
import { By, MaySpeak, mustHave, type Speaker } from './speaker.js';
import { StoringTogether } from './storing-together.js';

/** The Statement Resource (xAPI 1.0.3 Communication 2.1): what is sent to it. What is asked of it: AskedStatements. */
@Controller('/xapi/statements')
@UseGuards(MaySpeak)
export class StatementsController {
  constructor(
    @Inject(StoringTogether) private readonly storing: StoringTogether,
    @Inject(IncomingStatements) private readonly incoming: IncomingStatements,
  ) {}

  @Post()
  @HttpCode(200)
  async post(@By() speaker: Speaker, @Req() request: Request): Promise<string[]> {
    mustHave(speaker, 'statements/write');
    new AskedParameters(request.query, [], speaker.version);
    return this.store(speaker, await this.incoming.read(request, speaker.version));
  }

  @Put()
  @HttpCode(204)
  async put(@By() speaker: Speaker, @Req() request: Request): Promise<void> {
    mustHave(speaker, 'statements/write');
    const asked = new AskedParameters(request.query, ['statementId'], speaker.version);
    asked.mustHave('statementId');
    const id = asked.uuid('statementId');
    const incoming = await this.incoming.read(request, speaker.version);
    if (incoming.isList) throw wrong('body', 'PUT takes one statement');
    const [statement] = incoming.statements;
    if (!statement || (statement.id !== undefined && statement.id.toLowerCase() !== id))
      throw wrong('statementId', 'is not the id of the statement');
    await this.store(speaker, { ...incoming, statements: [{ ...statement, id: statement.id ?? id }] });
  }

  private store({ municipality, authority }: Speaker, { statements, files }: Incoming): Promise<string[]> {
    return this.storing.store({ municipality, authority, statements, files });
  }
}
