import { Controller, Inject, Req } from '@nestjs/common';
import type { Caller } from '@kursdugnad/core/contract/caller.js';
import {
  adopt,
  catalogueCourse,
  leaveOff,
  lookThrough,
  publishCourse,
  searchCatalogue,
} from '@kursdugnad/core/contract/catalogue.js';
import type { Answered, Heard } from '@kursdugnad/core/contract/conversation.js';
import { Answers, Asked, By } from '../http/answers.js';
import type { Request } from '../http/request.js';
import { Catalogue } from './catalogue.js';
import { notAZip } from './mistakes.js';

@Controller()
export class CatalogueController {
  constructor(@Inject(Catalogue) private readonly catalogue: Catalogue) {}

  @Answers(searchCatalogue)
  search(
    @By() caller: Caller,
    @Asked() filter: Heard<typeof searchCatalogue>,
  ): Promise<Answered<typeof searchCatalogue>> {
    return this.catalogue.search(caller, filter);
  }

  @Answers(catalogueCourse)
  course(
    @By() caller: Caller,
    @Asked() { course }: Heard<typeof catalogueCourse>,
  ): Promise<Answered<typeof catalogueCourse>> {
    return this.catalogue.course(caller, course);
  }

  @Answers(lookThrough)
  content(@By() caller: Caller, @Asked() { course }: Heard<typeof lookThrough>): Promise<Answered<typeof lookThrough>> {
    return this.catalogue.content(caller, course);
  }

  @Answers(adopt)
  async adopt(@By() caller: Caller, @Asked() { course }: Heard<typeof adopt>): Promise<Record<string, never>> {
    await this.catalogue.adopt(caller, course);
    return {};
  }

  @Answers(leaveOff)
  async leaveOff(@By() caller: Caller, @Asked() { course }: Heard<typeof leaveOff>): Promise<Record<string, never>> {
    await this.catalogue.leaveOff(caller, course);
    return {};
  }

  @Answers(publishCourse)
  publish(
    @By() caller: Caller,
    @Asked() { note }: Heard<typeof publishCourse>,
    @Req() { body }: Request,
  ): Promise<Answered<typeof publishCourse>> {
    if (!Buffer.isBuffer(body)) throw notAZip();
    return this.catalogue.publish(caller, body, note);
  }
}
