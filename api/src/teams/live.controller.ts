import { Controller, Inject, Res } from '@nestjs/common';
import type { Caller } from '@kursdugnad/core/contract/caller.js';
import type { Heard } from '@kursdugnad/core/contract/conversation.js';
import { teamLive } from '@kursdugnad/core/contract/teams.js';
import { Asked, By, Serves } from '../http/answers.js';
import type { Reply } from '../http/request.js';
import { LiveTables } from './live-tables.js';

@Controller()
export class LiveController {
  constructor(@Inject(LiveTables) private readonly tables: LiveTables) {}

  @Serves(teamLive)
  async teamLive(@By() caller: Caller, @Asked() { unit }: Heard<typeof teamLive>, @Res() reply: Reply): Promise<void> {
    await this.tables.open(caller, unit, reply);
  }
}
