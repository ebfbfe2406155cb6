import { Controller, Get, Inject, Req, UseGuards } from '@nestjs/common';
import type { Activity } from '@kursdugnad/core/xapi/statement.js';
import type { Request } from '../http/request.js';
import { ActivityDefinitions } from './activity-definitions.js';
import { AskedParameters } from './asked-parameters.js';
import { By, MaySpeak, mustHave, type Speaker } from './speaker.js';

/** The Activities Resource (xAPI 1.0.3 Communication 2.5): what all statements together say of an activity. */
@Controller('/xapi/activities')
@UseGuards(MaySpeak)
export class ActivitiesController {
  constructor(@Inject(ActivityDefinitions) private readonly definitions: ActivityDefinitions) {}

  @Get()
  get(@By() speaker: Speaker, @Req() { query }: Request): Promise<Activity> {
    mustHave(speaker, 'statements/read', 'all/read');
    const asked = new AskedParameters(query, ['activityId'], speaker.version);
    asked.mustHave('activityId');
    return this.definitions.activity(speaker.sees, asked.iri('activityId') ?? '');
  }
}
