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
import { CourseRow, CourseVersionRow } from './catalogue.tables.js';
import { courseId } from './course-id.js';
import { editionTitles } from './course-item.js';
import { mistakesIn, namelessBundle, refusedBundle } from './mistakes.js';

const claimCourse = sqlFile(import.meta.url, 'claim-course.sql');
const adopt = sqlFile(import.meta.url, 'adopt.sql');

export type Author = Pick<Caller, 'person' | 'name' | 'municipality' | 'at'>;
export type Published = Answered<typeof publishCourse>;

/** From a course folder to a new version, or to a list of what is wrong with it. */
@Injectable()
export class Publishing {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Storage) private readonly storage: Storage,
    @Inject(Decided) private readonly settings: Settings,
  ) {}

  async publish(author: Author, zip: Buffer, note: string): Promise<Published> {
    const unpacked = await unpackSource(zip);
    if ('refused' in unpacked) throw refusedBundle(unpacked);
    if (unpacked.slug === null) throw namelessBundle();
    return this.publishFiles(author, unpacked.slug, unpacked.files, note);
  }

  async publishFiles(author: Author, slug: string, files: CourseFiles, note: string): Promise<Published> {
    const { course, problems } = readCourseFiles(slug, files);
    if (!course) throw mistakesIn(problems);
    // Files first: one that no version comes to name takes some room, a version that lacks one would be broken.
    const source = sourceText(await this.stored(files));
    const id = courseId(author.municipality, slug);
    const version = await this.database.transaction((transaction) =>
      this.nextVersion(transaction, author, { id, course, source, note }),
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
  ): Promise<Pick<Published, 'version' | 'unchanged'>> {
    const { municipality } = author;
    const { id, course, source } = draft;
    const { manager } = transaction;
    const iri = `${this.settings.publicUrl}/courses/${municipality}/${course.slug}`;
    await transaction.query(claimCourse, { municipality, id, slug: course.slug, iri });
    const current = await currentOf(transaction, municipality, id);
    if (isUnchanged(current, source)) return { version: addressed(current), unchanged: true };
    const row = versionRow(author, draft, current);
    await manager.insert(CourseVersionRow, row);
    await manager.update(CourseRow, { municipality, id }, { current: row.hash });
    // In use at home from the first publication; taken out of use there, it stays so.
    if (!current) await transaction.query(adopt, { municipality, course: id, since: author.at, person: author.person });
    return { version: addressed(row), unchanged: false };
  }
}

const addressed = ({ number, hash }: { number: number; hash: string }) => ({ number, hash });

interface Draft {
  id: string;
  course: Course;
  source: string;
  note: string;
}

async function currentOf({ manager }: Transaction, municipality: string, id: string): Promise<Previous | null> {
  const course = await manager.findOneByOrFail(CourseRow, { municipality, id });
  const select = { number: true, hash: true, source: true } as const;
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
