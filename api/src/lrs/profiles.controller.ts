import { Controller, Delete, Get, HttpCode, Inject, Post, Put, Req, Res, UseGuards } from '@nestjs/common';
import { identifierOf } from '@kursdugnad/core/xapi/mentioned.js';
import { notFound } from '../http/problem.js';
import type { Reply, Request } from '../http/request.js';
import { AskedParameters, wrong } from './asked-parameters.js';
import { preconditionIn, sendDocument, sentDocument } from './document-request.js';
import { Documents, type Place, placeOf } from './documents.js';
import { By, MaySpeak, mustHave, type Speaker } from './speaker.js';

/** The Agent and Activity Profile Resources (xAPI 1.0.3 Communication 2.6, 2.7): documents of an agent or an activity. */
@Controller(['/xapi/agents/profile', '/xapi/activities/profile'])
@UseGuards(MaySpeak)
export class ProfilesController {
  constructor(@Inject(Documents) private readonly documents: Documents) {}

  @Get()
  async get(@By() speaker: Speaker, @Req() request: Request, @Res() reply: Reply): Promise<void> {
    mustHave(speaker, 'profile', 'all/read');
    const { asked, place } = where(speaker, request, 'since');
    if (!asked.has('profileId')) {
      await reply.type('application/json').send(await this.documents.ids(place, asked.instant('since')));
      return;
    }
    if (asked.has('since')) throw wrong('since', 'does not go with profileId');
    const found = await this.documents.one(place);
    if (!found) throw notFound();
    sendDocument(reply, found);
  }

  @Put()
  @HttpCode(204)
  put(@By() speaker: Speaker, @Req() request: Request): Promise<void> {
    mustHave(speaker, 'profile');
    const { place } = named(speaker, request);
    // 1.0.3 never takes a PUT without a precondition, 2.0 where there is nothing to overwrite.
    const must = preconditionIn(request, speaker.version === '1.0.3' ? 'nothing' : 'create');
    return this.documents.put(place, sentDocument(request), must);
  }

  @Post()
  @HttpCode(204)
  post(@By() speaker: Speaker, @Req() request: Request): Promise<void> {
    mustHave(speaker, 'profile');
    const { place } = named(speaker, request);
    return this.documents.merge(place, sentDocument(request), preconditionIn(request));
  }

  @Delete()
  @HttpCode(204)
  delete(@By() speaker: Speaker, @Req() request: Request): Promise<void> {
    mustHave(speaker, 'profile');
    const { place } = named(speaker, request);
    return this.documents.delete(place, preconditionIn(request));
  }
}

function named(speaker: Speaker, request: Request): { place: Place } {
  const { asked, place } = where(speaker, request);
  asked.mustHave('profileId');
  return { place };
}

function where(speaker: Speaker, request: Request, ...more: string[]): { asked: AskedParameters; place: Place } {
  const isAgent = request.raw.url?.startsWith('/xapi/agents') === true;
  const of = isAgent ? 'agent' : 'activityId';
  const asked = new AskedParameters(request.query, [of, 'profileId', ...more], speaker.version);
  asked.mustHave(of);
  const agent = asked.actor('agent');
  const owner = isAgent ? agent && identifierOf(agent) : asked.iri('activityId');
  if (owner === undefined || owner === null) throw wrong(of, 'must be identified');
  const { municipality } = speaker;
  const place = placeOf(isAgent ? 'agent' : 'activity', owner);
  const about = isAgent ? { agent: owner } : {};
  return { asked, place: { municipality, place, id: asked.text('profileId') ?? '', ...about } };
}
