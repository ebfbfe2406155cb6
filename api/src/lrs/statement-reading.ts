import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { sqlFile } from '../database/sql.js';
import {
  type Bundle,
  bundled,
  type Found,
  listOf,
  listOfAll,
  type Placed,
  type StatementList,
} from './statement-list.js';
import { type Search, searchSql } from './statement-search.js';
import { Statements } from './statements.js';
import { storedAt } from './stored-clock.js';

export interface Page {
  list: StatementList;
  consistentThrough: string;
}

const statementById = sqlFile(import.meta.url, 'statement-by-id.sql');

/** Statements as they are asked for over HTTP. `municipalities`: those that the one who asks may see. */
@Injectable()
export class StatementReading {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Statements) private readonly statements: Statements,
  ) {}

  /** `shown`: when what is answered was stored. It is not after what is called consistent. */
  async consistentThrough(shown = ''): Promise<string> {
    const { clock } = this.statements;
    const through = await clock.consistentThrough();
    if (shown <= through) return through;
    // Another process has stored something meanwhile.
    clock.forget();
    return clock.consistentThrough();
  }

  /** One page of what is found, `limit` at most. `before`: what was consistent when it was asked for. */
  async page(municipalities: string[], search: Search, before?: string): Promise<Page> {
    const consistentThrough = before ?? (await this.consistentThrough());
    const list = await this.look(municipalities, search);
    const newest = storedAt(list.newest);
    if (newest <= consistentThrough) return { list, consistentThrough };
    const through = await this.consistentThrough(newest);
    return { list: await this.look(municipalities, search), consistentThrough: through };
  }

  private async look(municipalities: string[], search: Search): Promise<StatementList> {
    const [only = ''] = municipalities;
    const oneMore = { ...search, limit: search.limit + 1 };
    if (municipalities.length > 1) return listOfAll(await this.rows(municipalities, oneMore), search);
    const { sql, parameters } = searchSql(only, oneMore);
    const [bundle] = await this.database.query<Bundle>(bundled(sql), parameters);
    return listOf(only, bundle, search);
  }

  private async rows(municipalities: string[], search: Search): Promise<Placed[]> {
    const found = await Promise.all(
      municipalities.map(async (municipality) => {
        const { sql, parameters } = searchSql(municipality, search);
        const rows = await this.database.query<Omit<Placed, 'municipality'>>(sql, parameters);
        return rows.map((row) => ({ ...row, municipality }));
      }),
    );
    return found.flat();
  }

  /** One statement by its id, when it is voided or not as asked; null when there is none. */
  async one(municipalities: string[], id: string, isVoided: boolean): Promise<Found | null> {
    const given = { municipalities, id: id.toLowerCase(), voided: isVoided };
    const [row] = await this.database.query<{ municipality: string; text: string }>(statementById, given);
    return row ? { municipality: row.municipality, text: row.text } : null;
  }
}
