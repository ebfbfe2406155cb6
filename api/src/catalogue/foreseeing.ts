import { Inject, Injectable } from '@nestjs/common';
import type { CourseFiles } from '@kursdugnad/content-tools/read/course-files.js';
import { readCourseFiles } from '@kursdugnad/content-tools/read/read-course.js';
import { changesBetween, proposedRedo } from '@kursdugnad/core/catalogue/version-changes.js';
import type { Foreseen } from '@kursdugnad/core/contract/new-version.js';
import { Database } from '../database/database.js';
import { sqlFile } from '../database/sql.js';
import { courseId } from './course-id.js';
import { mistakesIn } from './mistakes.js';
import { namedBundle } from './publishing.js';
import { Versions } from './versions.js';

const currentHash = sqlFile(import.meta.url, 'current-hash.sql');

/** What a publication would change, before it is done. */
@Injectable()
export class Foreseeing {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Versions) private readonly versions: Versions,
  ) {}

  async bundle(municipality: string, zip: Buffer): Promise<Foreseen> {
    const { slug, files } = await namedBundle(zip);
    return this.files(municipality, slug, files);
  }

  /** Throws Problem `unprocessable` with every mistake: what cannot be published changes nothing. */
  async files(municipality: string, slug: string, files: CourseFiles): Promise<Foreseen> {
    const { course, problems } = readCourseFiles(slug, files);
    if (!course) throw mistakesIn(problems);
    const [row] = await this.database.query<{ hash: string }>(currentHash, {
      municipality,
      course: courseId(municipality, slug),
    });
    const last = row ? await this.versions.byHash(row.hash) : null;
    if (!last) return { last: null, changes: [], proposal: [] };
    const changes = changesBetween(last.course, course);
    return { last: last.number, changes, proposal: proposedRedo(last.course, changes) };
  }
}
