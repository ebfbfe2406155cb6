import { Controller, Get } from '@nestjs/common';

/** The About Resource (xAPI 1.0.3 Communication 2.8): for anybody, without a version header. */
@Controller('/xapi/about')
export class AboutController {
  @Get()
  about(): { version: string[] } {
    return { version: ['2.0.0', '1.0.3', '1.0.2', '1.0.1', '1.0.0'] };
  }
}
