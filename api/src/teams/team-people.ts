import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { plusDays } from '@kursdugnad/core/competence/days.js';
import { fulfilmentOn } from '@kursdugnad/core/competence/fulfilment.js';
import { type Caller, dayInNorway } from '@kursdugnad/core/contract/caller.js';
import type { Answered } from '@kursdugnad/core/contract/conversation.js';
import type { teamPerson, whoLooked } from '@kursdugnad/core/contract/teams.js';
import { Catalogue } from '../catalogue/catalogue.js';
import { Competence } from '../competence/competence.js';
import { Database } from '../database/database.js';
import { sqlFile } from '../database/sql.js';
import { notFound } from '../http/problem.js';
import { SeenPeople } from '../lrs/viewer/seen-people.js';
import { Reach } from './reach.js';
import { TeamSignOffs } from './team-sign-offs.js';
import { Teams } from './teams.js';
import { AccessLogRow } from './teams.tables.js';

type SeenPerson = Answered<typeof teamPerson>;

const completionsOf = sqlFile(import.meta.url, 'completions-of.sql');
const looksAt = sqlFile(import.meta.url, 'looks-at.sql');
const remindersOf = sqlFile(import.meta.url, 'reminders-of.sql');

/** One person as their leader sees them: states and results, never answers. */
@Injectable()
export class TeamPeople implements OnModuleInit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Competence) private readonly competence: Competence,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(Teams) private readonly teams: Teams,
    @Inject(Reach) private readonly reach: Reach,
    @Inject(TeamSignOffs) private readonly signOffs: TeamSignOffs,
    @Inject(SeenPeople) private readonly seen: SeenPeople,
  ) {}

  onModuleInit(): void {
    this.seen.onLook((caller, person) => this.note(caller, person, 'statements'));
  }

  /** Notes who looked before anything is shown. Throws `not-found` for somebody who does not work in the unit. */
  async person(caller: Caller, unit: string, person: string): Promise<SeenPerson> {
    const { municipality } = caller;
    const today = dayInNorway(caller.at);
    await this.reach.mustReach(caller, unit);
    const memberships = await this.teams.membershipsOf(municipality, unit, today);
    const found = memberships.find(({ id }) => id === person);
    if (!found) throw notFound();
    await this.note(caller, person, 'teamPerson');
    const { name, role, unit: place, starts: since } = found;
    const [fulfilments, history, reminders, waiting] = await Promise.all([
      this.fulfilmentsOf(caller, person, today),
      this.historyOf(caller, person),
      this.database.query<SeenPerson['reminders'][number]>(remindersOf, { municipality, person }),
      this.signOffs.waitingIn(caller, unit),
    ]);
    const signOffs = waiting.filter((one) => one.person.id === person);
    return { person: { id: person, name, role, unit: place, since }, fulfilments, history, reminders, signOffs };
  }

  /** Who has opened the page about the caller, or looked through what the LRS has of them, in the last year. */
  looksAt({ municipality, person, at }: Caller): Promise<Answered<typeof whoLooked>['looks']> {
    const since = plusDays(dayInNorway(at), -365);
    return this.database.query(looksAt, { municipality, person, since });
  }

  private async note(
    { municipality, person, at }: Caller,
    whom: string,
    what: 'teamPerson' | 'statements',
  ): Promise<void> {
    await this.database.transaction(async ({ manager }) => {
      const entry = { municipality, id: randomUUID(), who: person, whom, what, at };
      await manager.insert(AccessLogRow, entry);
    });
  }

  private async fulfilmentsOf(
    { municipality, language }: Caller,
    person: string,
    today: string,
  ): Promise<SeenPerson['fulfilments']> {
    const asked = await this.competence.fulfilmentsOf(municipality, person, today);
    const titles = await this.catalogue.titles(
      asked.map(({ course }) => course),
      language,
    );
    return asked.map(({ requirement, competence, role, course, facts }) => {
      const { state, due, validUntil, on, progress } = fulfilmentOn(facts, today);
      const shown = { id: course, title: titles.get(course) ?? '' };
      return { requirement, competence, role, state, due, validUntil, on, progress, course: shown };
    });
  }

  private async historyOf({ municipality, language }: Caller, person: string): Promise<SeenPerson['history']> {
    type Row = { course: string; completedAt: string; score: number | null };
    const rows = await this.database.query<Row>(completionsOf, { municipality, person });
    const titles = await this.catalogue.titles(
      rows.map(({ course }) => course),
      language,
    );
    return rows.map(({ course, completedAt, score }) => ({
      course: titles.get(course) ?? '',
      on: dayInNorway(completedAt),
      score,
    }));
  }
}
