import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { Caller } from '@kursdugnad/core/contract/caller.js';
import { courseMedia } from '@kursdugnad/core/contract/catalogue.js';
import type { Heard } from '@kursdugnad/core/contract/conversation.js';
import { Asked, By, Serves } from '../http/answers.js';
import { notFound } from '../http/problem.js';
import type { Reply, Request } from '../http/request.js';
import { Storage } from '../storage/storage.js';
import { Catalogue } from './catalogue.js';
import { sendMedia } from './media-reply.js';

/** Pictures, films and attachments of a version: those that the version lists, and nothing else on the disk. */
@Controller()
export class MediaController {
  constructor(
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(Storage) private readonly storage: Storage,
  ) {}

  @Serves(courseMedia)
  async media(
    @By() caller: Caller,
    @Asked() { hash, '*': path }: Heard<typeof courseMedia>,
    @Req() request: Request,
    @Res() reply: Reply,
  ): Promise<void> {
    const version = await this.catalogue.visibleVersion(caller.municipality, hash);
    const file = version?.course.media.find((one) => one.path === `media/${path}`);
    if (!file) throw notFound();
    await sendMedia(this.storage, file, request, reply);
  }
}
