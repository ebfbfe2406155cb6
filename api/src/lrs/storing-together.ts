import { Inject, Injectable } from '@nestjs/common';
import type { Agent, Statement } from '@kursdugnad/core/xapi/statement.js';
import { Database } from '../database/database.js';
import { outageOf } from '../database/outage.js';
import { Attachments, type StoredFile } from './attachments.js';
import { type Given, Statements } from './statements.js';

/** What one request brings, valid, for whom. */
interface Brought {
  municipality: string;
  statements: readonly Statement[];
  files: readonly StoredFile[];
  authority: Agent;
}

interface Waiting extends Brought {
  resolve: (ids: string[]) => void;
  reject: (reason: unknown) => void;
}

/** Statements that go into one transaction; a single request may bring more. */
const mostTogether = 500;
/** Turns of the event loop, some microseconds each. */
const mostTurns = 8;

/**
 * Group commit: requests that arrive while others are being stored go into the next transaction together, one INSERT a
 * table for all of them. Where one of them is refused, each of that group is stored on its own, so that the others
 * notice nothing.
 */
@Injectable()
export class StoringTogether {
  private waiting: Waiting[] = [];
  /** Groups on their way to the database. While PostgreSQL waits for the disk with one, it can take in another. */
  private readonly atOnce: number;
  private underway = 0;
  /** Requests in the latest group: about as many come again. */
  private latest = 1;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Statements) private readonly statements: Statements,
    @Inject(Attachments) private readonly attachments: Attachments,
  ) {
    this.atOnce = database.driver === 'postgres' ? 2 : 1;
  }

  /** Stores all or none, and answers the ids in the same order when they are durable. Throws what `Statements.store` throws. */
  store(brought: Brought): Promise<string[]> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ ...brought, resolve, reject });
      if (this.underway < this.atOnce) void this.groups();
    });
  }

  private async groups(): Promise<void> {
    this.underway += 1;
    while (this.waiting.length > 0) {
      await this.arrived();
      const group = this.nextGroup();
      // The others took them.
      if (group.length === 0) break;
      await this.settle(group);
      this.latest = group.length;
    }
    this.underway -= 1;
  }

  /** Those who were just answered send their next: a moment's patience spares the disk a commit for each of them. */
  private async arrived(): Promise<void> {
    for (let turn = 0; turn === 0 || (turn < mostTurns && this.waiting.length < this.latest); turn += 1)
      await new Promise((resolve) => setImmediate(resolve));
  }

  private nextGroup(): Waiting[] {
    let [count, size] = [0, 0];
    for (const { statements } of this.waiting) {
      size += statements.length;
      if (count > 0 && size > mostTogether) break;
      count += 1;
    }
    return this.waiting.splice(0, count);
  }

  private async settle(group: Waiting[]): Promise<void> {
    try {
      const ids = await this.together(group);
      group.forEach(({ resolve }, index) => {
        resolve(ids[index] ?? []);
      });
    } catch (reason) {
      // Where the database itself is away, nobody would fare better alone.
      if (group.length === 1 || outageOf(reason) !== null) for (const { reject } of group) reject(reason);
      else for (const one of group) await this.settle([one]);
    }
  }

  private together(group: Waiting[]): Promise<string[][]> {
    return this.database.transaction(async (transaction) => {
      const ids: string[][] = [];
      for (const municipality of new Set(group.map((one) => one.municipality))) {
        const those = group.filter((one) => one.municipality === municipality);
        const files = those.flatMap((one) => one.files);
        await this.attachments.keep(transaction, municipality, files);
        const given: Given[] = those.flatMap(({ statements, authority }) =>
          statements.map((statement) => ({ statement, authority })),
        );
        const stored = await this.statements.storeGiven(transaction, municipality, given);
        for (const one of those) ids[group.indexOf(one)] = stored.splice(0, one.statements.length);
      }
      return ids;
    });
  }
}
