import { Controller, Inject, Req } from '@nestjs/common';
import { type Caller, unitsLed } from '@kursdugnad/core/contract/caller.js';
import type { Answered, Heard } from '@kursdugnad/core/contract/conversation.js';
import { chooseLanguage, demoPeople, signInAsDemo, signOut, whoAmI } from '@kursdugnad/core/contract/login.js';
import { Answers, Asked, By } from '../http/answers.js';
import type { Request } from '../http/request.js';
import { People } from '../people/people.js';
import { DemoPeople } from './demo-people.js';
import { Sessions } from './sessions.js';

@Controller()
export class LoginController {
  constructor(
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(People) private readonly people: People,
    @Inject(DemoPeople) private readonly demo: DemoPeople,
  ) {}

  @Answers(whoAmI)
  async whoAmI(@By() caller: Caller): Promise<Answered<typeof whoAmI>> {
    const { at: _at, ...who } = caller;
    const units = await this.people.unitsByKey(caller.municipality, unitsLed(caller));
    return { ...who, units: units.map(({ id, name }) => ({ id, name })) };
  }

  @Answers(chooseLanguage)
  async chooseLanguage(
    @By() caller: Caller,
    @Asked() { language }: Heard<typeof chooseLanguage>,
  ): Promise<Record<string, never>> {
    await this.people.chooseLanguage(caller.municipality, caller.person, language);
    return {};
  }

  @Answers(demoPeople)
  async demoPeople(): Promise<Answered<typeof demoPeople>> {
    return { people: await this.demo.people() };
  }

  @Answers(signInAsDemo)
  async signInAsDemo(@Asked() { person }: Heard<typeof signInAsDemo>): Promise<Answered<typeof signInAsDemo>> {
    const { municipality } = await this.demo.mustBe(person);
    return this.sessions.open(municipality, person, new Date().toISOString());
  }

  @Answers(signOut)
  async signOut(@Req() request: Request): Promise<Record<string, never>> {
    await this.sessions.close(request);
    return {};
  }
}
