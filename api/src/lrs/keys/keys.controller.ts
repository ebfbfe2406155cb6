import { Controller, Inject } from '@nestjs/common';
import type { Caller } from '@kursdugnad/core/contract/caller.js';
import type { Answered, Heard } from '@kursdugnad/core/contract/conversation.js';
import { lrsKeys, makeLrsKey, revokeLrsKey } from '@kursdugnad/core/contract/lrs.js';
import { Answers, Asked, By } from '../../http/answers.js';
import { notFound, Problem } from '../../http/problem.js';
import { Credentials } from '../credentials.js';

/** The keys of a municipality to its LRS, for its administrators. */
@Controller()
export class KeysController {
  constructor(@Inject(Credentials) private readonly credentials: Credentials) {}

  @Answers(lrsKeys)
  async lrsKeys(@By() { municipality }: Caller): Promise<Answered<typeof lrsKeys>> {
    return { keys: await this.credentials.of(municipality) };
  }

  @Answers(makeLrsKey)
  async makeLrsKey(
    @By() { municipality, person, at, language }: Caller,
    @Asked() { label, scopes, expires: day }: Heard<typeof makeLrsKey>,
  ): Promise<Answered<typeof makeLrsKey>> {
    const expires = day === null ? null : new Date(day).toISOString();
    if (expires !== null && expires <= at)
      throw new Problem('invalid', overAlready, [{ at: 'expires', message: overAlready[language] }]);
    const { key, secret } = await this.credentials.create(municipality, { label, scopes, expires, madeBy: person });
    const made = (await this.credentials.of(municipality)).find((one) => one.key === key);
    if (!made) throw notFound();
    return { key: made, secret };
  }

  @Answers(revokeLrsKey)
  async revokeLrsKey(
    @By() { municipality }: Caller,
    @Asked() { key }: Heard<typeof revokeLrsKey>,
  ): Promise<Record<string, never>> {
    if (!(await this.credentials.revoke(municipality, key))) throw notFound();
    return {};
  }
}

const overAlready = {
  nb: 'Nøkkelen ville ikke virket en eneste dag. Velg en dag som kommer.',
  nn: 'Nøkkelen ville ikkje verka ein einaste dag. Vel ein dag som kjem.',
  en: 'The key would not work for a single day. Choose a day to come.',
};
