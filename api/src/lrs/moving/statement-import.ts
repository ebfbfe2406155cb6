import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { Agent, Statement } from '@kursdugnad/core/xapi/statement.js';
import { Database, type Transaction } from '../../database/database.js';
import { Problem } from '../../http/problem.js';
import { Decided } from '../../settings.module.js';
import type { Settings } from '../../settings.js';
import { Storage } from '../../storage/storage.js';
import { Attachments, type StoredFile } from '../attachments.js';
import { hashesOf } from '../keeping/removal.js';
import { type Given, Statements } from '../statements.js';
import { importedLine } from './imported-line.js';

/** Told before imported statements are stored, in the same transaction: what they need may have to be there first. */
export type ImportListener = (transaction: Transaction, municipality: string, statements: Statement[]) => Promise<void>;

export interface Imported {
  lines: number;
  stored: number;
  /** Were there already. */
  known: number;
  refused: { line: number; reason: string }[];
}

type Numbered = Given & { id: string; number: number };

const partSize = 200;
const digests: Record<number, string> = { 56: 'sha224', 64: 'sha256', 96: 'sha384', 128: 'sha512' };

/** Brings in statements from JSON Lines, as `StatementExport` writes them. The same file again changes nothing. */
@Injectable()
export class StatementImport {
  private readonly listeners: ImportListener[] = [];
  private readonly otherwise: Agent;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Statements) private readonly statements: Statements,
    @Inject(Attachments) private readonly attachments: Attachments,
    @Inject(Storage) private readonly storage: Storage,
    @Inject(Decided) { publicUrl }: Settings,
  ) {
    const account = { homePage: publicUrl, name: 'lrs:import' };
    this.otherwise = { objectType: 'Agent', account };
  }

  beforeStored(listener: ImportListener): void {
    this.listeners.push(listener);
  }

  /**
   * Stores line by line, in parts that are each whole or not at all. A line that cannot be stored is told with its number
   * and passed over; with `stopsAtFault` it is the last that is read. `folder`: where the attached files lie, by hash.
   */
  async run(
    municipality: string,
    lines: AsyncIterable<string>,
    { stopsAtFault = false, folder = null }: { stopsAtFault?: boolean; folder?: string | null } = {},
  ): Promise<Imported> {
    const imported: Imported = { lines: 0, stored: 0, known: 0, refused: [] };
    let part: Numbered[] = [];
    const isStopped = () => stopsAtFault && imported.refused.length > 0;
    for await (const text of lines) {
      imported.lines += 1;
      if (text.trim() === '') continue;
      const line = importedLine(imported.lines, text, this.otherwise);
      if ('reason' in line) imported.refused.push({ line: line.number, reason: line.reason });
      else part.push({ ...line.given, number: line.number });
      if (part.length < partSize && !isStopped()) continue;
      await this.store(municipality, part, imported, folder);
      part = [];
      if (isStopped()) return imported;
    }
    await this.store(municipality, part, imported, folder);
    return imported;
  }

  /** Where a part is refused, its lines are stored one by one, so that it is clear which of them it is. */
  private async store(
    municipality: string,
    part: Numbered[],
    imported: Imported,
    folder: string | null,
  ): Promise<void> {
    if (part.length === 0) return;
    const files = folder === null ? [] : await this.filesOf(part, folder);
    try {
      const known = await this.storePart(municipality, part, files);
      imported.known += known;
      imported.stored += part.length - known;
    } catch (reason) {
      if (!(reason instanceof Problem)) throw reason;
      const [only] = part;
      if (part.length === 1 && only) imported.refused.push({ line: only.number, reason: reason.message });
      else for (const one of part) await this.store(municipality, [one], imported, folder);
    }
  }

  /** Answers how many were there already. */
  private storePart(municipality: string, part: Numbered[], files: StoredFile[]): Promise<number> {
    return this.database.transaction(async (transaction) => {
      const ids = [...new Set(part.map(({ id }) => id))];
      const known = await this.statements.byId(transaction, municipality, ids);
      const statements = part.map(({ statement }) => statement);
      for (const tell of this.listeners) await tell(transaction, municipality, statements);
      await this.attachments.keep(transaction, municipality, files);
      await this.statements.storeGiven(transaction, municipality, part);
      return known.size + part.length - ids.length;
    });
  }

  /** The files in the folder that these statements mention, in storage. One that is not what its name says is left. */
  private async filesOf(part: Numbered[], folder: string): Promise<StoredFile[]> {
    const files: StoredFile[] = [];
    for (const sha2 of new Set(part.flatMap(({ statement }) => hashesOf(statement)))) {
      const path = join(folder, sha2);
      const isThere = await stat(path).then(
        (found) => found.isFile(),
        () => false,
      );
      if (!isThere) continue;
      const hash = createHash(digests[sha2.length] ?? 'sha256');
      for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
      if (hash.digest('hex') !== sha2) continue;
      const { hash: file, size } = await this.storage.putPieces(createReadStream(path));
      files.push({ sha2, file, size });
    }
    return files;
  }
}
