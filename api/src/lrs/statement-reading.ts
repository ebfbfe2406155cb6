import { Inject, Injectable } from '@nestjs/common';
import type { StoredStatement } from '@kursdugnad/core/xapi/statement.js';
import { Database } from '../database/database.js';
import { sqlFile } from '../database/sql.js';
import { type Search, searchSql } from './statement-search.js';
import { Statements } from './statements.js';

/** A statement that is answered, as it lies there: as JSON. */
export interface Found {
  municipality: string;
  text: string;
}

interface Row extends Found {
  seq: number;
  id: string;
}

/** For who has to look into it. */
export function statementIn({ text }: Found): StoredStatement {
  return JSON.parse(text) as StoredStatement;
}

export interface Page {
  found: Found[];
  /** Where the next page goes on; null at the end. */
  next: { seq: number; id: string } | null;
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

  consistentThrough(): Promise<string> {
    return this.statements.clock.consistentThrough();
  }

  /** One page of what is found, `limit` at most. */
  async page(municipalities: string[], search: Search): Promise<Page> {
    const consistentThrough = await this.consistentThrough();
    const oneMore = { ...search, limit: search.limit + 1 };
    const parts = await Promise.all(municipalities.map((municipality) => this.find(municipality, oneMore)));
    const direction = search.ascending ? 1 : -1;
    const rows = parts.length === 1 ? (parts[0] ?? []) : parts.flat().sort((a, b) => direction * inOrder(a, b));
    const shown = rows.slice(0, search.limit);
    const last = rows.length > search.limit ? shown.at(-1) : undefined;
    const next = last ? { seq: last.seq, id: last.id } : null;
    return { found: shown, next, consistentThrough };
  }

  /** One statement by its id, when it is voided or not as asked; null when there is none. */
  async one(municipalities: string[], id: string, isVoided: boolean): Promise<Found | null> {
    const given = { municipalities, id: id.toLowerCase(), voided: isVoided };
    const [row] = await this.database.query<Found>(statementById, given);
    return row ?? null;
  }

  private async find(municipality: string, search: Search): Promise<Row[]> {
    const { sql, parameters } = searchSql(municipality, search);
    const rows = await this.database.query<Omit<Row, 'municipality'>>(sql, parameters);
    return rows.map((row) => ({ ...row, municipality }));
  }
}

function inOrder(a: Row, b: Row): number {
  return a.seq - b.seq || (a.id < b.id ? -1 : 1);
}
