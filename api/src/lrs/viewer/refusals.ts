import { randomUUID } from 'node:crypto';
import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Caller } from '@kursdugnad/core/contract/caller.js';
import type { Answered, Heard } from '@kursdugnad/core/contract/conversation.js';
import type { refusedRequest, refusedRequests } from '@kursdugnad/core/contract/statement-viewer.js';
import type { ProblemDetails } from '@kursdugnad/core/contract/problem.js';
import { LessThan } from 'typeorm';
import { Database, type Transaction } from '../../database/database.js';
import { sqlFile } from '../../database/sql.js';
import { notFound } from '../../http/problem.js';
import { LiveStatements } from './live-statements.js';
import { RefusedRequestRow } from './viewer.tables.js';

/** A request that was refused, as the door saw it. */
export interface Refused extends Omit<RefusedRequestRow, 'id' | 'municipality' | 'told'> {
  /** Null where nobody has looked at the key. */
  municipality: string | null;
  told: ProblemDetails;
}

type List = Answered<typeof refusedRequests>['refused'];
type Row = Omit<RefusedRequestRow, 'body' | 'isCut' | 'version'> & { label: string | null };

const refusedLately = sqlFile(import.meta.url, 'refused-lately.sql');
const ownersOfKeys = sqlFile(import.meta.url, 'owners-of-keys.sql');
const forgetRefused = sqlFile(import.meta.url, 'forget-refused.sql');

/** A flood of refused requests costs this many rows a second at most. The rest are as those. */
const mostAtOnce = 50;
const flushEvery = 1000;
const sweepEvery = 60 * 60 * 1000;
const day = 24 * sweepEvery;
const mostProblems = 20;

/** What other systems were refused lately: the first thing to look at when a package does not report. */
@Injectable()
export class Refusals implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private waiting: Refused[] = [];
  private flushing: NodeJS.Timeout | undefined;
  private sweeping: NodeJS.Timeout | undefined;
  /** Whose keys were, also when they have been taken back since. */
  private readonly owners = new Map<string, string>();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(LiveStatements) private readonly live: LiveStatements,
  ) {}

  onApplicationBootstrap(): void {
    this.sweeping = setInterval(() => void this.sweep(), sweepEvery).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.sweeping);
    clearTimeout(this.flushing);
    await this.flush();
  }

  /** Whether another one would be kept; asked before anything is read out of it. */
  hasRoom(): boolean {
    return this.waiting.length < mostAtOnce;
  }

  /** Remembers it, and writes it down a moment later. */
  note(refused: Refused): void {
    this.waiting.push(refused);
    this.flushing ??= setTimeout(() => void this.flush(), flushEvery).unref();
  }

  async list({ municipality, at }: Caller): Promise<{ refused: List }> {
    const rows = await this.database.query<Row>(refusedLately, { municipality, since: dayBefore(at) });
    return { refused: rows.map(shown) };
  }

  async one(caller: Caller, { request: id }: Heard<typeof refusedRequest>): Promise<Answered<typeof refusedRequest>> {
    const { municipality } = caller;
    const row = await this.database.manager.findOneBy(RefusedRequestRow, { municipality, id });
    const { refused } = await this.list(caller);
    const found = refused.find((one) => one.id === id);
    if (!row || !found) throw notFound();
    return { ...found, version: row.version, body: row.body, isCut: row.isCut === 1 };
  }

  /** Writes down what waits. */
  async flush(): Promise<void> {
    this.flushing = undefined;
    const all = this.waiting;
    this.waiting = [];
    if (all.length === 0) return;
    try {
      const rows = await this.owned(all);
      const municipalities = [...new Set(rows.map(({ municipality }) => municipality))];
      if (rows.length === 0) return;
      await this.database.transaction(async (transaction) => {
        await transaction.manager.insert(RefusedRequestRow, rows);
        for (const one of municipalities) await forget(transaction, one);
      });
      for (const one of municipalities) this.live.note(one, 'refusals');
    } catch {
      // The database is away: then a refused request is the least of what is missing.
    }
  }

  /** Those that a municipality's key came with. Whose an unknown key is, nobody knows. */
  private async owned(all: Refused[]): Promise<RefusedRequestRow[]> {
    const unknown = all.filter(({ municipality, key }) => municipality === null && !this.owners.has(key));
    const keys = [...new Set(unknown.map(({ key }) => key))];
    type Owner = { key: string; municipality: string };
    const found = keys.length === 0 ? [] : await this.database.query<Owner>(ownersOfKeys, { keys });
    if (this.owners.size > 5000) this.owners.clear();
    for (const { key, municipality } of found) this.owners.set(key, municipality);
    return all.flatMap(({ told, ...refused }) => {
      const municipality = refused.municipality ?? this.owners.get(refused.key);
      if (municipality === undefined || !/^\d{9}$/.test(municipality)) return [];
      this.owners.set(refused.key, municipality);
      const { detail, title, problems = [] } = told;
      const said = JSON.stringify({ detail: detail ?? title, problems: problems.slice(0, mostProblems) });
      return [{ ...refused, id: randomUUID(), municipality, told: said }];
    });
  }

  /** Crosses municipalities: what is a day old goes, whoever's it is. */
  private async sweep(): Promise<void> {
    const at = LessThan(dayBefore(new Date().toISOString()));
    await this.database.transaction(({ manager }) => manager.delete(RefusedRequestRow, { at })).catch(() => undefined);
  }
}

async function forget({ query }: Transaction, municipality: string): Promise<void> {
  await query(forgetRefused, { municipality, since: dayBefore(new Date().toISOString()) });
}

function dayBefore(at: string): string {
  return new Date(Date.parse(at) - day).toISOString();
}

function shown({ told, ...row }: Row): List[number] {
  const { id, at, key, label, method, resource, status } = row;
  const { detail, problems } = JSON.parse(told) as Pick<List[number], 'detail' | 'problems'>;
  return { id, at, key, label, method, resource, status, detail, problems };
}
