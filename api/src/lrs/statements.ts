import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { isSameStatement } from '@kursdugnad/core/xapi/equal.js';
import { identifierOf } from '@kursdugnad/core/xapi/mentioned.js';
import { type Agent, refersTo, type Statement, type StoredStatement } from '@kursdugnad/core/xapi/statement.js';
import { Database, type Reading, type Transaction } from '../database/database.js';
import { insertRows } from '../database/insert-rows.js';
import { sqlFile } from '../database/sql.js';
import { together } from '../database/together.js';
import { TryAgain } from '../database/writer.js';
import { Problem } from '../http/problem.js';
import { Decided } from '../settings.module.js';
import type { Settings } from '../settings.js';
import { ActivityDefinitions } from './activity-definitions.js';
import { type Kept, kept } from './kept-statement.js';
import { type Referrers, referrers, tieReferences } from './references.js';
import { keyColumns, keysOf, statementKey } from './statement-keys.js';
import { StoredClock } from './stored-clock.js';

/** A valid statement, and who vouches for it. */
export interface Given {
  statement: Statement;
  authority: Agent;
}

/** Told in the same transaction of statements that are new, or that are voided. */
export type StatementListener = (
  transaction: Transaction,
  municipality: string,
  statements: StoredStatement[],
) => Promise<void>;

const statementsById = sqlFile(import.meta.url, 'statements-by-id.sql');
const ofRegistrations = sqlFile(import.meta.url, 'statements-of-registrations.sql');
const keysAtAnotherPlace = sqlFile(import.meta.url, 'take-back-keys.sql');
const statementColumns = ['municipality', 'id', 'seq', 'voided', 'text'] as const;

/** The front door of this room for those above: statements go in and are told of. Reading over HTTP is beside it. */
@Injectable()
export class Statements implements OnModuleInit {
  readonly clock: StoredClock;
  /** Who vouches for what the platform itself says. */
  readonly platform: Agent;
  private readonly listeners: StatementListener[] = [];
  private readonly voidedListeners: StatementListener[] = [];

  constructor(
    @Inject(Decided) settings: Settings,
    @Inject(Database) database: Database,
    @Inject(ActivityDefinitions) private readonly definitions: ActivityDefinitions,
  ) {
    this.clock = new StoredClock(database);
    const account = { homePage: settings.publicUrl, name: 'kursdugnad' };
    this.platform = { objectType: 'Agent', name: 'Kursdugnad', account };
  }

  onModuleInit(): Promise<void> {
    return this.clock.goOn();
  }

  onStored(listener: StatementListener): void {
    this.listeners.push(listener);
  }

  /** Tells of statements that were there and are voided from now on. */
  onVoided(listener: StatementListener): void {
    this.voidedListeners.push(listener);
  }

  /**
   * Stores valid statements, all or none, and answers their ids in the same order. An id that is there already stays as
   * it is: the same statement again is fine, another one is a Problem `conflict`.
   */
  store(
    transaction: Transaction,
    municipality: string,
    statements: readonly Statement[],
    authority: Agent = this.platform,
  ): Promise<string[]> {
    return this.storeGiven(
      transaction,
      municipality,
      statements.map((statement) => ({ statement, authority })),
    );
  }

  /** As `store`, where each statement has who vouches for it. */
  async storeGiven(transaction: Transaction, municipality: string, given: readonly Given[]): Promise<string[]> {
    const refersToOthers = given.some(({ statement }) => refersTo(statement) !== null);
    await this.clock.begin(transaction, municipality, refersToOthers);
    const all = given.map(({ statement, authority }) => kept(statement, authority, this.clock.next()));
    const single = [...withoutRepeats(all).values()];
    const [inserted, , earlier] = await together(transaction, [
      () => this.insert(transaction, municipality, single),
      () => insertKeys(transaction, municipality, single),
      () => referrers(transaction, municipality, single),
    ]);
    const fresh = single.filter(({ id }) => inserted.has(id));
    const known = single.filter(({ id }) => !inserted.has(id));
    if (known.length > 0) await this.mustBeTheSame(transaction, municipality, known);
    if (fresh.length > 0) await this.tell(transaction, municipality, fresh, earlier);
    return all.map(({ statement }) => statement.id);
  }

  /** Whether the platform itself said this, and not another system with a key. */
  isOurs({ authority }: StoredStatement): boolean {
    return identifierOf(authority) === identifierOf(this.platform);
  }

