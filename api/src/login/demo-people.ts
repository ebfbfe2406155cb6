import { Inject, Injectable } from '@nestjs/common';
import type { Answered } from '@kursdugnad/core/contract/conversation.js';
import type { demoPeople } from '@kursdugnad/core/contract/login.js';
import { In } from 'typeorm';
import { Database } from '../database/database.js';
import { sqlFile } from '../database/sql.js';
import { notFound } from '../http/problem.js';
import { PersonalTokenRow } from './login.tables.js';

type DemoPerson = Answered<typeof demoPeople>['people'][number] & { orgnr: string; label: string };

const people = sqlFile(import.meta.url, 'demo-people.sql');

/** The people of the demo region whom anybody on this machine may be: those with a `demo-…` token. */
@Injectable()
export class DemoPeople {
  constructor(@Inject(Database) private readonly database: Database) {}

  async people(): Promise<Answered<typeof demoPeople>['people']> {
    const rows = await this.database.query<DemoPerson>(people);
    const order: DemoPerson['as'][] = ['learner', 'leader', 'author', 'coordinator', 'administrator'];
    return rows
      .map(({ orgnr: _orgnr, label, ...row }) => ({
        ...row,
        as: label.replace('demo-', '').split(':')[0] as DemoPerson['as'],
      }))
      .map((row) => ({ ...row, as: (row.as as string) === 'admin' ? ('administrator' as const) : row.as }))
      .sort((a, b) => order.indexOf(a.as) - order.indexOf(b.as) || a.municipality.localeCompare(b.municipality, 'nb'));
  }

  /** The municipality of a demo person. Throws `not-found` for everybody else, and always where there is no demo. */
  async mustBe(person: string): Promise<{ municipality: string }> {
    const rows = await this.database.query<DemoPerson>(people);
    const found = rows.find((row) => row.person === person);
    if (found) return { municipality: found.orgnr };
    throw notFound();
  }

  /** Takes the demo keys away, so that a data folder that once was a demo lets nobody in when it is one no more. */
  async close(): Promise<void> {
    await this.database.transaction(async ({ manager, query }) => {
      const rows = await query<{ hash: string }>({ text: `SELECT hash FROM personal_token WHERE label LIKE 'demo-%'` });
      if (rows.length > 0) await manager.delete(PersonalTokenRow, { hash: In(rows.map(({ hash }) => hash)) });
    });
  }
}
