import { Inject, Injectable } from '@nestjs/common';
import type { Redo } from '@kursdugnad/core/catalogue/version-changes.js';
import { withWrittenFacts } from '@kursdugnad/content-tools/edit/fact-fields.js';
import { withFields } from '@kursdugnad/content-tools/edit/front-matter-fields.js';
import { translatedPartsAt } from '@kursdugnad/content-tools/edit/translated-parts.js';
import { translationOf } from '@kursdugnad/content-tools/edit/translation.js';
import { withRecordedSources } from '@kursdugnad/content-tools/read/translations.js';
import { withWrittenIds } from '@kursdugnad/content-tools/read/written-ids.js';
import type { About, WrittenFact } from '@kursdugnad/core/contract/authoring.js';
import type { Foreseen } from '@kursdugnad/core/contract/new-version.js';
import type { Language } from '@kursdugnad/core/course/course.js';
import { Catalogue } from '../catalogue/catalogue.js';
import type { Published } from '../catalogue/publishing.js';
import { notFound } from '../http/problem.js';
import { Foreseeing } from '../catalogue/foreseeing.js';
import { Storage } from '../storage/storage.js';
import type { DraftRow } from './authoring.tables.js';
import { DraftContents } from './draft-contents.js';
import { type DraftFiles, filesIn, guideBytes, guideText, titleOf } from './draft-files.js';
import { type Author, type Changed, Drafts, type NewFile } from './drafts.js';
import { receivedMedia } from './received-media.js';
import { changedMeanwhile, changedSinceSeen, topUnreadable } from './refusals.js';

/** What an author does with a draft. */
@Injectable()
export class Writing {
  constructor(
    @Inject(Storage) private readonly storage: Storage,
    @Inject(Drafts) private readonly drafts: Drafts,
    @Inject(DraftContents) private readonly contents: DraftContents,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(Foreseeing) private readonly foreseeing: Foreseeing,
  ) {}

  /** Throws `conflict` with the newer text when the guide has changed since `basedOn`; then nothing is saved. */
  async saveText(author: Author, id: string, { path, text, basedOn }: TextToSave): Promise<Changed> {
    const row = await this.drafts.row(author, id);
    const known = filesIn(row)[path];
    const before = known ? await this.contents.read(known.hash) : null;
    const file = await this.kept(guideBytes(text, before));
    const title = path === 'guide.md' ? { title: titleOf(text, row.slug) } : {};
    let meanwhile: string | null = null;
    try {
      return await this.drafts.change(author, id, (files) => {
        meanwhile = isNewer(files, path, basedOn) && files[path]?.hash !== file.hash ? (files[path]?.hash ?? '') : null;
        if (meanwhile !== null) throw changedSinceSeen('');
        return { put: { [path]: file }, ...title };
      });
    } catch (reason) {
      if (meanwhile === null) throw reason;
      throw await this.conflict(author, id, path);
    }
  }

  /** Writes fields of the front matter and the local facts, and answers the whole new text. */
  async saveAbout(
    author: Author,
    id: string,
    { path, values, facts, basedOn }: AboutToSave,
  ): Promise<Changed & { text: string }> {
    const row = await this.drafts.row(author, id);
    const file = filesIn(row)[path];
    const text = file ? guideText(path, await this.contents.read(file.hash)) : null;
    if (text === null) throw notFound();
    const fields = withFields(text, values);
    const changed = fields !== null && facts ? withWrittenFacts(fields, facts) : fields;
    if (changed === null) throw topUnreadable();
    return { ...(await this.saveText(author, id, { path, text: changed, basedOn })), text: changed };
  }

  async addMedia(author: Author, id: string, name: string, bytes: Buffer) {
    const row = await this.drafts.row(author, id);
    const file = await this.kept(bytes, () => receivedMedia(name, bytes, new Set()));
    const same = Object.entries(filesIn(row)).find(
      ([path, { hash }]) => path.startsWith('media/') && hash === file.hash,
    );
    let received = receivedMedia(name, bytes, new Set());
    const changed = await this.drafts.change(author, id, (files) => {
      received = receivedMedia(name, bytes, new Set(Object.keys(files)));
      if (same && files[same[0]]?.hash === file.hash) received = { ...received, path: same[0] };
      return { put: { [received.path]: file } };
    });
    return { ...received, revision: changed.revision };
  }

