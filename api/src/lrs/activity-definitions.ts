import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { definedActivities, mergedDefinition } from '@kursdugnad/core/xapi/definitions.js';
import type { Activity, ActivityDefinition } from '@kursdugnad/core/xapi/statement.js';
import { Database, type Transaction } from '../database/database.js';
import { insertRows } from '../database/insert-rows.js';
import { sqlFile } from '../database/sql.js';
import type { Kept } from './kept-statement.js';
import { statementKey } from './statement-keys.js';

const ofActivity = sqlFile(import.meta.url, 'definitions-of-activity.sql');
const columns = ['municipality', 'activity', 'hash', 'seq', 'text'] as const;
const mostRemembered = 5000;

/** What statements say of the activities they mention, kept once for each wording. */
@Injectable()
export class ActivityDefinitions {
  /** Definitions that are durable: most statements bring nothing new, and then nothing is written. */
  private readonly remembered = new Set<string>();

  constructor(@Inject(Database) private readonly database: Database) {}

  async keep(transaction: Transaction, municipality: string, fresh: readonly Kept[]): Promise<void> {
    const rows = new Map<string, readonly [string, string, string, number, string]>();
    for (const { seq, statement } of fresh) {
      for (const { id, definition } of definedActivities(statement)) {
        const text = JSON.stringify(definition);
        const name = `${municipality} ${id} ${text}`;
        if (this.remembered.has(name) || rows.has(name)) continue;
        const hash = createHash('sha256').update(text).digest('base64url').slice(0, 22);
        rows.set(name, [municipality, statementKey('activity', id), hash, seq, text]);
      }
    }
    if (rows.size === 0) return;
    // Everybody in the same order, so that two never wait for each other.
    const inOrder = [...rows.values()].sort((a, b) => (a[1] + a[2] < b[1] + b[2] ? -1 : 1));
    await insertRows(transaction, 'activity_definition', columns, inOrder, 'ON CONFLICT DO NOTHING');
    transaction.afterCommit(() => {
      this.remember(rows.keys());
    });
  }

  /** Everything that is known of the activity; only its id when nothing is. */
  async activity(municipalities: string[], id: string): Promise<Activity> {
    const given = { municipalities, activity: statementKey('activity', id) };
    const rows = await this.database.query<{ text: string }>(ofActivity, given);
    const definitions = rows.map(({ text }) => JSON.parse(text) as ActivityDefinition);
    const known = definitions.length > 0 ? { definition: mergedDefinition(definitions) } : {};
    return { objectType: 'Activity', id, ...known };
  }

  private remember(names: Iterable<string>): void {
    if (this.remembered.size > mostRemembered) this.remembered.clear();
    for (const name of names) this.remembered.add(name);
  }
}
