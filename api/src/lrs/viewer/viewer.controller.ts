import { Controller, Inject, Res } from '@nestjs/common';
import type { Caller } from '@kursdugnad/core/contract/caller.js';
import type { Answered, Heard } from '@kursdugnad/core/contract/conversation.js';
import {
  openStatement,
  refusedRequest,
  refusedRequests,
  statementList,
  statementLive,
  statementSources,
} from '@kursdugnad/core/contract/statement-viewer.js';
import { Answers, Asked, By, Serves } from '../../http/answers.js';
import type { Reply } from '../../http/request.js';
import { LiveStatements } from './live-statements.js';
import { Refusals } from './refusals.js';
import { StatementViewer } from './statement-viewer.js';

@Controller()
export class ViewerController {
  constructor(
    @Inject(StatementViewer) private readonly viewer: StatementViewer,
    @Inject(Refusals) private readonly refusals: Refusals,
    @Inject(LiveStatements) private readonly live: LiveStatements,
  ) {}

  @Answers(statementList)
  list(@By() caller: Caller, @Asked() asked: Heard<typeof statementList>): Promise<Answered<typeof statementList>> {
    return this.viewer.list(caller, asked);
  }

  @Answers(statementSources)
  sources(@By() caller: Caller): Promise<Answered<typeof statementSources>> {
    return this.viewer.sources(caller);
  }

  @Serves(statementLive)
  follow(@By() caller: Caller, @Asked() { since }: Heard<typeof statementLive>, @Res() reply: Reply): void {
    this.live.open(caller, since, reply);
  }

  @Answers(openStatement)
  open(
    @By() caller: Caller,
    @Asked() { statement }: Heard<typeof openStatement>,
  ): Promise<Answered<typeof openStatement>> {
    return this.viewer.open(caller, statement);
  }

  @Answers(refusedRequests)
  refused(@By() caller: Caller): Promise<Answered<typeof refusedRequests>> {
    return this.refusals.list(caller);
  }

  @Answers(refusedRequest)
  refusedOne(
    @By() caller: Caller,
    @Asked() asked: Heard<typeof refusedRequest>,
  ): Promise<Answered<typeof refusedRequest>> {
    return this.refusals.one(caller, asked);
  }
}
