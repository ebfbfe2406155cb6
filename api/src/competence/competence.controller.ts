import { Controller, Inject } from '@nestjs/common';
import type { Caller } from '@kursdugnad/core/contract/caller.js';
import {
  endRequirement,
  requirements,
  type RequirementView,
  roles,
  stateRequirement,
} from '@kursdugnad/core/contract/competence.js';
import type { Answered, Heard } from '@kursdugnad/core/contract/conversation.js';
import { Answers, Asked, By } from '../http/answers.js';
import { Competence } from './competence.js';

@Controller()
export class CompetenceController {
  constructor(@Inject(Competence) private readonly competence: Competence) {}

  @Answers(roles)
  roles(@By() caller: Caller): Promise<Answered<typeof roles>> {
    return this.competence.roles(caller);
  }

  @Answers(requirements)
  async requirements(@By() caller: Caller): Promise<Answered<typeof requirements>> {
    return { requirements: await this.competence.requirements(caller) };
  }

  @Answers(stateRequirement)
  stateRequirement(@By() caller: Caller, @Asked() asked: Heard<typeof stateRequirement>): Promise<RequirementView> {
    return this.competence.stateRequirement(caller, asked);
  }

  @Answers(endRequirement)
  async endRequirement(
    @By() caller: Caller,
    @Asked() { requirement }: Heard<typeof endRequirement>,
  ): Promise<Record<string, never>> {
    await this.competence.endRequirement(caller, requirement);
    return {};
  }
}
