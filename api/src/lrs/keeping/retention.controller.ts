import { Controller, Inject } from '@nestjs/common';
import type { Caller } from '@kursdugnad/core/contract/caller.js';
import type { Answered, Heard } from '@kursdugnad/core/contract/conversation.js';
import { retention, setRetention, tryRetention } from '@kursdugnad/core/contract/lrs.js';
import { Answers, Asked, By } from '../../http/answers.js';
import { Retention } from './retention.js';

@Controller()
export class RetentionController {
  constructor(@Inject(Retention) private readonly keeping: Retention) {}

  @Answers(retention)
  async retention(@By() { municipality }: Caller): Promise<Answered<typeof retention>> {
    const [rules, lastRun] = await Promise.all([this.keeping.rules(municipality), this.keeping.lastRun(municipality)]);
    return { rules, lastRun };
  }

  @Answers(tryRetention)
  async tryRetention(
    @By() { municipality, at }: Caller,
    @Asked() { rules }: Heard<typeof tryRetention>,
  ): Promise<Answered<typeof tryRetention>> {
    return { counts: await this.keeping.trial(municipality, rules, at) };
  }

  @Answers(setRetention)
  async setRetention(
    @By() { municipality }: Caller,
    @Asked() { rules }: Heard<typeof setRetention>,
  ): Promise<Answered<typeof setRetention>> {
    return { rules: await this.keeping.decide(municipality, rules) };
  }
}
