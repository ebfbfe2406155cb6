import { Inject, Injectable } from '@nestjs/common';
import type { Answered } from '@kursdugnad/core/contract/conversation.js';
import type { retention, tryRetention } from '@kursdugnad/core/contract/lrs.js';
import { retentionCategories, type RetentionCategory, retentionLimit } from '@kursdugnad/core/runtime/retention.js';
import type { StoredStatement } from '@kursdugnad/core/xapi/statement.js';
import { Database, type Reading } from '../../database/database.js';
import { hold } from '../../database/hold.js';
import type { StatementListener } from '../statements.js';
import { afterInstant } from '../stored-clock.js';
import { atTheBeginning, duePart, type Lying, storedByCategory } from './due-statements.js';
import { RetentionRuleRow, RetentionRunRow } from './keeping.tables.js';
import { remove } from './removal.js';

export interface RetentionRule {
  category: RetentionCategory;
  /** Null: for good. */
  months: number | null;
}

/** Says which of these statements something rests on, by id. `limit`: what has been left alone since then is old. */
export type Keeper = (
  reading: Reading,
  municipality: string,
  statements: StoredStatement[],
  limit: string,
) => Promise<ReadonlySet<string>>;

type Counts = Answered<typeof tryRetention>['counts'];

/** How long statements are kept, by category. What a completion rests on is never among what goes. */
@Injectable()
export class Retention {
  private readonly keepers: Keeper[] = [];
  private readonly listeners: StatementListener[] = [];

  constructor(@Inject(Database) private readonly database: Database) {}

  onDue(keeper: Keeper): void {
    this.keepers.push(keeper);
  }

  /** Told in the same transaction what has gone. */
  onRemoved(listener: StatementListener): void {
    this.listeners.push(listener);
  }

  /** Every category once. */
  async rules(municipality: string): Promise<RetentionRule[]> {
    const rows = await this.database.manager.findBy(RetentionRuleRow, { municipality });
    return everyCategory(rows as RetentionRule[]);
  }

  async lastRun(municipality: string): Promise<Answered<typeof retention>['lastRun']> {
    const row = await this.database.manager.findOneBy(RetentionRunRow, { municipality });
    return row && { at: row.at, removed: Number(row.removed) };
  }

  async decide(municipality: string, rules: RetentionRule[]): Promise<RetentionRule[]> {
    const decided = everyCategory(rules);
    const rows = decided.flatMap(({ category, months }) =>
      months === null ? [] : [{ municipality, category, months }],
    );
    await this.database.transaction(async (transaction) => {
      await hold(transaction, [`retention ${municipality}`]);
      await transaction.manager.delete(RetentionRuleRow, { municipality });
      if (rows.length > 0) await transaction.manager.insert(RetentionRuleRow, rows);
    });
    return decided;
  }

  /** What these rules would remove at this moment. Changes nothing. */
  async trial(municipality: string, rules: RetentionRule[], now: string): Promise<Counts> {
    const stored = await storedByCategory(this.database, municipality);
    const counts: Counts = [];
    for (const { category, months } of everyCategory(rules)) {
      const count = { category, months, stored: stored[category], go: 0, kept: 0 };
      for await (const { due, keep } of this.due(municipality, category, months, now)) {
        const kept = due.filter(({ id }) => keep.has(id)).length;
        count.kept += kept;
        count.go += due.length - kept;
      }
      counts.push(count);
    }
    return counts;
  }

  /** Removes what the rules of the municipality say, a part at a time. Answers how much has gone. */
  async run(municipality: string, now: string): Promise<number> {
    let removed = 0;
    for (const { category, months } of await this.rules(municipality))
      for await (const { due, limit } of this.due(municipality, category, months, now))
        removed += await this.removePart(municipality, due, limit);
    await this.database.transaction(async ({ manager }) => {
      await manager.upsert(RetentionRunRow, { municipality, at: now, removed }, ['municipality']);
    });
    return removed;
  }

  private async *due(
    municipality: string,
    category: RetentionCategory,
    months: number | null,
    now: string,
  ): AsyncGenerator<{ due: Lying[]; keep: ReadonlySet<string>; limit: string }> {
    if (months === null) return;
    const limit = retentionLimit(now, months);
    for (let at = { ...atTheBeginning }; ;) {
      const { due, next } = await duePart(this.database, municipality, category, afterInstant(limit), at);
      if (due.length > 0) yield { due, keep: await this.kept(this.database, municipality, due, limit), limit };
      if (next === null) return;
      at = next;
    }
  }

  /** Asked again inside the transaction: somebody may have come further since. */
  private removePart(municipality: string, due: Lying[], limit: string): Promise<number> {
    return this.database.transaction(async (transaction) => {
      const keep = await this.kept(transaction, municipality, due, limit);
      const going = due.filter(({ id }) => !keep.has(id));
      if (going.length === 0) return 0;
      await remove(transaction, municipality, going);
      const statements = going.map(({ statement }) => statement);
      for (const tell of this.listeners) await tell(transaction, municipality, statements);
      return going.length;
    });
  }

  /** What is voided has never been said: nothing rests on it. */
  private async kept(
    reading: Reading,
    municipality: string,
    due: Lying[],
    limit: string,
  ): Promise<ReadonlySet<string>> {
    const statements = due.filter(({ isVoided }) => !isVoided).map(({ statement }) => statement);
    const kept = new Set<string>();
    for (const keeper of this.keepers)
      for (const id of await keeper(reading, municipality, statements, limit)) kept.add(id.toLowerCase());
    return kept;
  }
}

function everyCategory(rules: readonly RetentionRule[]): RetentionRule[] {
  const months = new Map(rules.map((rule) => [rule.category, rule.months]));
  return retentionCategories.map((category) => ({ category, months: months.get(category) ?? null }));
}
