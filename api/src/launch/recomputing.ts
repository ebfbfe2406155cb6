import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { noCompletion } from '@kursdugnad/core/runtime/completion.js';
import { eventFromStatement } from '@kursdugnad/core/runtime/event-from-statement.js';
import type { RecordEvent } from '@kursdugnad/core/runtime/learner-event.js';
import type { LearnerRecord } from '@kursdugnad/core/runtime/learner-record.js';
import { emptyRecord, recorded } from '@kursdugnad/core/runtime/recording.js';
import { signOffAskedAt } from '@kursdugnad/core/runtime/sign-offs.js';
import type { StoredStatement } from '@kursdugnad/core/xapi/statement.js';
import { Database, type Transaction } from '../database/database.js';
import { hold } from '../database/hold.js';
import { sqlFile } from '../database/sql.js';
import { Retention } from '../lrs/keeping/retention.js';
import { Statements } from '../lrs/statements.js';
import { CompletionKeeper, folded, registrationKey } from './completion-keeper.js';
import { isSameCompletion, type Standing, standingsOf } from './completions.store.js';
import { RegistrationRow } from './launch.tables.js';
import { recordThrough, RunHistories } from './run-histories.js';

const registrationsAfter = sqlFile(import.meta.url, 'registrations-after.sql');
const registrationsById = sqlFile(import.meta.url, 'registrations-by-id.sql');
const municipalities = sqlFile(import.meta.url, 'municipalities.sql');
const partSize = 200;

type Said = Map<string, StoredStatement[]>;

/** Makes what is derived from statements anew: learners' records and completions. */
@Injectable()
export class Recomputing implements OnModuleInit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Statements) private readonly statements: Statements,
    @Inject(CompletionKeeper) private readonly keeper: CompletionKeeper,
    @Inject(Retention) private readonly retention: Retention,
    @Inject(RunHistories) private readonly histories: RunHistories,
  ) {}

  /** What is voided, or kept no longer, counts no longer: what rested on it is made anew. */
  onModuleInit(): void {
    const mend = async (transaction: Transaction, municipality: string, statements: StoredStatement[]) => {
      const ids = statements.flatMap(({ context }) => context?.registration?.toLowerCase() ?? []);
      if (ids.length > 0) await this.mend(transaction, municipality, [...new Set(ids)]);
    };
    this.statements.onVoided(mend);
    this.retention.onRemoved(mend);
  }

  async recompute(): Promise<{ rows: number; differed: number }> {
    const counted = { rows: 0, differed: 0 };
    for (const { orgnr } of await this.database.query<{ orgnr: string }>(municipalities)) {
      for (let part = await this.after(orgnr, ''); part.length > 0; part = await this.after(orgnr, part.at(-1) ?? '')) {
        counted.rows += part.length;
        counted.differed += await this.mended(orgnr, part);
      }
    }
    return counted;
  }

  private async after(municipality: string, after: string): Promise<string[]> {
    const given = { municipality, after, most: partSize };
    return (await this.database.query<{ id: string }>(registrationsAfter, given)).map(({ id }) => id);
  }

  private mended(municipality: string, ids: string[]): Promise<number> {
    return this.database.transaction((transaction) => this.mend(transaction, municipality, ids));
  }

  /** How many of these registrations were not as their statements say. */
  private async mend(transaction: Transaction, municipality: string, ids: string[]): Promise<number> {
    await hold(transaction, ids.map(registrationKey));
    const said: Said = new Map(ids.map((id) => [id, []]));
    for (const statement of await this.statements.ofRegistrations(transaction, municipality, ids))
      said.get(statement.context?.registration?.toLowerCase() ?? '')?.push(statement);
    const records = await this.mendRecords(transaction, municipality, said);
    const completions = await this.mendCompletions(transaction, municipality, said);
    return new Set([...records, ...completions]).size;
  }

  private async mendCompletions(transaction: Transaction, municipality: string, said: Said): Promise<string[]> {
    const wrong: Standing[] = [];
    for (const [id, standing] of await standingsOf(transaction, municipality, [...said.keys()])) {
      const completion = folded(noCompletion, standing.iri, said.get(id) ?? []);
      if (!isSameCompletion(completion, standing.completion)) wrong.push({ ...standing, completion });
    }
    await this.keeper.write(transaction, municipality, wrong);
    return wrong.map(({ registration }) => registration);
  }

  private async mendRecords(reading: Transaction, municipality: string, said: Said): Promise<string[]> {
    const { query, manager } = reading;
    const given = { municipality, ids: [...said.keys()] };
    const rows = await query<Known>(registrationsById, given);
    const wrong = [];
    for (const { id, record, askedAt: known, hash, stages } of rows) {
      const ours = (said.get(id) ?? []).filter((statement) => this.statements.isOurs(statement));
      const happened = ours.flatMap((statement) => happenedIn(statement));
      // Whoever never came to another version needs none to be read.
      const history = stages === '[]' ? null : await this.histories.through({ municipality, hash, stages }, reading);
      const should = history ? recordThrough(history, happened) : happened.reduce(withEvent, emptyRecord);
      const askedAt = signOffAskedAt(should);
      if (known === askedAt && isDeepStrictEqual(JSON.parse(record), should)) continue;
      await manager.update(RegistrationRow, { municipality, id }, { record: JSON.stringify(should), askedAt });
      wrong.push(id);
    }
    return wrong;
  }
}

type Known = Pick<RegistrationRow, 'id' | 'record' | 'askedAt' | 'hash' | 'stages'>;

interface Happened {
  event: RecordEvent;
  version: string | undefined;
}

function happenedIn(statement: StoredStatement): Happened[] {
  const event = eventFromStatement(statement);
  return event ? [{ event, version: statement.context?.revision }] : [];
}

function withEvent(record: LearnerRecord, { event }: Happened): LearnerRecord {
  return recorded(record, event);
}
