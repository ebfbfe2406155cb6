import { Controller, Inject } from '@nestjs/common';
import type { Caller } from '@kursdugnad/core/contract/caller.js';
import type { Answered, Heard } from '@kursdugnad/core/contract/conversation.js';
import { localFacts, saveLocalFacts } from '@kursdugnad/core/contract/local-facts.js';
import { Answers, Asked, By } from '../http/answers.js';
import { FillingIn } from './filling-in.js';

@Controller()
export class LocalFactsController {
  constructor(@Inject(FillingIn) private readonly fillingIn: FillingIn) {}

  @Answers(localFacts)
  localFacts(
    @By() caller: Caller,
    @Asked() { course }: Heard<typeof localFacts>,
  ): Promise<Answered<typeof localFacts>> {
    return this.fillingIn.asked(caller, course);
  }

  @Answers(saveLocalFacts)
  async saveLocalFacts(
    @By() caller: Caller,
    @Asked() { course, values }: Heard<typeof saveLocalFacts>,
  ): Promise<Record<string, never>> {
    await this.fillingIn.save(caller, course, values);
    return {};
  }
}
