import { Controller, Inject } from '@nestjs/common';
import type { Caller } from '@kursdugnad/core/contract/caller.js';
import type { Answered, Heard } from '@kursdugnad/core/contract/conversation.js';
import { guide, recordEvents, startGuide } from '@kursdugnad/core/contract/learn.js';
import { Answers, Asked, By } from '../http/answers.js';
import { Registrations } from './registrations.js';

@Controller()
export class LaunchController {
  constructor(@Inject(Registrations) private readonly registrations: Registrations) {}

  @Answers(startGuide)
  startGuide(
    @By() caller: Caller,
    @Asked() { course }: Heard<typeof startGuide>,
  ): Promise<Answered<typeof startGuide>> {
    return this.registrations.start(caller, course);
  }

  @Answers(guide)
  guide(@By() caller: Caller, @Asked() { registration }: Heard<typeof guide>): Promise<Answered<typeof guide>> {
    return this.registrations.guide(caller, registration);
  }

  @Answers(recordEvents)
  recordEvents(
    @By() caller: Caller,
    @Asked() { registration, events }: Heard<typeof recordEvents>,
  ): Promise<Answered<typeof recordEvents>> {
    return this.registrations.record(caller, registration, events);
  }
}
