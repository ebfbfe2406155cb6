import { Inject, Injectable } from '@nestjs/common';
import type { Redo, VersionChange } from '@kursdugnad/core/catalogue/version-changes.js';
import type { Course } from '@kursdugnad/core/course/course.js';
import { Database, type Reading } from '../database/database.js';
import { sqlFile } from '../database/sql.js';
import { Kept } from './kept.js';

/** A version with its content. Shared by all who ask: nobody changes it. */
export interface CourseVersion {
  courseId: string;
  iri: string;
  number: number;
  hash: string;
  course: Course;
  /** Since the version before, but for what is cosmetic. */
  changes: VersionChange[];
  /** What its author wanted done again. */
  redo: Redo;
}

/** As the table of changes has it; null for a version without: the first, and those from before there was a table. */
export interface ChangeColumns {
  changes: string | null;
  redo: string | null;
}

const versionByHash = sqlFile(import.meta.url, 'version-by-hash.sql');
const versionsBetween = sqlFile(import.meta.url, 'versions-between.sql');

/** Contents that are kept at hand. A large guide is some 100 kB. */
const most = 200;

/** Versions by address. They never change, so the ones asked for last are kept in memory. */
@Injectable()
export class Versions {
  private readonly kept = new Kept<CourseVersion>(most);

  constructor(@Inject(Database) private readonly database: Database) {}

  async byHash(hash: string, reading: Reading = this.database): Promise<CourseVersion | null> {
    const known = this.kept.get(hash);
    if (known) return known;
    const version = await read(hash, reading);
    return version && this.kept.keep(hash, version);
  }

  /** Those after one number and up to another, in order. */
  async between(course: string, after: number, upTo: number, reading: Reading): Promise<CourseVersion[]> {
    const rows = await reading.query<{ hash: string }>(versionsBetween, { course, after, upTo });
    const versions: CourseVersion[] = [];
    for (const { hash } of rows) {
      const version = await this.byHash(hash, reading);
      if (version) versions.push(version);
    }
    return versions;
  }
}

async function read(hash: string, reading: Reading): Promise<CourseVersion | null> {
  type Row = Omit<CourseVersion, 'course' | 'changes' | 'redo'> & ChangeColumns & { content: string };
  const [row] = await reading.query<Row>(versionByHash, { hash });
  if (!row) return null;
  const { content, changes, redo, ...version } = row;
  return { ...version, ...changesIn({ changes, redo }), course: JSON.parse(content) as Course };
}

export function changesIn({ changes, redo }: ChangeColumns): Pick<CourseVersion, 'changes' | 'redo'> {
  return { changes: JSON.parse(changes ?? '[]') as VersionChange[], redo: JSON.parse(redo ?? '[]') as Redo };
}
