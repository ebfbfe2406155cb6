import { Inject, Injectable } from '@nestjs/common';
import { guideTemplate } from '@kursdugnad/content-tools/cli/course-template.js';
import { packSource, unpackSource } from '@kursdugnad/content-tools/package/source-bundle.js';
import type { CourseFiles } from '@kursdugnad/content-tools/read/course-files.js';
import { idFromTitle, isStableId } from '@kursdugnad/content-tools/read/stable-ids.js';
import type { Caller } from '@kursdugnad/core/contract/caller.js';
import { Catalogue } from '../catalogue/catalogue.js';
import { notFound } from '../http/problem.js';
import { Storage } from '../storage/storage.js';
import { DraftContents } from './draft-contents.js';
import { guideText, titleOf } from './draft-files.js';
import { type Author, Drafts, type NewFile } from './drafts.js';
import { alreadyPublished, nameTaken, nameUnusable, notAFolder } from './refusals.js';

/** How a draft comes to be, what it is called, and how it is carried in and out as a folder. */
@Injectable()
export class Beginning {
  constructor(
    @Inject(Storage) private readonly storage: Storage,
    @Inject(Drafts) private readonly drafts: Drafts,
    @Inject(DraftContents) private readonly contents: DraftContents,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
  ) {}

  /** A new guide: short, complete, and with nothing wrong. */
  async fromTitle(caller: Caller, title: string): Promise<string> {
    const template = guideTemplate({ title, publisher: caller.municipalityName });
    const files = new Map([...template].map(([path, text]) => [path, Buffer.from(text)]));
    return this.drafts.add(caller, await this.kept(files), { slug: idFromTitle(title), title });
  }

  /** The draft of a course of ours; made from its newest version when there is none. */
  async fromCourse(caller: Caller, course: string): Promise<string> {
    const own = (await this.catalogue.ownCourses(caller)).find(({ id }) => id === course);
    if (!own) throw notFound();
    const { slug, title } = own;
    const known = await this.drafts.bySlug(caller, slug);
    if (known) return known.id;
    const source = await this.catalogue.ownSource(caller.municipality, slug);
    const files: Record<string, NewFile> = {};
    for (const { path, hash } of source?.files ?? [])
      files[path] = { hash, bytes: (await this.storage.size(hash)) ?? 0 };
    return this.drafts.add(caller, files, { slug, title, isCourse: true, isSame: true });
  }

  /** A folder as zip. `into` a draft its files take the place of those that are there. */
  async fromZip(author: Author, zip: Buffer, name: string, into: string | undefined): Promise<string> {
    const unpacked = await unpackSource(zip);
    if ('refused' in unpacked) throw notAFolder(unpacked.refused.message);
    const { files } = unpacked;
    if (!files.has('guide.md')) throw notAFolder('Den har ingen fil som heter guide.md øverst i mappa.');
    const title = (slug: string) => titleOf(guideText('guide.md', files.get('guide.md') ?? Buffer.alloc(0)), slug);
    if (into !== undefined) {
      const put = await this.kept(files);
      await this.drafts.change(author, into, (now, row) => {
        const remove = Object.keys(now).filter((path) => !files.has(path));
        return { put, remove, title: title(row.slug), isStep: true };
      });
      return into;
    }
    const called = unpacked.slug ?? name.replace(/\.zip$/iu, '');
    const slug = isStableId(called) ? called : idFromTitle(called || title(''));
    if (await this.drafts.bySlug(author, slug)) throw nameTaken(slug);
    const isCourse = (await this.drafts.publishedNumbers(author)).has(slug);
    return this.drafts.add(author, await this.kept(files), { slug, title: title(slug), isCourse });
  }

  async asZip(author: Author, id: string): Promise<{ name: string; zip: Buffer }> {
    const row = await this.drafts.row(author, id);
    return { name: row.slug, zip: await packSource(await this.contents.files(row), row.slug) };
  }

  async rename(author: Author, id: string, slug: string): Promise<{ slug: string }> {
    const row = await this.drafts.row(author, id);
    if (row.slug === slug) return { slug };
    if (!isStableId(slug)) throw nameUnusable(idFromTitle(slug));
    const published = await this.drafts.publishedNumbers(author);
    if (published.has(row.slug)) throw alreadyPublished();
    if (published.has(slug)) throw nameTaken(slug);
    await this.drafts.rename(author, id, slug, () => nameTaken(slug));
    return { slug };
  }

  /** The guides as the newest version was written, to compare with. */
  async published(author: Author, id: string): Promise<{ number: number | null; texts: Record<string, string> }> {
    const { slug } = await this.drafts.row(author, id);
    const source = await this.catalogue.ownSource(author.municipality, slug);
    const texts: Record<string, string> = {};
    for (const { path, hash } of source?.files ?? []) {
      const text = /^guide(\.[a-z]{2})?\.md$/u.test(path) ? guideText(path, await this.contents.read(hash)) : null;
      if (text !== null) texts[path] = text;
    }
    return { number: source?.number ?? null, texts };
  }

  private async kept(files: CourseFiles): Promise<Record<string, NewFile>> {
    const kept: Record<string, NewFile> = {};
    for (const [path, bytes] of files) kept[path] = { hash: await this.storage.put(bytes), bytes: bytes.length };
    return kept;
  }
}
