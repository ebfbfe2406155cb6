import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type CourseFiles, isGuidePath } from '@kursdugnad/content-tools/read/course-files.js';
import { unpackSource } from '@kursdugnad/content-tools/package/source-bundle.js';
import { readCourseFiles } from '@kursdugnad/content-tools/read/read-course.js';
import {
  addressText,
  isUnchanged,
  nextNumber,
  type Previous,
  type SourceFile,
  sourceText,
} from '@kursdugnad/core/catalogue/version.js';
import {
  changesBetween,
  proposedRedo,
  type Redo,
  unknownRedo,
  type VersionChange,
} from '@kursdugnad/core/catalogue/version-changes.js';
import type { Caller } from '@kursdugnad/core/contract/caller.js';
import type { publishCourse } from '@kursdugnad/core/contract/catalogue.js';
import type { Answered } from '@kursdugnad/core/contract/conversation.js';
import type { Course } from '@kursdugnad/core/course/course.js';
import { mainEdition } from '@kursdugnad/core/course/course-parts.js';
import { Database, type Transaction } from '../database/database.js';
import { sqlFile } from '../database/sql.js';
import type { Settings } from '../settings.js';
import { Decided } from '../settings.module.js';
import { Storage } from '../storage/storage.js';
import { CourseRow, CourseVersionRow, VersionChangeRow } from './catalogue.tables.js';
import { courseId } from './course-id.js';
import { editionTitles } from './course-item.js';
import { LocalFacts } from './local-facts.js';
import { mistakesIn, namelessBundle, nothingToRedo, refusedBundle } from './mistakes.js';

const claimCourse = sqlFile(import.meta.url, 'claim-course.sql');
const adopt = sqlFile(import.meta.url, 'adopt.sql');

export type Author = Pick<Caller, 'person' | 'name' | 'municipality' | 'at'>;
export type Published = Answered<typeof publishCourse>;
/** Told in the same transaction that everybody is to take a course again. */
export type RedoListener = (transaction: Transaction, course: string) => Promise<void>;

/** From a course folder to a new version, or to a list of what is wrong with it. */
@Injectable()
export class Publishing {
  private readonly redoListeners: RedoListener[] = [];

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Storage) private readonly storage: Storage,
    @Inject(Decided) private readonly settings: Settings,
    @Inject(LocalFacts) private readonly facts: LocalFacts,
  ) {}

  onRedoAll(listener: RedoListener): void {
    this.redoListeners.push(listener);
  }

  async publish(author: Author, zip: Buffer, note: string, redo?: Redo): Promise<Published> {
    const { slug, files } = await namedBundle(zip);
    return this.publishFiles(author, slug, files, note, redo);
  }

  async publishFiles(author: Author, slug: string, files: CourseFiles, note: string, redo?: Redo): Promise<Published> {
    const { course, problems } = readCourseFiles(slug, files);
    if (!course) throw mistakesIn(problems);
    // Files first: one that no version comes to name takes some room, a version that lacks one would be broken.
    const source = sourceText(await this.stored(files));
    const id = courseId(author.municipality, slug);
    const version = await this.database.transaction((transaction) =>
      this.nextVersion(transaction, author, { id, course, source, note, redo }),
    );
    return {
      course: { id, slug, title: mainEdition(course).title },
      ...version,
      warnings: problems.length,
    };
  }

  /** Keeps what is part of the guide; the reader has warned about the rest. */
  private async stored(files: CourseFiles): Promise<SourceFile[]> {
    const kept: SourceFile[] = [];
    for (const [path, bytes] of files) {
      if (isGuidePath(path) || path.startsWith('media/')) kept.push({ path, hash: await this.storage.put(bytes) });
    }
    return kept;
  }

  private async nextVersion(
    transaction: Transaction,
    author: Author,
    draft: Draft,
  ): Promise<Omit<Published, 'course' | 'warnings'>> {
    const { municipality } = author;
    const { id, course, source } = draft;
    const { manager } = transaction;
    const iri = `${this.settings.publicUrl}/courses/${municipality}/${course.slug}`;
    await transaction.query(claimCourse, { municipality, id, slug: course.slug, iri });
    const current = await currentOf(transaction, municipality, id);
    if (isUnchanged(current, source)) return { version: addressed(current), unchanged: true, changes: [], redo: [] };
    const { changes, redo } = decided(current, course, draft.redo);
    const row = versionRow(author, draft, current);
    await manager.insert(CourseVersionRow, row);
    await manager.update(CourseRow, { municipality, id }, { current: row.hash });
    if (current) await manager.insert(VersionChangeRow, changeRow(row, changes, redo));
    // In use at home from the first publication, unless something is to be filled in; taken out of use there, it stays so.
    const isReady = (await this.facts.missingIn(municipality, course, transaction)).length === 0;
    if (!current && isReady)
      await transaction.query(adopt, { municipality, course: id, since: author.at, person: author.person });
    if (redo === 'all') for (const tell of this.redoListeners) await tell(transaction, id);
    return { version: addressed(row), unchanged: false, changes, redo };
  }
}

/** A bundle's files, and the slug its folder says. */
export async function namedBundle(zip: Buffer): Promise<{ slug: string; files: CourseFiles }> {
  const unpacked = await unpackSource(zip);
  if ('refused' in unpacked) throw refusedBundle(unpacked);
  if (unpacked.slug === null) throw namelessBundle();
  return { slug: unpacked.slug, files: unpacked.files };
}

type Last = Previous & { content: string };

/** What has changed, and what is to be done again: as the author says, or else as the machine proposes. */
function decided(last: Last | null, course: Course, redo?: Redo): { changes: VersionChange[]; redo: Redo } {
  if (!last) return { changes: [], redo: [] };
  const before = JSON.parse(last.content) as Course;
  const changes = changesBetween(before, course);
  const unknown = unknownRedo(before, course, redo ?? []);
  if (unknown.length > 0) throw nothingToRedo(unknown);
  return { changes, redo: redo ?? proposedRedo(before, changes) };
}

const addressed = ({ number, hash }: { number: number; hash: string }) => ({ number, hash });

interface Draft {
  id: string;
  course: Course;
  source: string;
  note: string;
  redo: Redo | undefined;
}

async function currentOf({ manager }: Transaction, municipality: string, id: string): Promise<Last | null> {
  const course = await manager.findOneByOrFail(CourseRow, { municipality, id });
  const select = { number: true, hash: true, source: true, content: true } as const;
  return manager.findOne(CourseVersionRow, { select, where: { municipality, hash: course.current } });
}

function versionRow(author: Author, { id, course, source, note }: Draft, current: Previous | null): CourseVersionRow {
  const { minutes, licence, publisher, topics } = course;
  return {
    municipality: author.municipality,
    course: id,
    number: nextNumber(current),
    hash: createHash('sha256')
      .update(addressText(id, current, source))
      .digest('hex'),
    title: mainEdition(course).title,
    minutes,
    licence,
    publisher,
    topics: JSON.stringify(topics),
    editions: editionTitles(course),
    publishedAt: author.at,
    publishedBy: author.person,
    author: author.name,
    note,
    source,
    content: JSON.stringify(course),
  };
}

function changeRow(version: CourseVersionRow, all: VersionChange[], redo: Redo): VersionChangeRow {
  const { municipality, course, number, hash, publishedAt: at } = version;
  const changes = JSON.stringify(all.filter(({ kind }) => kind !== 'cosmetic'));
  return {
    municipality,
    course,
    number,
    hash,
    at,
    redoAll: Number(redo === 'all'),
    redo: JSON.stringify(redo),
    changes,
  };
}
