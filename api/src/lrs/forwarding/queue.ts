import { Inject, Injectable } from '@nestjs/common';
import type { Statement } from '@kursdugnad/core/xapi/statement.js';
import { Database, type Transaction } from '../../database/database.js';
import { sqlFile } from '../../database/sql.js';
import { Statements } from '../statements.js';
import { afterInstant } from '../stored-clock.js';
import { ForwardingRow, SetAsideRow } from './forwarding.tables.js';

/** A place in the order of storing: the last statement that is done with. */
export interface Cursor {
  seq: number;
  id: string;
}

export interface Queued extends Cursor {
  statement: Statement;
}

export type KnownForwarding = Omit<ForwardingRow, 'madeAt' | 'madeBy' | 'verbs' | 'activities'> & {
  verbs: string[];
  activities: string[];
};

export type Refusal = Pick<SetAsideRow, 'status' | 'reason'>;

/** What has happened between the cursor and the next one. */
export interface Progress {
  sent: number;
  setAside: Pick<SetAsideRow, 'statement' | 'status' | 'reason'> | null;
}

const advanceSql = sqlFile(import.meta.url, 'advance.sql');
const countSent = sqlFile(import.meta.url, 'count-sent.sql');
const due = sqlFile(import.meta.url, 'due-forwardings.sql');
const oneForwarding = sqlFile(import.meta.url, 'one-forwarding.sql');
const setAsideAgain = sqlFile(import.meta.url, 'set-aside-again.sql');
const nextStatements = sqlFile(import.meta.url, 'next-statements.sql');

/** Where each forwarding stands. It is a cursor in the order of storing: nothing is written when a statement comes in. */
@Injectable()
export class Queue {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Statements) private readonly statements: Statements,
  ) {}

  due(now: string): Promise<{ municipality: string; id: string }[]> {
    return this.database.query(due, { now });
  }

  async one(municipality: string, id: string): Promise<KnownForwarding | null> {
    type Row = Omit<KnownForwarding, 'verbs' | 'activities'> & { verbs: string; activities: string };
    const [row] = await this.database.query<Row>(oneForwarding, { municipality, id });
    if (!row) return null;
    return { ...row, verbs: JSON.parse(row.verbs) as string[], activities: JSON.parse(row.activities) as string[] };
  }

  /**
   * The statements that come next. None that a transaction still under way, in whatever process, could put others before:
   * what is passed is passed for good.
   */
  async next({ municipality, cursorSeq, cursorId }: KnownForwarding, most: number): Promise<Queued[]> {
    const before = afterInstant(await this.statements.clock.consistentThrough());
    const given = { municipality, seq: cursorSeq, id: cursorId, before, most };
    const rows = await this.database.query<Cursor & { text: string }>(nextStatements, given);
    return rows.map(({ seq, id, text }) => ({ seq, id, statement: JSON.parse(text) as Statement }));
  }

  /** Moves the cursor. False when it is no longer where it was, is paused or removed: then somebody else decides. */
  advance(from: KnownForwarding, to: Cursor, { sent, setAside }: Progress): Promise<boolean> {
    const { municipality, id } = from;
    const at = new Date().toISOString();
    return this.database.transaction(async (transaction) => {
      if (!(await isUnmoved(transaction, from))) return false;
      await transaction.query(advanceSql, { municipality, id, seq: to.seq, cursor: to.id, sent, at });
      const aside = setAside && { ...setAside, municipality, forwarding: id, at, again: 0 };
      if (aside) await transaction.manager.upsert(SetAsideRow, aside, ['municipality', 'forwarding', 'statement']);
      return true;
    });
  }

  /** Statements set aside that somebody wants tried once more. */
  async again({ municipality, id }: KnownForwarding, most: number): Promise<Queued[]> {
    const rows = await this.database.query<Cursor & { text: string }>(setAsideAgain, { municipality, id, most });
    return rows.map(({ seq, id: statement, text }) => ({
      seq,
      id: statement,
      statement: JSON.parse(text) as Statement,
    }));
  }

  /** What came of trying once more: `refused` null for taken. */
  async triedAgain(from: KnownForwarding, statement: string, refused: Refusal | null): Promise<void> {
    const { municipality, id } = from;
    const key = { municipality, forwarding: id, statement };
    await this.database.transaction(async ({ manager, query }) => {
      if (refused) return manager.update(SetAsideRow, key, { ...refused, again: 0, at: new Date().toISOString() });
      await query(countSent, { municipality, id, at: new Date().toISOString() });
      return manager.delete(SetAsideRow, key);
    });
  }

  /** Notes a failure; the next try is at `nextAt`. */
  async failed(
    { municipality, id }: KnownForwarding,
    failure: Pick<ForwardingRow, 'tries' | 'nextAt' | 'fault'>,
  ): Promise<void> {
    await this.database.transaction(async ({ manager }) => {
      await manager.update(ForwardingRow, { municipality, id }, failure);
    });
  }
}

async function isUnmoved({ query }: Transaction, from: KnownForwarding): Promise<boolean> {
  const { municipality, id, cursorSeq, cursorId } = from;
  const [row] = await query<{ cursorSeq: number; cursorId: string; paused: number }>(oneForwarding, {
    municipality,
    id,
  });
  return row?.cursorSeq === cursorSeq && row.cursorId === cursorId && row.paused === 0;
}