  /** Statements by id, voided ones too. */
  async byId(reading: Reading, municipality: string, ids: string[]): Promise<Map<string, StoredStatement>> {
    const rows = await reading.query<{ id: string; text: string }>(statementsById, { municipality, ids });
    return new Map(rows.map(({ id, text }) => [id, JSON.parse(text) as StoredStatement]));
  }

  /** All statements of these registrations that are not voided, in the order they were stored. */
  async ofRegistrations(reading: Reading, municipality: string, registrations: string[]): Promise<StoredStatement[]> {
    const keys = registrations.map((registration) => statementKey('registration', registration));
    const rows = await reading.query<{ text: string }>(ofRegistrations, { municipality, keys });
    return rows.map(({ text }) => JSON.parse(text) as StoredStatement);
  }

  /** Answers the ids of those that were not there. */
  private async insert(transaction: Transaction, municipality: string, single: readonly Kept[]): Promise<Set<string>> {
    // In the order of ids, so that two batches with the same ones wait for each other in turn.
    const rows = single
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, seq, statement }) => [municipality, id, seq, 0, JSON.stringify(statement)]);
    const otherwise = 'ON CONFLICT DO NOTHING RETURNING id';
    const fresh = await insertRows<{ id: string }>(transaction, 'statement', statementColumns, rows, otherwise);
    return new Set(fresh.map(({ id }) => id));
  }

  private async tell(transaction: Transaction, municipality: string, fresh: Kept[], earlier: Referrers): Promise<void> {
    await this.definitions.keep(transaction, municipality, fresh);
    const voided = await tieReferences(transaction, municipality, fresh, earlier);
    const gone = new Set(voided.map(({ id }) => id.toLowerCase()));
    const statements = fresh.filter(({ id }) => !gone.has(id)).map(({ statement }) => statement);
    for (const tell of this.listeners) await tell(transaction, municipality, statements);
    const isFresh = new Set(fresh.map(({ id }) => id));
    const old = voided.filter(({ id }) => !isFresh.has(id.toLowerCase()));
    if (old.length > 0) for (const tell of this.voidedListeners) await tell(transaction, municipality, old);
  }

  /** Those that were there already are what is sent now, and keep the keys that they have. */
  private async mustBeTheSame(transaction: Transaction, municipality: string, known: Kept[]): Promise<void> {
    const stored = await this.byId(
      transaction,
      municipality,
      known.map(({ id }) => id),
    );
    for (const { id, given } of known) {
      const there = stored.get(id);
      if (!there || !isSameStatement(there, given)) throw idTaken(id);
    }
    await takeBackKeys(transaction, municipality, known);
  }
}

/** What the statements can be found by. */
async function insertKeys(transaction: Transaction, municipality: string, single: readonly Kept[]): Promise<void> {
  // In the order of the tree they go into: neighbours share a page.
  const rows = single
    .flatMap(({ id, seq, statement }) => keysOf(statement).map((key) => [municipality, key, seq, id, ''] as const))
    .sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0));
  await insertRows(transaction, 'statement_key', keyColumns, rows).catch((reason: unknown) => {
    // Another process has stored one of them at the very same place. From another place it is found to be there.
    throw (reason as { code?: string }).code === '23505' ? new TryAgain(reason) : reason;
  });
}

async function takeBackKeys(transaction: Transaction, municipality: string, known: readonly Kept[]): Promise<void> {
  const keys = [...new Set(known.flatMap(({ statement }) => keysOf(statement)))];
  const [ids, places] = [known.map(({ id }) => id), known.map(({ seq }) => seq)];
  const [first, last] = [Math.min(...places), Math.max(...places)];
  await transaction.query(keysAtAnotherPlace, { municipality, keys, ids, first, last });
}

/** Each id once. Throws where one id stands for two different statements. */
function withoutRepeats(all: Kept[]): Map<string, Kept> {
  const single = new Map<string, Kept>();
  for (const one of all) {
    const there = single.get(one.id);
    if (there && !isSameStatement(there.given, one.given)) throw idTaken(one.id);
    if (!there) single.set(one.id, one);
  }
  return single;
}

function idTaken(id: string): Problem {
  return new Problem('conflict', {
    nb: `Det finnes allerede et annet utsagn med id ${id}. Ingenting er lagret.`,
    nn: `Det finst alt eit anna utsegn med id ${id}. Ingenting er lagra.`,
    en: `There is another statement with the id ${id} already. Nothing has been stored.`,
  });
}
