import { Controller, Inject, Req, Res } from '@nestjs/common';
import { mediaKind } from '@kursdugnad/content-tools/read/media-kinds.js';
import {
  addDraftMedia,
  addTranslation,
  confirmTranslation,
  downloadDraft,
  draftLive,
  draftMedia,
  removeDraftMedia,
  uploadDraft,
} from '@kursdugnad/core/contract/draft-files.js';
import type { Caller } from '@kursdugnad/core/contract/caller.js';
import type { Answered, Heard } from '@kursdugnad/core/contract/conversation.js';
import { sendMedia } from '../catalogue/media-reply.js';
import { Answers, Asked, By, Serves } from '../http/answers.js';
import { notFound, Problem } from '../http/problem.js';
import type { Reply, Request } from '../http/request.js';
import { Storage } from '../storage/storage.js';
import { Beginning } from './beginning.js';
import { filesIn } from './draft-files.js';
import { Drafts } from './drafts.js';
import { OpenDrafts } from './open-drafts.js';
import { notAFolder } from './refusals.js';
import { Writing } from './writing.js';

@Controller()
export class DraftFilesController {
  constructor(
    @Inject(Drafts) private readonly drafts: Drafts,
    @Inject(Beginning) private readonly beginning: Beginning,
    @Inject(Writing) private readonly writing: Writing,
    @Inject(OpenDrafts) private readonly opened: OpenDrafts,
    @Inject(Storage) private readonly storage: Storage,
  ) {}

  @Answers(uploadDraft)
  async upload(
    @By() caller: Caller,
    @Asked() { name, into }: Heard<typeof uploadDraft>,
    @Req() { body }: Request,
  ): Promise<Answered<typeof uploadDraft>> {
    if (!Buffer.isBuffer(body)) throw notAFolder('Fila er ikke en zip-fil.');
    return { draft: await this.beginning.fromZip(caller, body, name, into) };
  }

  @Serves(downloadDraft)
  async download(
    @By() caller: Caller,
    @Asked() { draft }: Heard<typeof downloadDraft>,
    @Res() reply: Reply,
  ): Promise<void> {
    const { name, zip } = await this.beginning.asZip(caller, draft);
    await reply
      .type('application/zip')
      .header('content-disposition', `attachment; filename="${name}.zip"`)
      .header('cache-control', 'no-store')
      .send(zip);
  }

  @Serves(draftMedia)
  async media(
    @By() caller: Caller,
    @Asked() { draft, '*': path }: Heard<typeof draftMedia>,
    @Req() request: Request,
    @Res() reply: Reply,
  ): Promise<void> {
    const file = filesIn(await this.drafts.row(caller, draft))[path];
    const kind = mediaKind(path);
    if (!file || !kind || !path.startsWith('media/')) throw notFound();
    const { hash, bytes } = file;
    await sendMedia(this.storage, { path, hash, bytes, type: kind.type }, request, reply, 'private, no-cache');
  }

  @Answers(addDraftMedia)
  addMedia(
    @By() caller: Caller,
    @Asked() { draft, name }: Heard<typeof addDraftMedia>,
    @Req() { body }: Request,
  ): Promise<Answered<typeof addDraftMedia>> {
    if (!Buffer.isBuffer(body)) throw new Problem('unsupported-media', sendBytes);
    return this.writing.addMedia(caller, draft, name, body);
  }

  @Answers(removeDraftMedia)
  async removeMedia(
    @By() caller: Caller,
    @Asked() { draft, path }: Heard<typeof removeDraftMedia>,
  ): Promise<Answered<typeof removeDraftMedia>> {
    await this.writing.removeMedia(caller, draft, path);
    return {};
  }

  @Answers(addTranslation)
  addTranslation(
    @By() caller: Caller,
    @Asked() { draft, language }: Heard<typeof addTranslation>,
  ): Promise<Answered<typeof addTranslation>> {
    return this.writing.addTranslation(caller, draft, language);
  }

  @Answers(confirmTranslation)
  confirmTranslation(
    @By() caller: Caller,
    @Asked() { draft, path, line }: Heard<typeof confirmTranslation>,
  ): Promise<Answered<typeof confirmTranslation>> {
    return this.writing.confirmTranslation(caller, draft, path, line);
  }

  @Serves(draftLive)
  async live(@By() caller: Caller, @Asked() { draft }: Heard<typeof draftLive>, @Res() reply: Reply): Promise<void> {
    await this.opened.open(caller, draft, reply);
  }
}

const sendBytes = {
  nb: 'Send fila som den er (application/octet-stream).',
  nn: 'Send fila som ho er (application/octet-stream).',
  en: 'Send the file as it is (application/octet-stream).',
};
