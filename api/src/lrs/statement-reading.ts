import { Inject, Injectable } from '@nestjs/common';
import type { StoredStatement } from '@kursdugnad/core/xapi/statement.js';
import { Database } from '../database/database.js';
import { type Sql, sqlFile } from '../database/sql.js';
import { type Search, searchSql } from './statement-search.js';
import { Statements } from './statements.js';
import { storedAt } from './stored-clock.js';

/** A statement that is answered, as it lies there: JSON in UTF-8. */
export interface Found {
  municipality: string;
  bytes: Buffer;
}

export interface Placed extends Found {
  seq: number;
  id: string;
}

/** For who has to look into it. */
export function statementIn({ bytes }: Found): StoredStatement {
  return JSON.parse(bytes.toString()) as StoredStatement;
}

export interface Page {
  found: Placed[];
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

  /** `shown`: when what is answered was stored. It is not after what is called consistent. */
  async consistentThrough(shown = ''): Promise<string> {
    const { clock } = this.statements;
    const through = await clock.consistentThrough();
    if (shown <= through) return through;
    // Another process has stored something meanwhile.
    clock.forget();
    return clock.consistentThrough();
  }

  /** One page of what is found, `limit` at most. */
  async page(municipalities: string[], search: Search): Promise<Page> {
    const page = await this.look(municipalities, search);
    const newest = storedAt(Math.max(0, ...page.found.map(({ seq }) => seq)));
    if (newest <= page.consistentThrough) return page;
    await this.consistentThrough(newest);
    return this.look(municipalities, search);
  }

  private async look(municipalities: string[], search: Search): Promise<Page> {
    const consistentThrough = await this.consistentThrough();
    const oneMore = { ...search, limit: search.limit + 1 };
    const parts = await Promise.all(municipalities.map((municipality) => this.find(municipality, oneMore)));
    const direction = search.ascending ? 1 : -1;
    const rows = parts.flat().sort((a, b) => direction * inOrder(a, b));
    const shown = rows.slice(0, search.limit);
    const last = rows.length > search.limit ? shown.at(-1) : undefined;
    const next = last ? { seq: last.seq, id: last.id } : null;
    return { found: shown, next, consistentThrough };
  }

  /** One statement by its id, when it is voided or not as asked; null when there is none. */
  async one(municipalities: string[], id: string, isVoided: boolean): Promise<Found | null> {
    const given = { municipalities, id: id.toLowerCase(), voided: isVoided };
    const [row] = await this.database.query<{ municipality: string; text: string }>(statementById, given);
    return row ? { municipality: row.municipality, bytes: Buffer.from(row.text) } : null;
  }

  /** In whatever order the database put them together. */
  private async find(municipality: string, search: Search): Promise<Placed[]> {
    const { sql, parameters } = searchSql(municipality, search);
    const [row] = await this.database.query<Bundle>(bundled(sql, this.database.driver), parameters);
    return row?.places ? unbundled(municipality, row.places, Buffer.from(row.texts)) : [];
  }
}

/** All that was found, in one row: each column of each row as a value of its own costs more than finding them. */
interface Bundle {
  texts: string | Buffer;
  /** `seq.id.bytes` of each. */
  places: string | null;
}

function bundled({ text }: Sql, driver: Database['driver']): Sql {
  // As bytes, SQLite's UTF-8 goes out as it is.
  const texts = driver === 'sqlite' ? "CAST(STRING_AGG(f.text, '') AS blob)" : "STRING_AGG(f.text, '')";
  const places = "STRING_AGG(f.seq || '.' || f.id || '.' || OCTET_LENGTH(f.text), ' ')";
  return { text: `SELECT ${texts} AS texts, ${places} AS places FROM (${text}) f` };
}

function unbundled(municipality: string, places: string, texts: Buffer): Placed[] {
  let at = 0;
  return places.split(' ').map((place) => {
    const [seq, id = '', length] = place.split('.');
    const bytes = texts.subarray(at, (at += Number(length)));
    return { municipality, seq: Number(seq), id, bytes };
  });
}

function inOrder(a: Placed, b: Placed): number {
  return a.seq - b.seq || (a.id < b.id ? -1 : 1);
}
