import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { isOverdue } from '@kursdugnad/core/competence/fulfilment.js';
import { attentionOf, byAttention, type TeamRow } from '@kursdugnad/core/competence/team-completion.js';
import { type Caller, dayInNorway } from '@kursdugnad/core/contract/caller.js';
import type { Answered } from '@kursdugnad/core/contract/conversation.js';
import type { Cell, outbox, remind, TeamTable } from '@kursdugnad/core/contract/teams.js';
import type { Language } from '@kursdugnad/core/course/course.js';
import { Database, type Transaction } from '../database/database.js';
import { hold } from '../database/hold.js';
import { sqlFile } from '../database/sql.js';
import { notFound } from '../http/problem.js';
import type { Settings } from '../settings.js';
import { Decided } from '../settings.module.js';
import { Mailer } from './mailer.js';
import { reminderMail, type ToDo } from './reminder-mail.js';
import { Reach } from './reach.js';
import { Teams } from './teams.js';
import { MailRow } from './teams.tables.js';

interface Recipient {
  id: string;
  name: string;
  email: string;
  language: Language;
}

const remindedSince = sqlFile(import.meta.url, 'reminded-since.sql');
const peopleById = sqlFile(import.meta.url, 'people-by-id.sql');
const outboxSql = sqlFile(import.meta.url, 'outbox.sql');

/** Nobody is reminded more often than this. */
const rest = 24 * 60 * 60 * 1000;

/** Reminds people of what their leader sees that they have not done. */
@Injectable()
export class Reminders {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Decided) private readonly settings: Settings,
    @Inject(Teams) private readonly teams: Teams,
    @Inject(Reach) private readonly reach: Reach,
    @Inject(Mailer) private readonly mailer: Mailer,
  ) {}

  /**
   * One mail each. Those named are reminded of everything that waits; when nobody is named, those who are overdue, of
   * what is overdue. Throws `not-found` when somebody named does not work in the unit.
   */
  async remind(caller: Caller, unit: string, named?: string[]): Promise<Answered<typeof remind>> {
    await this.reach.mustReach(caller, unit);
    const { requirements, rows } = await this.teams.rowsOf(caller, unit);
    const wanted = named ? mustFind(rows, named) : rows.filter(({ cells }) => cells.some(isLate));
    const todo = new Map(wanted.map((row) => [row.id, this.todoOf(row, requirements, named ? isWaiting : isLate)]));
    const sent = await this.database.transaction((transaction) => this.write(transaction, caller, todo));
    return { sent, passedOver: wanted.length - sent };
  }

  outbox({ municipality }: Caller): Promise<Answered<typeof outbox>['mails']> {
    return this.database.query(outboxSql, { municipality });
  }

  private async write(transaction: Transaction, caller: Caller, todo: Map<string, ToDo[]>): Promise<number> {
    const { municipality } = caller;
    await hold(transaction, [`reminders ${municipality}`]);
    const people = [...todo].filter(([, list]) => list.length > 0).map(([person]) => person);
    const since = new Date(Date.parse(caller.at) - rest).toISOString();
    const reminded = await transaction.query<{ person: string }>(remindedSince, { municipality, people, since });
    const passedOver = new Set(reminded.map(({ person }) => person));
    const recipients = await transaction.query<Recipient>(peopleById, { municipality, people });
    const mails = recipients
      .filter(({ id, email }) => !passedOver.has(id) && email !== '')
      .map((recipient) => this.mailTo(recipient, caller, todo.get(recipient.id) ?? []));
    for (let start = 0; start < mails.length; start += 500)
      await transaction.manager.insert(MailRow, mails.slice(start, start + 500));
    transaction.afterCommit(() => {
      this.mailer.wake();
    });
    return mails.length;
  }

  private mailTo({ id, name, email, language }: Recipient, caller: Caller, todo: ToDo[]): MailRow {
    const { municipality, municipalityName, person, at } = caller;
    const said = { name, language, leader: caller.name, municipality: municipalityName, today: dayInNorway(at), todo };
    return {
      municipality,
      id: randomUUID(),
      person: id,
      askedBy: person,
      recipient: email,
      ...reminderMail(said),
      at,
      state: this.settings.smtpUrl === undefined ? 'kept' : 'waiting',
      tries: 0,
      nextAt: at,
      claim: null,
      fault: null,
    };
  }

  private todoOf(row: TeamRow, requirements: TeamTable['requirements'], is: (cell: Cell) => boolean): ToDo[] {
    const urgent = row.cells.filter(is).sort((a, b) => byAttention(attentionOf([a]), attentionOf([b])));
    const seen = new Set<string>();
    return urgent.flatMap((cell) => {
      const course = requirements[cell.r]?.course;
      if (!course || seen.has(course.id)) return [];
      seen.add(course.id);
      return [{ title: course.title, cell, link: `${this.settings.publicUrl}/mine-guider#${course.id}` }];
    });
  }
}

function isLate({ state }: Cell): boolean {
  return isOverdue(state);
}

function isWaiting({ state }: Cell): boolean {
  return state !== 'fulfilled' && state !== 'exempt';
}

function mustFind(rows: TeamRow[], people: string[]): TeamRow[] {
  const known = new Map(rows.map((row) => [row.id, row]));
  return [...new Set(people)].map((person) => {
    const row = known.get(person);
    if (row) return row;
    throw notFound();
  });
}
