import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@kursdugnad/core/contract/caller.js';
import type { Answered, Heard } from '@kursdugnad/core/contract/conversation.js';
import {
  type addForwarding,
  type changeForwarding,
  type Forwarding,
  mostBehind,
  type statementsSetAside,
} from '@kursdugnad/core/contract/lrs.js';
import { isIri } from '@kursdugnad/core/xapi/values.js';
import type { Language } from '@kursdugnad/core/course/course.js';
import { Database } from '../../database/database.js';
import { sqlFile } from '../../database/sql.js';
import { notFound, Problem } from '../../http/problem.js';
import { Decided } from '../../settings.module.js';
import type { Settings } from '../../settings.js';
import { Statements } from '../statements.js';
import { afterInstant, storedAt } from '../stored-clock.js';
import { targetUrl } from './allowed-address.js';
import { faultInWords } from './fault-in-words.js';
import { ForwardingRow, SetAsideRow } from './forwarding.tables.js';
import { sealed } from './sealed-secret.js';
import type { TargetFault } from './target.js';
import { notAnIri, wrongAddress } from './refusals.js';

type Row = Omit<ForwardingRow, 'municipality' | 'secret'> & { setAside: number };

const forwardingsOf = sqlFile(import.meta.url, 'forwardings-of.sql');
const behind = sqlFile(import.meta.url, 'behind.sql');
const setAsideOf = sqlFile(import.meta.url, 'set-aside-of.sql');
const mostShown = 100;

/** What administrators do with forwardings, and what they see of them. Sending is the Forwarder's. */
@Injectable()
export class Forwardings {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Statements) private readonly statements: Statements,
    @Inject(Decided) private readonly settings: Settings,
  ) {}

  async of({ municipality, language, at }: Caller): Promise<Forwarding[]> {
    const rows = await this.database.query<Row>(forwardingsOf, { municipality });
    return Promise.all(rows.map((row) => this.shown(municipality, row, language, at)));
  }

  async add(caller: Caller, asked: Heard<typeof addForwarding>): Promise<Forwarding> {
    const { label, key, secret, verbs, activities, from } = asked;
    const { municipality, language } = caller;
    const url = targetUrl(asked.url, this.settings.demo !== false);
    if (url === null) throw new Problem('invalid', wrongAddress, [{ at: 'url', message: wrongAddress[language] }]);
    mustBeIris({ verbs, activities }, language);
    const id = randomUUID();
    const cursorSeq = from === 'now' ? afterInstant(await this.statements.clock.consistentThrough()) - 1 : 0;
    const row = {
      ...{ municipality, id, label, url, key, secret: sealed(this.settings.dataDir, secret) },
      ...{ verbs: JSON.stringify(verbs), activities: JSON.stringify(activities), paused: 0, cursorSeq, cursorId: '~' },
      ...{ sent: 0, lastSentAt: null, tries: 0, nextAt: null, fault: null, madeAt: caller.at, madeBy: caller.person },
    };
    await this.database.transaction(async ({ manager }) => {
      await manager.insert(ForwardingRow, row);
    });
    return this.one(caller, id);
  }

  /** What has been waiting begins again at once. */
  async change(
    caller: Caller,
    { forwarding: id, paused, key, secret }: Heard<typeof changeForwarding>,
  ): Promise<Forwarding> {
    await this.one(caller, id);
    const changes = {
      ...(paused === undefined ? {} : { paused: Number(paused) }),
      ...(key === undefined ? {} : { key }),
      ...(secret === undefined ? {} : { secret: sealed(this.settings.dataDir, secret) }),
    };
    await this.update(caller, id, { ...changes, tries: 0, nextAt: null, fault: null });
    return this.one(caller, id);
  }

  async retry(caller: Caller, id: string, isWithSetAside: boolean): Promise<Forwarding> {
    await this.one(caller, id);
    const key = { municipality: caller.municipality, forwarding: id };
    await this.database.transaction(async ({ manager }) => {
      if (isWithSetAside) await manager.update(SetAsideRow, key, { again: 1 });
      await manager.update(ForwardingRow, { municipality: key.municipality, id }, { nextAt: null });
    });
    return this.one(caller, id);
  }

  async remove(caller: Caller, id: string): Promise<void> {
    await this.one(caller, id);
    const { municipality } = caller;
    await this.database.transaction(async ({ manager }) => {
      await manager.delete(SetAsideRow, { municipality, forwarding: id });
      await manager.delete(ForwardingRow, { municipality, id });
    });
  }

  async setAside(caller: Caller, id: string): Promise<Answered<typeof statementsSetAside>> {
    await this.one(caller, id);
    const given = { municipality: caller.municipality, forwarding: id, most: mostShown };
    return { statements: await this.database.query(setAsideOf, given) };
  }

  private async one(caller: Caller, id: string): Promise<Forwarding> {
    const found = (await this.of(caller)).find((one) => one.id === id);
    if (found) return found;
    throw notFound();
  }

  private async update({ municipality }: Caller, id: string, changes: Partial<ForwardingRow>): Promise<void> {
    await this.database.transaction(async ({ manager }) => {
      await manager.update(ForwardingRow, { municipality, id }, changes);
    });
  }

  private async shown(municipality: string, row: Row, language: Language, now: string): Promise<Forwarding> {
    const { id, label, url, key, sent, lastSentAt, madeAt, madeBy, setAside, tries, nextAt, fault } = row;
    const given = { municipality, seq: row.cursorSeq, id: row.cursorId, most: mostBehind };
    const [waiting] = await this.database.query<{ behind: number; first: number | null }>(behind, given);
    const { behind: count, first } = waiting ?? { behind: 0, first: null };
    const isWaiting = nextAt !== null && nextAt > now;
    return {
      ...{ id, label, url, key, sent, setAside, lastSentAt, madeAt, madeBy, tries, behind: count },
      verbs: JSON.parse(row.verbs) as string[],
      activities: JSON.parse(row.activities) as string[],
      state: row.paused === 1 ? 'paused' : isWaiting ? 'waiting' : count > 0 ? 'sending' : 'idle',
      waitingSince: first === null ? null : storedAt(first),
      nextAt: isWaiting ? nextAt : null,
      fault: fault === null ? null : faultInWords(JSON.parse(fault) as TargetFault)[language],
    };
  }
}

function mustBeIris(given: Record<string, string[]>, language: Language): void {
  const wrong = Object.entries(given).flatMap(([name, list]) =>
    list.flatMap((one, index) => (isIri(one) ? [] : [{ at: `${name}.${index}`, message: notAnIri[language] }])),
  );
  if (wrong.length > 0) throw new Problem('invalid', notAnIri, wrong);
}
