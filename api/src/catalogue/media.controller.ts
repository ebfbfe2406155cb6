import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { Caller } from '@kursdugnad/core/contract/caller.js';
import { courseMedia } from '@kursdugnad/core/contract/catalogue.js';
import type { Heard } from '@kursdugnad/core/contract/conversation.js';
import type { MediaFile } from '@kursdugnad/core/course/course.js';
import { Asked, By, Serves } from '../http/answers.js';
import { notFound } from '../http/problem.js';
import type { Reply, Request } from '../http/request.js';
import { Storage } from '../storage/storage.js';
import { byteRange } from './byte-range.js';
import { Catalogue } from './catalogue.js';

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
    describe(reply, file);
    if (request.headers['if-none-match'] === etagOf(file)) return void reply.status(304).send();
    await this.send(request, reply, file);
  }

  /** Films are asked for in parts; all else is small and may be compressed on its way, which parts may not. */
  private async send(request: Request, reply: Reply, file: MediaFile): Promise<void> {
    const isFilm = file.type.startsWith('video/');
    if (isFilm) reply.header('accept-ranges', 'bytes');
    const ifRange = request.headers['if-range'];
    const isSame = ifRange === undefined || ifRange === etagOf(file);
    const part = isFilm && isSame ? byteRange(request.headers.range, file.bytes) : null;
    if (part === 'outside') return void reply.status(416).header('content-range', `bytes */${file.bytes}`).send();
    if (part) reply.status(206).header('content-range', `bytes ${part.start}-${part.end}/${file.bytes}`);
    reply.header('content-length', part ? part.end - part.start + 1 : file.bytes);
    await reply.send(this.storage.stream(file.hash, part ?? undefined));
  }
}

const etagOf = ({ hash }: MediaFile) => `"${hash}"`;

/** The type was decided by our own table when the version was published; no browser guesses another. */
function describe(reply: Reply, file: MediaFile): void {
  const isFilm = file.type.startsWith('video/');
  reply.type(file.type.startsWith('text/') ? `${file.type}; charset=utf-8` : file.type);
  reply.header('etag', etagOf(file));
  reply.header('cache-control', 'private, max-age=31536000, immutable');
  reply.header('cross-origin-resource-policy', 'same-origin');
  // An author's drawing opened on its own must not act as a page of ours.
  if (!isFilm) reply.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
  if (file.type.startsWith('application/')) reply.header('content-disposition', 'attachment');
}
