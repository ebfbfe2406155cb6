import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { erasedValue } from '@kursdugnad/core/xapi/erasing.js';
import { likePattern } from '../database/like-pattern.js';
import type { Transaction } from '../database/database.js';
import { sqlFile } from '../database/sql.js';
import { type Erased, Erasures } from '../people/erasure/erasures.js';
import { CompletionRow, RegistrationRow } from './launch.tables.js';

const withTrace = sqlFile(import.meta.url, 'registrations-with-trace.sql');

/** Runs of courses stay, so that the numbers of a course are what they were; nobody can tell whose they are. */
@Injectable()
export class ErasingRegistrations implements OnModuleInit {
  constructor(@Inject(Erasures) private readonly erasures: Erasures) {}

  onModuleInit(): void {
    this.erasures.onErased((erased) => Promise.resolve((transaction) => anonymise(transaction, erased)));
  }
}

async function anonymise(
  { query, manager }: Transaction,
  { municipality, person, name, email, anonymous }: Erased,
): Promise<{ registrations: number }> {
  const patterns = { idPattern: likePattern(person), mailPattern: likePattern(email) };
  const rows = await query<{ id: string; person: string; record: string }>(withTrace, {
    municipality,
    person,
    ...patterns,
  });
  for (const { id, record } of rows) {
    const erased = JSON.stringify(erasedValue(JSON.parse(record), { traces: [person, email, name], anonymous }));
    if (erased !== record) await manager.update(RegistrationRow, { municipality, id }, { record: erased });
  }
  await manager.update(RegistrationRow, { municipality, person }, { person: anonymous });
  await manager.update(CompletionRow, { municipality, person }, { person: anonymous });
  return { registrations: rows.filter((row) => row.person === person).length };
}
