import { Controller, Inject } from '@nestjs/common';
import type { Caller } from '@kursdugnad/core/contract/caller.js';
import type { Answered, Heard } from '@kursdugnad/core/contract/conversation.js';
import { erasePerson, findPeople, tryErasure } from '@kursdugnad/core/contract/erasure.js';
import { Answers, Asked, By } from '../../http/answers.js';
import { Problem } from '../../http/problem.js';
import { Erasures } from './erasures.js';

@Controller()
export class ErasureController {
  constructor(@Inject(Erasures) private readonly erasures: Erasures) {}

  @Answers(findPeople)
  async findPeople(
    @By() { municipality, at }: Caller,
    @Asked() { q }: Heard<typeof findPeople>,
  ): Promise<Answered<typeof findPeople>> {
    return { people: await this.erasures.find(municipality, q, at) };
  }

  @Answers(tryErasure)
  async tryErasure(
    @By() { municipality }: Caller,
    @Asked() asked: Heard<typeof tryErasure>,
  ): Promise<Answered<typeof tryErasure>> {
    const { person, counts } = await this.erasures.trial(municipality, asked.person);
    const { id, name, email } = person;
    return { person: { id, name, email }, counts };
  }

  /** Nobody erases themselves: there would be nobody to tell that it is done. */
  @Answers(erasePerson)
  async erasePerson(
    @By() caller: Caller,
    @Asked() { person }: Heard<typeof erasePerson>,
  ): Promise<Answered<typeof erasePerson>> {
    if (person === caller.person) throw new Problem('conflict', notYourself);
    return { counts: await this.erasures.erase(caller.municipality, person, caller.person) };
  }
}

const notYourself = {
  nb: 'Du kan ikke slette deg selv. Be en annen administrator om det.',
  nn: 'Du kan ikkje slette deg sjølv. Be ein annan administrator om det.',
  en: 'You cannot erase yourself. Ask another administrator.',
};
