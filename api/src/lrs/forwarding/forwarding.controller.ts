import { Controller, Inject } from '@nestjs/common';
import type { Caller } from '@kursdugnad/core/contract/caller.js';
import type { Answered, Heard } from '@kursdugnad/core/contract/conversation.js';
import {
  addForwarding,
  changeForwarding,
  type Forwarding,
  forwardings,
  removeForwarding,
  retryForwarding,
  statementsSetAside,
} from '@kursdugnad/core/contract/lrs.js';
import { Answers, Asked, By } from '../../http/answers.js';
import { Forwardings } from './forwardings.js';

@Controller()
export class ForwardingController {
  constructor(@Inject(Forwardings) private readonly forwardingsOf: Forwardings) {}

  @Answers(forwardings)
  async forwardings(@By() caller: Caller): Promise<Answered<typeof forwardings>> {
    return { forwardings: await this.forwardingsOf.of(caller) };
  }

  @Answers(addForwarding)
  addForwarding(@By() caller: Caller, @Asked() asked: Heard<typeof addForwarding>): Promise<Forwarding> {
    return this.forwardingsOf.add(caller, asked);
  }

  @Answers(changeForwarding)
  changeForwarding(@By() caller: Caller, @Asked() asked: Heard<typeof changeForwarding>): Promise<Forwarding> {
    return this.forwardingsOf.change(caller, asked);
  }

  @Answers(retryForwarding)
  retryForwarding(
    @By() caller: Caller,
    @Asked() { forwarding, setAside }: Heard<typeof retryForwarding>,
  ): Promise<Forwarding> {
    return this.forwardingsOf.retry(caller, forwarding, setAside);
  }

  @Answers(removeForwarding)
  async removeForwarding(
    @By() caller: Caller,
    @Asked() { forwarding }: Heard<typeof removeForwarding>,
  ): Promise<Record<string, never>> {
    await this.forwardingsOf.remove(caller, forwarding);
    return {};
  }

  @Answers(statementsSetAside)
  statementsSetAside(
    @By() caller: Caller,
    @Asked() { forwarding }: Heard<typeof statementsSetAside>,
  ): Promise<Answered<typeof statementsSetAside>> {
    return this.forwardingsOf.setAside(caller, forwarding);
  }
}
