import { Inject, Injectable } from '@nestjs/common';
import type { Attachment, Statement } from '@kursdugnad/core/xapi/statement.js';
import { Database, type Transaction } from '../database/database.js';
import { insertRows } from '../database/insert-rows.js';
import { sqlFile } from '../database/sql.js';

/** An attachment whose bytes are in storage. */
export interface StoredFile {
  /** As the statement says it, in lower case. */
  sha2: string;
  /** The name in storage. */
  file: string;
  size: number;
}

/** A file as it is answered together with the statements that mention it. */
export interface AnsweredFile extends StoredFile {
  type: string;
}

const byHash = sqlFile(import.meta.url, 'attachments-by-hash.sql');
const columns = ['municipality', 'sha2', 'file', 'size'] as const;

/** Attachments of a statement and of the sub-statement in it. */
export function attachmentsOf({ attachments = [], object }: Statement): Attachment[] {
  return object.objectType === 'SubStatement' ? [...attachments, ...(object.attachments ?? [])] : attachments;
}

/** Which files came in with statements. The same bytes may be known to one municipality and not to another. */
@Injectable()
export class Attachments {
  constructor(@Inject(Database) private readonly database: Database) {}

  async keep(transaction: Transaction, municipality: string, files: readonly StoredFile[]): Promise<void> {
    const rows = files.map(({ sha2, file, size }) => [municipality, sha2, file, size] as const);
    const inOrder = rows.sort(([, a], [, b]) => (a < b ? -1 : 1));
    if (rows.length > 0) await insertRows(transaction, 'attachment', columns, inOrder, 'ON CONFLICT DO NOTHING');
  }

  /**
   * The files that these statements mention and that came with them, each once. `shown`: only those that whoever sent
   * the statement had to show. With a `fileUrl` a hash is enough, and could be that of somebody else's file.
   */
  async mentionedIn(
    found: readonly { municipality: string; statement: Statement }[],
    { shown = false } = {},
  ): Promise<AnsweredFile[]> {
    const types = new Map<string, Map<string, string>>();
    for (const { municipality, statement } of found) {
      for (const { sha2, contentType, fileUrl } of attachmentsOf(statement)) {
        if (shown && fileUrl !== undefined) continue;
        const wanted = types.get(municipality) ?? new Map<string, string>();
        types.set(municipality, wanted.set(sha2.toLowerCase(), contentType));
      }
    }
    const files = new Map<string, AnsweredFile>();
    for (const [municipality, wanted] of types) {
      const given = { municipality, hashes: [...wanted.keys()] };
      for (const row of await this.database.query<StoredFile>(byHash, given))
        files.set(row.sha2, { ...row, type: wanted.get(row.sha2) ?? 'application/octet-stream' });
    }
    return [...files.values()];
  }
}
