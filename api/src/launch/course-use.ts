import { Inject, Injectable } from '@nestjs/common';
import { fewest, type QuestionUse, questionUse, type Run } from '@kursdugnad/core/catalogue/question-use.js';
import type { Caller } from '@kursdugnad/core/contract/caller.js';
import type { courseUse, myCourses } from '@kursdugnad/core/contract/catalogue.js';
import type { Answered } from '@kursdugnad/core/contract/conversation.js';
import { editionIn } from '@kursdugnad/core/course/course-parts.js';
import type { LearnerRecord } from '@kursdugnad/core/runtime/learner-record.js';
import { Catalogue } from '../catalogue/catalogue.js';
import { Database } from '../database/database.js';
import { sqlFile } from '../database/sql.js';
import { notFound } from '../http/problem.js';

/** One course, one version, one municipality. */
interface UseRow {
  course: string;
  orgnr: string;
  municipality: string;
  number: number;
  registrations: number;
  completed: number;
  scores: number;
  total: number;
}

const useOf = sqlFile(import.meta.url, 'course-use.sql');
const latestRecords = sqlFile(import.meta.url, 'latest-records.sql');

/** Runs that are looked into for how questions are answered: the latest say most about the guide as it is. */
const most = 2000;

/** How the courses of a municipality go, for those who make them: numbers, never people. */
@Injectable()
export class CourseUse {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
  ) {}

  async ofAll(caller: Caller): Promise<Answered<typeof myCourses>> {
    const items = await this.catalogue.ownCourses(caller);
    const rows = await this.use(
      caller,
      items.map(({ id }) => id),
    );
    const courses = items.map((item) => ({ ...item, ...counts(rows.filter((row) => row.course === item.id)) }));
    return { courses };
  }

  /** Throws `not-found` for a course that is not the municipality's own. */
  async ofOne(caller: Caller, course: string): Promise<Answered<typeof courseUse>> {
    const { item, versions } = await this.catalogue.course(caller, course);
    if (item.municipality.orgnr !== caller.municipality) throw notFound();
    const rows = await this.use(caller, [course]);
    const ofVersion = (number: number) => rows.filter((row) => row.number === number);
    return {
      item,
      versions: versions.map((version) => ({ ...version, ...counts(ofVersion(version.number)) })),
      use: byMunicipality(rows),
      questions: await this.questions(caller, course),
    };
  }

  private use({ municipality }: Caller, courses: string[]): Promise<UseRow[]> {
    return this.database.query<UseRow>(useOf, { municipality, courses });
  }

  private async questions({ municipality, language }: Caller, course: string): Promise<QuestionUse[]> {
    const { course: current } = await this.catalogue.content({ municipality, language }, course);
    const edition = editionIn(current, language);
    const rows = await this.database.query<{ hash: string; record: string }>(latestRecords, {
      municipality,
      course,
      most,
    });
    const runs: Run[] = [];
    for (const { hash, record } of rows) {
      const version = await this.catalogue.versionByHash(hash);
      if (version) runs.push({ course: version.course, record: JSON.parse(record) as LearnerRecord });
    }
    return questionUse(edition, runs);
  }
}

function byMunicipality(rows: UseRow[]): Answered<typeof courseUse>['use'] {
  const names = new Map(rows.map(({ orgnr, municipality }) => [orgnr, municipality]));
  return [...names].map(([orgnr, municipality]) => {
    const its = rows.filter((row) => row.orgnr === orgnr);
    return { municipality, ...counts(its), meanScore: mean(its) };
  });
}

function counts(rows: UseRow[]): { registrations: number; completed: number } {
  const sum = (count: (row: UseRow) => number) => rows.reduce((total, row) => total + count(row), 0);
  return { registrations: sum((row) => row.registrations), completed: sum((row) => row.completed) };
}

/** Null with few scores: the mean of a handful tells about somebody. */
function mean(rows: UseRow[]): number | null {
  const scores = rows.reduce((sum, row) => sum + row.scores, 0);
  return scores < fewest ? null : rows.reduce((sum, row) => sum + row.total, 0) / scores;
}
