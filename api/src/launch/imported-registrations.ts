import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { carriedIn } from '@kursdugnad/core/runtime/carried-statement.js';
import { guideCategory } from '@kursdugnad/core/runtime/guide-activities.js';
import { emptyRecord } from '@kursdugnad/core/runtime/recording.js';
import { verbIds } from '@kursdugnad/core/runtime/verbs.js';
import { activityList, activityOf, type Statement } from '@kursdugnad/core/xapi/statement.js';
import { utc } from '@kursdugnad/core/xapi/values.js';
import { Catalogue } from '../catalogue/catalogue.js';
import type { Transaction } from '../database/database.js';
import { hold } from '../database/hold.js';
import { sqlFile } from '../database/sql.js';
import { StatementImport } from '../lrs/moving/statement-import.js';
import { personOfAccount } from '../lrs/person-account.js';
import { Decided } from '../settings.module.js';
import type { Settings } from '../settings.js';
import { standingsOf } from './completions.store.js';
import { RegistrationRow } from './launch.tables.js';
import { runKey } from './learner-run.js';
import { stageKeys } from './run-histories.js';

const runsOf = sqlFile(import.meta.url, 'runs-of.sql');

/** What the first statement of a registration says of it. */
interface Beginning {
  registration: string;
  person: string;
  iri: string;
  hash: string;
  started: string;
}

/**
 * Opens the registrations that imported statements of our own guides tell of, so that completions can be made from them: in
 * an empty house they are as they were where the statements came from. The version must have been published here.
 */
@Injectable()
export class ImportedRegistrations implements OnModuleInit {
  constructor(
    @Inject(StatementImport) private readonly imports: StatementImport,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(Decided) private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.imports.beforeStored((transaction, municipality, statements) =>
      this.open(transaction, municipality, statements),
    );
  }

  private async open(transaction: Transaction, municipality: string, statements: Statement[]): Promise<void> {
    const begun = statements.flatMap((statement) => this.beginning(municipality, statement) ?? []);
    const known = await standingsOf(
      transaction,
      municipality,
      begun.map(({ registration }) => registration),
    );
    const fresh = new Map(begun.map((one) => [one.registration, one]));
    for (const registration of known.keys()) fresh.delete(registration);
    for (const one of fresh.values()) await this.openOne(transaction, municipality, one);
    await this.goOn(transaction, municipality, statements);
  }

  /** In the order it happened: each says which version it comes from. */
  private async goOn(transaction: Transaction, municipality: string, statements: Statement[]): Promise<void> {
    const carried = statements.flatMap((statement) => {
      const id = statement.context?.registration?.toLowerCase();
      const step = carriedIn(statement);
      return id === undefined || step === null ? [] : [{ id, ...step }];
    });
    for (const { id, from, to, at, asked } of carried.sort((a, b) => (a.at < b.at ? -1 : 1))) {
      const row = await transaction.manager.findOneBy(RegistrationRow, { municipality, id });
      const version = row?.hash === from ? await this.catalogue.versionByHash(to, transaction) : null;
      if (!row || version?.courseId !== row.course) continue;
      const stages = JSON.stringify([...stageKeys(row), { hash: to, asked, at: utc(at) }]);
      const update = { stages, hash: to, version: version.number };
      await transaction.manager.update(RegistrationRow, { municipality, id }, update);
    }
  }

  private async openOne(transaction: Transaction, municipality: string, begun: Beginning): Promise<void> {
    const { registration: id, person, hash, started } = begun;
    const version = await this.catalogue.versionByHash(hash, transaction);
    if (version?.iri !== begun.iri) return;
    const { courseId: course, number, iri } = version;
    await hold(transaction, [runKey(person, course)]);
    const runs = await transaction.query<{ course: string; runs: number }>(runsOf, { municipality, people: [person] });
    const run = (runs.find((one) => one.course === course)?.runs ?? 0) + 1;
    const record = JSON.stringify(emptyRecord);
    const row = {
      municipality,
      id,
      person,
      course,
      run,
      iri,
      version: number,
      hash,
      started,
      record,
      askedAt: null,
      stages: '[]',
    };
    await transaction.manager.insert(RegistrationRow, row);
  }

  private beginning(municipality: string, { actor, verb, object, context, timestamp }: Statement): Beginning | null {
    const person = personOfAccount(this.settings.publicUrl, municipality, actor);
    const isOurs = activityList(context?.contextActivities?.category).some(({ id }) => id === guideCategory.id);
    const { registration, revision: hash } = context ?? {};
    const iri = activityOf(object)?.id;
    if (!isOurs || person === null || verb.id !== verbIds.launched) return null;
    if (registration === undefined || hash === undefined || iri === undefined || timestamp === undefined) return null;
    return { registration: registration.toLowerCase(), person, iri, hash, started: utc(timestamp) };
  }
}
