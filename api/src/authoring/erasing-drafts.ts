import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { sqlFile } from '../database/sql.js';
import { Erasures } from '../people/erasure/erasures.js';
import { DraftRevisionRow } from './authoring.tables.js';

const forgetAuthor = sqlFile(import.meta.url, 'forget-author.sql');

/** What somebody has written stays in the municipality's drafts, without saying who it was. */
@Injectable()
export class ErasingDrafts implements OnModuleInit {
  constructor(@Inject(Erasures) private readonly erasures: Erasures) {}

  onModuleInit(): void {
    this.erasures.onErased(({ municipality, person, name, anonymous }) =>
      Promise.resolve(async ({ query, manager }) => {
        await query(forgetAuthor, { municipality, person, name });
        await manager.update(DraftRevisionRow, { municipality, person }, { person: anonymous, name: '' });
        return {};
      }),
    );
  }
}
