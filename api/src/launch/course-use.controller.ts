import { Controller, Inject } from '@nestjs/common';
import type { Caller } from '@kursdugnad/core/contract/caller.js';
import { courseUse, myCourses } from '@kursdugnad/core/contract/catalogue.js';
import type { Answered, Heard } from '@kursdugnad/core/contract/conversation.js';
import { Answers, Asked, By } from '../http/answers.js';
import { CourseUse } from './course-use.js';

/** How our courses go. It stands here because the catalogue below knows nothing of those who take them. */
@Controller()
export class CourseUseController {
  constructor(@Inject(CourseUse) private readonly use: CourseUse) {}

  @Answers(myCourses)
  myCourses(@By() caller: Caller): Promise<Answered<typeof myCourses>> {
    return this.use.ofAll(caller);
  }

  @Answers(courseUse)
  courseUse(@By() caller: Caller, @Asked() { course }: Heard<typeof courseUse>): Promise<Answered<typeof courseUse>> {
    return this.use.ofOne(caller, course);
  }
}
