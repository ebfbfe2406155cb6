import { Inject, Injectable } from '@nestjs/common';
import { earlierStatements } from '@kursdugnad/core/runtime/guide-statements.js';
import { emptyRecord } from '@kursdugnad/core/runtime/recording.js';
import { Catalogue } from '../catalogue/catalogue.js';
import type { CourseVersion } from '../catalogue/versions.js';
import { Database, type Transaction } from '../database/database.js';
import { hold } from '../database/hold.js';
import { insertRows } from '../database/insert-rows.js';
import { keyedId } from '../database/keyed-id.js';
import { sqlFile } from '../database/sql.js';
import { Problem } from '../http/problem.js';
import { Statements } from '../lrs/statements.js';
import { Decided } from '../settings.module.js';
import type { Settings } from '../settings.js';
import { standingsOf } from './completions.store.js';
import { guideRun, idsFrom, runKey } from './learner-run.js';

/** What an older system knows: who completed what, when (UTC with milliseconds), and with which score if any. */
export interface EarlierCompletion {
  person: string;
  course: string;
  completedAt: string;
  scaled: number | null;
}

const runsOf = sqlFile(import.meta.url, 'runs-of.sql');
const columns = [
  'municipality',
  'id',
  'person',
  'course',
  'run',
  'iri',
  'version',
  'hash',
  'started',
  'record',
] as const;
/** As many as one transaction takes well: PostgreSQL keeps a lock for each. */
const partSize = 1000;

/** Completions from before this house: registrations and statements in bulk. The same one again changes nothing. */
@Injectable()
export class EarlierCompletions {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(Statements) private readonly statements: Statements,
    @Inject(Decided) private readonly settings: Settings,
  ) {}

  async record(municipality: string, rows: readonly EarlierCompletion[]): Promise<void> {
    const versions = await this.versions(municipality, rows);
    for (let start = 0; start < rows.length; start += partSize) {
      const part = rows.slice(start, start + partSize);
      await this.database.transaction((transaction) => this.recordPart(transaction, municipality, part, versions));
    }
  }

  private async versions(
    municipality: string,
    rows: readonly EarlierCompletion[],
  ): Promise<Map<string, CourseVersion>> {
    const versions = new Map<string, CourseVersion>();
    for (const course of new Set(rows.map((row) => row.course))) {
      const version = await this.catalogue.currentVersion(municipality, course);
      if (!version) throw notInUse(course);
      versions.set(course, version);
    }
    return versions;
  }

  private async recordPart(
    transaction: Transaction,
    municipality: string,
    part: readonly EarlierCompletion[],
    versions: Map<string, CourseVersion>,
  ): Promise<void> {
    await hold(
      transaction,
      part.map(({ person, course }) => runKey(person, course)),
    );
    const byId = new Map(part.map((row) => [registrationOf(municipality, row), row]));
    for (const id of (await standingsOf(transaction, municipality, [...byId.keys()])).keys()) byId.delete(id);
    const runs = await this.runs(transaction, municipality, [...byId.values()]);
    const registrations = [];
    const said = [];
    for (const [id, { person, course, completedAt, scaled }] of byId) {
      const version = versions.get(course);
      if (!version) continue;
      const key = runKey(person, course);
      const run = (runs.get(key) ?? 0) + 1;
      runs.set(key, run);
      const { iri, number, hash } = version;
      registrations.push([municipality, id, person, course, run, iri, number, hash, completedAt, nothingDone]);
      const about = guideRun(this.settings.publicUrl, { municipality, person }, id, version);
      said.push(...earlierStatements(about, { completedAt, scaled }, idsFrom(municipality, id, 'earlier')));
    }
    await insertRows(transaction, 'registration', columns, registrations);
    await this.statements.store(transaction, municipality, said);
  }

  /** How many runs there are already, by `runKey`. */
  private async runs(
    { query }: Transaction,
    municipality: string,
    rows: EarlierCompletion[],
  ): Promise<Map<string, number>> {
    const people = [...new Set(rows.map(({ person }) => person))];
    const known = await query<{ person: string; course: string; runs: number }>(runsOf, { municipality, people });
    return new Map(known.map(({ person, course, runs }) => [runKey(person, course), runs]));
  }
}

const nothingDone = JSON.stringify(emptyRecord);

function registrationOf(municipality: string, { person, course, completedAt }: EarlierCompletion): string {
  return keyedId(municipality, 'registration', `${person} ${course} ${completedAt}`);
}

function notInUse(course: string): Problem {
  return new Problem('not-found', {
    nb: `Kurset ${course} er ikke i bruk i kommunen.`,
    nn: `Kurset ${course} er ikkje i bruk i kommunen.`,
    en: `The course ${course} is not in use in the municipality.`,
  });
}
