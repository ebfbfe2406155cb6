import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../database/database.js';
import { hold } from '../database/hold.js';
import { sqlFile } from '../database/sql.js';
import { Problem } from '../http/problem.js';
import { DocumentRow } from './lrs.tables.js';
import { statementKey } from './statement-keys.js';

/** Where a document lies: its municipality, what it belongs to, and its name there. */
export interface Place {
  municipality: string;
  /** `placeOf` activity, agent, registration. */
  place: string;
  id: string;
  /** The identifier of the agent it is about, if any. */
  agent?: string;
}

export interface Content {
  type: string;
  bytes: Buffer;
}

export interface Document extends Content {
  etag: string;
  updated: string;
}

/** What must hold before a document is changed (xAPI 1.0.3 Communication 3.1). */
export interface Precondition {
  /** Entity tags without quotes, or `*`. */
  ifMatch?: string[];
  ifNoneMatch?: string[];
  /** What a PUT without either may do; `nothing`: it is refused even where no document is. */
  bare: 'overwrite' | 'create' | 'nothing';
}

const documentIds = sqlFile(import.meta.url, 'document-ids.sql');

/** Documents of the state and profile resources: bytes with a type, kept as they came. */
@Injectable()
export class Documents {
  constructor(@Inject(Database) private readonly database: Database) {}

  async one(place: Place): Promise<Document | null> {
    const row = await this.database.manager.findOneBy(DocumentRow, keyOf(place));
    return row && documentIn(row);
  }

  /** Names of the documents here, changed after `since` (UTC with milliseconds) if given. */
  async ids({ municipality, place }: Omit<Place, 'id'>, since = ''): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(documentIds, { municipality, place, since });
    return rows.map(({ id }) => id);
  }

  put(place: Place, content: Content, must: Precondition): Promise<void> {
    return this.changing(place, must, (transaction, there) => {
      if (!must.ifMatch && !must.ifNoneMatch) mustBeAllowed(must.bare, there);
      return write(transaction, place, content);
    });
  }

  /** Puts the properties of a JSON object over those that are there; where nothing is, as `put`. */
  merge(place: Place, content: Content, must: Precondition): Promise<void> {
    return this.changing(place, must, (transaction, there) => {
      if (!there) return write(transaction, place, readable(content));
      return write(transaction, place, { type: 'application/json', bytes: merged(there, content) });
    });
  }

  delete(place: Place, must: Precondition): Promise<void> {
    return this.changing(place, must, async ({ manager }) => {
      await manager.delete(DocumentRow, keyOf(place));
    });
  }

  async deleteAll({ municipality, place }: Omit<Place, 'id'>): Promise<void> {
    await this.database.transaction(async ({ manager }) => {
      await manager.delete(DocumentRow, { municipality, place });
    });
  }

  /** One change of a document at a time, so that a precondition still holds when the change is made. */
  private changing(
    place: Place,
    must: Precondition,
    change: (transaction: Transaction, there: Document | null) => Promise<void>,
  ): Promise<void> {
    return this.database.transaction(async (transaction) => {
      await hold(transaction, [`document ${place.place} ${place.id}`]);
      const row = await transaction.manager.findOneBy(DocumentRow, keyOf(place));
      const there = row && documentIn(row);
      mustHold(must, there);
      await change(transaction, there);
    });
  }
}

/** The hash of what a document belongs to: IRIs may be longer than an index takes. */
export function placeOf(kind: 'state' | 'activity' | 'agent', ...of: string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([kind, ...of]))
    .digest('base64url');
}

function documentIn({ type, content, etag, updated }: DocumentRow): Document {
  return { type, bytes: Buffer.from(content, 'base64'), etag, updated };
}

function keyOf({ municipality, place, id }: Place): { municipality: string; place: string; id: string } {
  return { municipality, place, id };
}

async function write({ manager }: Transaction, place: Place, { type, bytes }: Content): Promise<void> {
  const row = {
    ...keyOf(place),
    agent: place.agent === undefined ? '' : statementKey('agent', place.agent),
    type,
    content: bytes.toString('base64'),
    etag: createHash('sha1').update(bytes).digest('hex'),
    updated: new Date().toISOString(),
  };
  await manager.upsert(DocumentRow, row, ['municipality', 'place', 'id']);
}

function mustHold({ ifMatch, ifNoneMatch }: Precondition, there: Document | null): void {
  const isOneOf = (tags: string[]) => there !== null && (tags.includes('*') || tags.includes(there.etag));
  if (ifMatch && !isOneOf(ifMatch)) throw changed();
  if (ifNoneMatch && isOneOf(ifNoneMatch)) throw changed();
}

function mustBeAllowed(bare: Precondition['bare'], there: Document | null): void {
  if (bare === 'overwrite' || (bare === 'create' && !there)) return;
  throw there ? overwriting() : unguarded();
}

/** What calls itself JSON is JSON. */
function readable(content: Content): Content {
  if (!isJson(content)) return content;
  try {
    JSON.parse(content.bytes.toString());
    return content;
  } catch {
    throw notJson();
  }
}

function isJson({ type }: Content): boolean {
  return /^application\/json\b/i.test(type);
}

function merged(there: Content, content: Content): Buffer {
  const both = { ...objectIn(there), ...objectIn(content) };
  try {
    return Buffer.from(JSON.stringify(both));
  } catch {
    // Nested so deep that it cannot be written out again.
    throw notJson();
  }
}

/** Only JSON objects can be merged (xAPI 1.0.3 Communication 2.2). */
function objectIn(content: Content): object {
  try {
    const value: unknown = isJson(content) ? JSON.parse(content.bytes.toString()) : null;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Said below.
  }
  throw notJson();
}

function notJson(): Problem {
  return new Problem('invalid', {
    nb: 'Bare JSON-objekter kan slås sammen. Det som var lagret, er som før.',
    nn: 'Berre JSON-objekt kan slåast saman. Det som var lagra, er som før.',
    en: 'Only JSON objects can be merged. What was stored is as before.',
  });
}

function changed(): Problem {
  return new Problem('precondition', {
    nb: 'Dokumentet er ikke slik If-Match eller If-None-Match sier. Hent det på nytt.',
    nn: 'Dokumentet er ikkje slik If-Match eller If-None-Match seier. Hent det på nytt.',
    en: 'The document is not as If-Match or If-None-Match says. Get it again.',
  });
}

function unguarded(): Problem {
  return new Problem('invalid', {
    nb: 'Send If-None-Match: * for å lage et nytt dokument, eller If-Match med ETag-en for å endre det.',
    nn: 'Send If-None-Match: * for å lage eit nytt dokument, eller If-Match med ETag-en for å endre det.',
    en: 'Send If-None-Match: * to create the document, or If-Match with its ETag to change it.',
  });
}

function overwriting(): Problem {
  return new Problem('conflict', {
    nb: 'Dokumentet finnes. Hent det, og send If-Match med ETag-en, eller If-None-Match: * for bare å lage nytt.',
    nn: 'Dokumentet finst. Hent det, og send If-Match med ETag-en, eller If-None-Match: * for berre å lage nytt.',
    en: 'The document exists. Get it and send If-Match with its ETag, or If-None-Match: * to create only.',
  });
}
