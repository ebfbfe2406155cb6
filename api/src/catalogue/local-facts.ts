import { Inject, Injectable } from '@nestjs/common';
import type { Course } from '@kursdugnad/core/course/course.js';
import { type Fact, factsMissing, factsOf, type FactValues } from '@kursdugnad/core/course/facts.js';
import { Database, type Reading } from '../database/database.js';
import { sqlFile } from '../database/sql.js';
import { factsToFillIn } from './mistakes.js';

const localFacts = sqlFile(import.meta.url, 'local-facts.sql');

/** What a municipality says for itself in guides. A name has one value, whichever guides show it. */
@Injectable()
export class LocalFacts {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** What is filled in of all that the course asks for: nothing is read for a course that asks for nothing. */
  async valuesFor(municipality: string, course: Course, reading: Reading = this.database): Promise<FactValues> {
    const names = factsOf(course).map(({ name }) => name);
    if (names.length === 0) return {};
    const rows = await reading.query<{ name: string; value: string }>(localFacts, { municipality, names });
    return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
  }

  /** What must be filled in before the course is used. */
  async missingIn(municipality: string, course: Course, reading: Reading = this.database): Promise<Fact[]> {
    return factsMissing(course, await this.valuesFor(municipality, course, reading));
  }

  /** Throws Problem `conflict` with what is missing, where a learner would meet a hole. */
  async mustBeFilledIn(municipality: string, course: Course, reading: Reading = this.database): Promise<void> {
    const missing = await this.missingIn(municipality, course, reading);
    if (missing.length > 0) throw factsToFillIn(missing);
  }
}
