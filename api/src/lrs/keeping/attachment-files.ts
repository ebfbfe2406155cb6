import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { sqlFile } from '../../database/sql.js';
import { Storage } from '../../storage/storage.js';

const filesInUse = sqlFile(import.meta.url, 'files-in-use.sql');
/** A request that brings a file may take so long before its statements are stored. */
const grace = 24 * 60 * 60 * 1000;

/** The folder of DATA_DIR where attachments lie, apart from what other rooms keep: so the LRS alone says what may go. */
export const attachmentFolder = 'attachments';

/** Removes files that no attachment has: of refused requests, of statements that are gone, of people who are erased. */
@Injectable()
export class AttachmentFiles {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Storage) private readonly storage: Storage,
  ) {}

  /** Answers how many have gone. */
  async sweep(now: string): Promise<number> {
    const instant = Date.parse(now) - grace;
    let removed = 0;
    for await (const files of this.storage.untouchedSince(instant)) {
      const rows = await this.database.query<{ file: string }>(filesInUse, { files });
      const used = new Set(rows.map(({ file }) => file));
      for (const file of files)
        if (!used.has(file) && (await this.storage.removeUntouched(file, instant))) removed += 1;
    }
    await this.storage.removeAbandoned(instant);
    return removed;
  }
}
