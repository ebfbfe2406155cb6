import { Controller, Inject } from '@nestjs/common';
import {
  beginDraft,
  checkDraft,
  deleteDraft,
  draftRevisions,
  listDrafts,
  publishDraft,
  publishedText,
  readDraft,
  renameDraft,
  restoreRevision,
  saveDraftAbout,
  saveDraftText,
  showDraft,
} from '@kursdugnad/core/contract/authoring.js';
import type { Caller } from '@kursdugnad/core/contract/caller.js';
import type { Answered, Heard } from '@kursdugnad/core/contract/conversation.js';
import { foreseeDraft } from '@kursdugnad/core/contract/new-version.js';
import { Answers, Asked, By } from '../http/answers.js';
import { Beginning } from './beginning.js';
import { DraftContents } from './draft-contents.js';
import { Drafts } from './drafts.js';
import { OpenDrafts } from './open-drafts.js';
import { Revisions } from './revisions.js';
import { Writing } from './writing.js';

@Controller()
export class DraftsController {
  constructor(
    @Inject(Drafts) private readonly drafts: Drafts,
    @Inject(Beginning) private readonly beginning: Beginning,
    @Inject(Writing) private readonly writing: Writing,
    @Inject(DraftContents) private readonly contents: DraftContents,
    @Inject(Revisions) private readonly revisions: Revisions,
    @Inject(OpenDrafts) private readonly opened: OpenDrafts,
  ) {}

  @Answers(listDrafts)
  async list(@By() caller: Caller): Promise<Answered<typeof listDrafts>> {
    const drafts = await this.drafts.list(caller);
    return { drafts: drafts.map((draft) => ({ ...draft, present: this.opened.presentIn(caller, draft.id) })) };
  }

  @Answers(beginDraft)
  async begin(@By() caller: Caller, @Asked() asked: Heard<typeof beginDraft>): Promise<Answered<typeof beginDraft>> {
    if ('title' in asked) return { draft: await this.beginning.fromTitle(caller, asked.title) };
    return { draft: await this.beginning.fromCourse(caller, asked.course) };
  }

  @Answers(readDraft)
  async read(@By() caller: Caller, @Asked() { draft }: Heard<typeof readDraft>): Promise<Answered<typeof readDraft>> {
    const row = await this.drafts.row(caller, draft);
    return { draft: await this.drafts.card(caller, row), files: await this.contents.described(row) };
  }

  @Answers(saveDraftText)
  saveText(
    @By() caller: Caller,
    @Asked() { draft, ...text }: Heard<typeof saveDraftText>,
  ): Promise<Answered<typeof saveDraftText>> {
    return this.writing.saveText(caller, draft, text);
  }

  @Answers(saveDraftAbout)
  saveAbout(
    @By() caller: Caller,
    @Asked() { draft, ...about }: Heard<typeof saveDraftAbout>,
  ): Promise<Answered<typeof saveDraftAbout>> {
    return this.writing.saveAbout(caller, draft, about);
  }

  @Answers(checkDraft)
  async check(
    @By() caller: Caller,
    @Asked() { draft }: Heard<typeof checkDraft>,
  ): Promise<Answered<typeof checkDraft>> {
    return (await this.contents.see(await this.drafts.row(caller, draft))).checked;
  }

  @Answers(showDraft)
  async show(@By() caller: Caller, @Asked() { draft }: Heard<typeof showDraft>): Promise<Answered<typeof showDraft>> {
    const row = await this.drafts.row(caller, draft);
    return { course: (await this.contents.see(row)).course, title: row.title };
  }

  @Answers(renameDraft)
  rename(
    @By() caller: Caller,
    @Asked() { draft, slug }: Heard<typeof renameDraft>,
  ): Promise<Answered<typeof renameDraft>> {
    return this.beginning.rename(caller, draft, slug);
  }

  @Answers(deleteDraft)
  async delete(
    @By() caller: Caller,
    @Asked() { draft }: Heard<typeof deleteDraft>,
  ): Promise<Answered<typeof deleteDraft>> {
    await this.drafts.remove(caller, draft);
    return {};
  }

  @Answers(draftRevisions)
  async revisionsOf(
    @By() caller: Caller,
    @Asked() { draft }: Heard<typeof draftRevisions>,
  ): Promise<Answered<typeof draftRevisions>> {
    const row = await this.drafts.row(caller, draft);
    return { draft: await this.drafts.card(caller, row), revisions: await this.revisions.of(caller, draft) };
  }

  @Answers(restoreRevision)
  restore(
    @By() caller: Caller,
    @Asked() { draft, revision }: Heard<typeof restoreRevision>,
  ): Promise<Answered<typeof restoreRevision>> {
    return this.revisions.restore(caller, draft, revision);
  }

  @Answers(publishedText)
  published(
    @By() caller: Caller,
    @Asked() { draft }: Heard<typeof publishedText>,
  ): Promise<Answered<typeof publishedText>> {
    return this.beginning.published(caller, draft);
  }

  @Answers(publishDraft)
  publish(
    @By() caller: Caller,
    @Asked() { draft, ...publication }: Heard<typeof publishDraft>,
  ): Promise<Answered<typeof publishDraft>> {
    return this.writing.publish(caller, draft, publication);
  }

  @Answers(foreseeDraft)
  foresee(
    @By() caller: Caller,
    @Asked() { draft }: Heard<typeof foreseeDraft>,
  ): Promise<Answered<typeof foreseeDraft>> {
    return this.writing.foresee(caller, draft);
  }
}
