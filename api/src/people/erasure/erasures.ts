import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { dayInNorway } from '@kursdugnad/core/contract/caller.js';
import type { Answered } from '@kursdugnad/core/contract/conversation.js';
import type { ErasureCounts, findPeople } from '@kursdugnad/core/contract/erasure.js';
import { Database, type Transaction } from '../../database/database.js';
import { likePattern } from '../../database/like-pattern.js';
import { sqlFile } from '../../database/sql.js';
import { notFound } from '../../http/problem.js';
import { People } from '../people.js';
import { ErasureRow, type PersonRow } from '../people.tables.js';

/** Who is erased. Wherever something must stay, `anonymous` stands for them: an id that belongs to nobody. */
export interface Erased {
  municipality: string;
  person: string;
  name: string;
  email: string;
  anonymous: string;
}

/**
 * Looks up what a room has of a person, without waiting for anybody, and answers what is to be done about it inside the
 * transaction. Another room's rows are that room's to see to.
 */
export type Eraser = (erased: Erased) => Promise<(transaction: Transaction) => Promise<Partial<ErasureCounts>>>;

const findPeopleSql = sqlFile(import.meta.url, 'find-people.sql');
const nothing: ErasureCounts = {
  statements: 0,
  documents: 0,
  attachments: 0,
  registrations: 0,
  fulfilments: 0,
  mails: 0,
  employments: 0,
};

/** Erases people for good: every room that knows somebody registers what it does then. */
@Injectable()
export class Erasures {
  private readonly erasers: Eraser[] = [];

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(People) private readonly people: People,
  ) {}

  onErased(eraser: Eraser): void {
    this.erasers.push(eraser);
  }

  /** Those whose name or e-mail holds the text, twenty at most. */
  find(municipality: string, text: string, at: string): Promise<Answered<typeof findPeople>['people']> {
    const given = { municipality, pattern: likePattern(text), today: dayInNorway(at) };
    return this.database.query(findPeopleSql, given);
  }

  /** What `erase` would do: it is done, counted, and taken back. Throws `not-found`. */
  async trial(municipality: string, person: string): Promise<{ person: PersonRow; counts: ErasureCounts }> {
    const row = await this.one(municipality, person);
    const undone = new Undone();
    await this.carryOut(row, (counts) => {
      undone.counts = counts;
      throw undone;
    }).catch((reason: unknown) => {
      if (reason !== undone) throw reason;
    });
    return { person: row, counts: undone.counts };
  }

  /** All or nothing. `by`: a person, or null for the operator. It is noted who did it and when, not to whom. */
  async erase(municipality: string, person: string, by: string | null): Promise<ErasureCounts> {
    const row = await this.one(municipality, person);
    return this.carryOut(row, async (counts, { manager }) => {
      const entry = { municipality, id: randomUUID(), at: new Date().toISOString(), erasedBy: by };
      await manager.insert(ErasureRow, { ...entry, counts: JSON.stringify(counts) });
    });
  }

  private async carryOut(
    { municipality, id: person, name, email }: PersonRow,
    conclude: (counts: ErasureCounts, transaction: Transaction) => Promise<void> | never,
  ): Promise<ErasureCounts> {
    const erased = { municipality, person, name, email, anonymous: randomUUID() };
    const works: Awaited<ReturnType<Eraser>>[] = [];
    for (const eraser of this.erasers) works.push(await eraser(erased));
    return this.database.transaction(async (transaction) => {
      const counts = { ...nothing };
      for (const work of works) Object.assign(counts, await work(transaction));
      // A former administrator may be in the notes of earlier erasures.
      await transaction.manager.update(ErasureRow, { municipality, erasedBy: person }, { erasedBy: erased.anonymous });
      counts.employments = await this.people.remove(transaction, municipality, person);
      await conclude(counts, transaction);
      return counts;
    });
  }

  private async one(municipality: string, person: string): Promise<PersonRow> {
    const row = await this.people.person(municipality, person);
    if (row) return row;
    throw notFound();
  }
}

/** Ends a trial, so that nothing of it stays. */
class Undone extends Error {
  counts: ErasureCounts = nothing;
}
