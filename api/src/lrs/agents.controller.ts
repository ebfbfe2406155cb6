import { Controller, Get, Inject, Req, UseGuards } from '@nestjs/common';
import { identifierOf } from '@kursdugnad/core/xapi/mentioned.js';
import { namesIn, type Person, personOf } from '@kursdugnad/core/xapi/person.js';
import type { Request } from '../http/request.js';
import { AskedParameters, wrong } from './asked-parameters.js';
import { By, MaySpeak, mustHave, type Speaker } from './speaker.js';
import { statementIn } from './statement-list.js';
import { StatementReading } from './statement-reading.js';

/** Names are looked for in so many of an agent's newest statements. */
const newest = 50;

/** The Agents Resource (xAPI 1.0.3 Communication 2.4): what is known of an agent. */
@Controller('/xapi/agents')
@UseGuards(MaySpeak)
export class AgentsController {
  constructor(@Inject(StatementReading) private readonly reading: StatementReading) {}

  @Get()
  async get(@By() speaker: Speaker, @Req() { query }: Request): Promise<Person> {
    mustHave(speaker, 'statements/read', 'all/read');
    const asked = new AskedParameters(query, ['agent'], speaker.version);
    asked.mustHave('agent');
    const agent = asked.actor('agent');
    const identifier = agent ? identifierOf(agent) : null;
    if (!agent || identifier === null) throw wrong('agent', 'must be identified');
    const search = { agent, relatedAgents: true, relatedActivities: false, ascending: false, limit: newest };
    const { list } = await this.reading.page(speaker.sees, search);
    return personOf(
      agent,
      list.each().flatMap((one) => namesIn(statementIn(one), identifier)),
    );
  }
}
