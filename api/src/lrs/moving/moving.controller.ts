import { Readable } from 'node:stream';
import { Controller, Inject, Res } from '@nestjs/common';
import { type Caller, dayInNorway } from '@kursdugnad/core/contract/caller.js';
import type { Heard } from '@kursdugnad/core/contract/conversation.js';
import { exportStatements } from '@kursdugnad/core/contract/lrs.js';
import { Asked, By, Serves } from '../../http/answers.js';
import type { Reply } from '../../http/request.js';
import { StatementExport } from './statement-export.js';

@Controller()
export class MovingController {
  constructor(@Inject(StatementExport) private readonly statements: StatementExport) {}

  @Serves(exportStatements)
  async exportStatements(
    @By() { municipality, at }: Caller,
    @Asked() asked: Heard<typeof exportStatements>,
    @Res() reply: Reply,
  ): Promise<void> {
    const name = `statements-${municipality}-${dayInNorway(at)}.jsonl`;
    await reply
      .type('application/x-ndjson; charset=utf-8')
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('cache-control', 'no-store')
      .send(Readable.from(this.statements.lines(municipality, asked), { objectMode: false, highWaterMark: 1 }));
  }
}
