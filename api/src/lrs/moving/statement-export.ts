import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { sqlFile } from '../../database/sql.js';
import { Storage } from '../../storage/storage.js';
import type { StoredFile } from '../attachments.js';
import { Statements } from '../statements.js';
import { afterInstant } from '../stored-clock.js';

/** What an export is to hold. Instants are UTC with milliseconds: stored after `since`, and not after `until`. */
export interface ExportBounds {
  voided: 'with' | 'without';
  since?: string | undefined;
  until?: string | undefined;
}

const exportPart = sqlFile(import.meta.url, 'export-part.sql');
const attachmentsAfter = sqlFile(import.meta.url, 'attachments-after.sql');
const partSize = 500;

/** Statements of a municipality as JSON Lines, in the order of storing: a part in memory at a time, however many there are. */
@Injectable()
export class StatementExport {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Statements) private readonly statements: Statements,
    @Inject(Storage) private readonly storage: Storage,
  ) {}

  /** Each piece is whole lines. What comes in meanwhile is not in it: it ends where it is consistent at the beginning. */
  async *lines(municipality: string, { voided, since, until }: ExportBounds): AsyncGenerator<string> {
    const through = await this.statements.clock.consistentThrough();
    const before = afterInstant(until !== undefined && until < through ? until : through);
    let [seq, id] = [since === undefined ? 0 : afterInstant(since), ''];
    for (;;) {
      const given = { municipality, seq, id, before, voided: voided === 'with' ? 1 : 0, most: partSize };
      const rows = await this.database.query<{ id: string; seq: number; text: string }>(exportPart, given);
      const last = rows.at(-1);
      if (!last) return;
      yield rows.map(({ text }) => `${text}\n`).join('');
      ({ seq, id } = last);
    }
  }

  /** Copies the files attached to statements into a folder, each by its hash as statements say it. Answers how many. */
  async attachments(municipality: string, folder: string): Promise<number> {
    await mkdir(folder, { recursive: true });
    let count = 0;
    for (let after = ''; ;) {
      const files = await this.database.query<StoredFile>(attachmentsAfter, { municipality, after, most: partSize });
      const last = files.at(-1);
      if (!last) return count;
      for (const { sha2, file } of files)
        await pipeline(this.storage.stream(file), createWriteStream(join(folder, sha2)));
      count += files.length;
      after = last.sha2;
    }
  }
}