  async removeMedia(author: Author, id: string, path: string): Promise<void> {
    await this.drafts.change(author, id, (files) => {
      if (!path.startsWith('media/') || !files[path]) throw notFound();
      return { remove: [path] };
    });
  }

  /** One that is there already stays as it is. */
  async addTranslation(author: Author, id: string, language: Language): Promise<{ path: string }> {
    const row = await this.drafts.row(author, id);
    const main = filesIn(row)['guide.md'];
    const text = main ? guideText('guide.md', await this.contents.read(main.hash)) : null;
    const translated = text === null ? null : translationOf(text, language);
    if (translated === null) throw topUnreadable();
    const path = `guide.${language}.md`;
    const file = await this.kept(Buffer.from(translated));
    await this.drafts.change(author, id, (files) => (files[path] ? {} : { put: { [path]: file } }));
    return { path };
  }

  /** Notes what a translation was made from: the part on a line, or all of it. Ids first, since they are what is noted. */
  async confirmTranslation(author: Author, id: string, path: string, line: number | null) {
    await this.writeIds(author, id);
    const row = await this.drafts.row(author, id);
    const files = await this.contents.files(row);
    const parts = translatedPartsAt(row.slug, files, path, line);
    await this.put(author, id, row, withRecordedSources(row.slug, files, parts));
    return { revision: (await this.drafts.row(author, id)).revision };
  }

  /** As `kurs publish`, with the stable ids that are missing written first. */
  async publish(author: Author, id: string, { note, basedOn, redo }: Publication): Promise<Published> {
    const seen = await this.drafts.row(author, id);
    if (seen.revision !== basedOn) throw changedSinceSeen(seen.changedBy);
    await this.writeIds(author, id);
    const row = await this.drafts.row(author, id);
    const published = await this.catalogue.publishFiles(author, row.slug, await this.contents.files(row), note, redo);
    await this.drafts.published(author, id, row.revision);
    return published;
  }

  /** What publishing the draft as it is would change. Nothing is written. */
  async foresee(author: Author, id: string): Promise<Foreseen> {
    const { slug, ...row } = await this.drafts.row(author, id);
    const files = await this.contents.files(row);
    const withIds = new Map([...files, ...withWrittenIds(slug, files)]);
    return this.foreseeing.files(author.municipality, slug, withIds);
  }

  private async writeIds(author: Author, id: string): Promise<void> {
    const row = await this.drafts.row(author, id);
    await this.put(author, id, row, withWrittenIds(row.slug, await this.contents.files(row)));
  }

  /** What the tool writes itself, if nobody has changed anything since it read. */
  private async put(author: Author, id: string, read: DraftRow, written: ReadonlyMap<string, Buffer>): Promise<void> {
    if (written.size === 0) return;
    const put: Record<string, NewFile> = {};
    for (const [path, bytes] of written) put[path] = await this.kept(bytes);
    await this.drafts.change(author, id, (_, now) => {
      if (now.revision !== read.revision) throw changedSinceSeen(now.changedBy);
      return { put };
    });
  }

  /** Bytes first, then the row: bytes that no row comes to name take some room, a row without them would be broken. */
  private async kept(bytes: Buffer, mustBeGood: () => unknown = () => true): Promise<NewFile> {
    mustBeGood();
    return { hash: await this.storage.put(bytes), bytes: bytes.length };
  }

  private async conflict(author: Author, id: string, path: string): Promise<Error> {
    const row = await this.drafts.row(author, id);
    const file = filesIn(row)[path];
    const text = file ? (guideText(path, await this.contents.read(file.hash)) ?? '') : '';
    return changedMeanwhile({ text, revision: file?.revision ?? 0, by: row.changedBy });
  }
}

interface Publication {
  note: string;
  basedOn: number;
  redo?: Redo | undefined;
}

interface TextToSave {
  path: string;
  text: string;
  basedOn: number;
}

interface AboutToSave {
  path: string;
  values: About;
  facts?: WrittenFact[] | undefined;
  basedOn: number;
}

/** A file that is not there has revision 0. */
const isNewer = (files: DraftFiles, path: string, basedOn: number) => (files[path]?.revision ?? 0) > basedOn;
