import { Controller, Delete, Get, HttpCode, Inject, Post, Put, Req, Res, UseGuards } from '@nestjs/common';
import { identifierOf } from '@kursdugnad/core/xapi/mentioned.js';
import { notFound } from '../http/problem.js';
import type { Reply, Request } from '../http/request.js';
import { AskedParameters, wrong } from './asked-parameters.js';
import { preconditionIn, sendDocument, sentDocument } from './document-request.js';
import { Documents, type Place, placeOf } from './documents.js';
import { By, MaySpeak, mustHave, type Speaker } from './speaker.js';

const scope = ['activityId', 'agent', 'registration'];

/** The State Resource (xAPI 1.0.3 Communication 2.3): what an activity keeps for one learner. */
@Controller('/xapi/activities/state')
@UseGuards(MaySpeak)
export class StateController {
  constructor(@Inject(Documents) private readonly documents: Documents) {}

  @Get()
  async get(@By() speaker: Speaker, @Req() request: Request, @Res() reply: Reply): Promise<void> {
    mustHave(speaker, 'state', 'all/read');
    const { asked, place } = where(speaker, request, 'since');
    if (!asked.has('stateId')) {
      await reply.type('application/json').send(await this.documents.ids(place, asked.instant('since')));
      return;
    }
    if (asked.has('since')) throw wrong('since', 'does not go with stateId');
    const found = await this.documents.one(place);
    if (!found) throw notFound();
    sendDocument(reply, found);
  }

  @Put()
  @HttpCode(204)
  put(@By() speaker: Speaker, @Req() request: Request): Promise<void> {
    mustHave(speaker, 'state');
    const { asked, place } = where(speaker, request);
    asked.mustHave('stateId');
    // 1.0.3 lets a state be overwritten, 2.0 asks for a precondition.
    const must = preconditionIn(request, speaker.version === '1.0.3' ? 'overwrite' : 'create');
    return this.documents.put(place, sentDocument(request), must);
  }

  @Post()
  @HttpCode(204)
  post(@By() speaker: Speaker, @Req() request: Request): Promise<void> {
    mustHave(speaker, 'state');
    const { asked, place } = where(speaker, request);
    asked.mustHave('stateId');
    return this.documents.merge(place, sentDocument(request), preconditionIn(request));
  }

  @Delete()
  @HttpCode(204)
  delete(@By() speaker: Speaker, @Req() request: Request): Promise<void> {
    mustHave(speaker, 'state');
    const { asked, place } = where(speaker, request);
    if (!asked.has('stateId')) return this.documents.deleteAll(place);
    return this.documents.delete(place, preconditionIn(request));
  }
}

function where(speaker: Speaker, { query }: Request, ...more: string[]): { asked: AskedParameters; place: Place } {
  const asked = new AskedParameters(query, [...scope, 'stateId', ...more], speaker.version);
  asked.mustHave('activityId');
  asked.mustHave('agent');
  const agent = asked.actor('agent');
  const identifier = agent ? identifierOf(agent) : null;
  if (identifier === null) throw wrong('agent', 'must be identified');
  const { municipality } = speaker;
  const place = placeOf('state', asked.iri('activityId') ?? '', identifier, asked.uuid('registration') ?? '');
  return { asked, place: { municipality, place, id: asked.text('stateId') ?? '', agent: identifier } };
}
