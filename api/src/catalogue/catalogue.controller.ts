import { Controller, Inject, Req } from '@nestjs/common';
import type { Redo } from '@kursdugnad/core/catalogue/version-changes.js';
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
import { foreseeCourse } from '@kursdugnad/core/contract/new-version.js';
import { Answers, Asked, By } from '../http/answers.js';
import type { Request } from '../http/request.js';
import { Catalogue } from './catalogue.js';
import { Foreseeing } from './foreseeing.js';
import { notAZip } from './mistakes.js';

@Controller()
export class CatalogueController {
  constructor(
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(Foreseeing) private readonly foreseeing: Foreseeing,
  ) {}

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
    @Asked() { note, redo }: Heard<typeof publishCourse>,
    @Req() { body }: Request,
  ): Promise<Answered<typeof publishCourse>> {
    if (!Buffer.isBuffer(body)) throw notAZip();
    return this.catalogue.publish(caller, body, note, redo === undefined ? undefined : redoIn(redo));
  }

  @Answers(foreseeCourse)
  foresee(@By() caller: Caller, @Req() { body }: Request): Promise<Answered<typeof foreseeCourse>> {
    if (!Buffer.isBuffer(body)) throw notAZip();
    return this.foreseeing.bundle(caller.municipality, body);
  }
}

/** As an address says it: `all`, or ids with a comma between. */
function redoIn(text: string): Redo {
  return text === 'all' ? 'all' : text.split(',').filter((id) => id !== '');
}
