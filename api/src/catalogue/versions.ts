import { Inject, Injectable } from '@nestjs/common';
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
}

const versionByHash = sqlFile(import.meta.url, 'version-by-hash.sql');

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
}

async function read(hash: string, reading: Reading): Promise<CourseVersion | null> {
  const [row] = await reading.query<Omit<CourseVersion, 'course'> & { content: string }>(versionByHash, { hash });
  if (!row) return null;
  const { content, ...version } = row;
  return { ...version, course: JSON.parse(content) as Course };
}
