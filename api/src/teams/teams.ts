import { Inject, Injectable } from '@nestjs/common';
import { type Team, type TeamRow, rowsOn, viewOf } from '@kursdugnad/core/competence/team-completion.js';
import { type Caller, dayInNorway, unitsLed } from '@kursdugnad/core/contract/caller.js';
import type { Answered } from '@kursdugnad/core/contract/conversation.js';
import type { Language } from '@kursdugnad/core/course/course.js';
import type { myTeams, TeamFilter, TeamTable } from '@kursdugnad/core/contract/teams.js';
import { Catalogue } from '../catalogue/catalogue.js';
import { Database } from '../database/database.js';
import { sqlFile } from '../database/sql.js';
import { People, type UnitBelow } from '../people/people.js';
import { leadsEverywhere, Reach } from './reach.js';
import { TeamSignOffs } from './team-sign-offs.js';
import {
  assembled,
  type Membership,
  type PersonFacts,
  type Requirement,
  standingBelow,
  type TeamColumn,
} from './team-rows.js';

const unitsLedSql = sqlFile(import.meta.url, 'units-led.sql');
const teamOverdue = sqlFile(import.meta.url, 'team-overdue.sql');
const teamPeople = sqlFile(import.meta.url, 'team-people.sql');
const teamCompletion = sqlFile(import.meta.url, 'team-completion.sql');
const teamRequirements = sqlFile(import.meta.url, 'team-requirements.sql');

/** The front door of this room: what a leader sees of the units they lead. */
@Injectable()
export class Teams {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(People) private readonly people: People,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(Reach) private readonly reach: Reach,
    @Inject(TeamSignOffs) private readonly signOffs: TeamSignOffs,
  ) {}

  async myTeams(caller: Caller): Promise<Answered<typeof myTeams>['teams']> {
    const { municipality } = caller;
    const today = dayInNorway(caller.at);
    const units = await this.database.query<UnitBelow>(unitsLedSql, {
      municipality,
      units: unitsLed(caller),
      everywhere: leadsEverywhere(caller),
    });
    return Promise.all(
      units.map(async ({ id, name }) => {
        const [counted] = await this.database.query<{ people: number; overdue: number }>(teamOverdue, {
          municipality,
          unit: id,
          today,
        });
        return { id, name, people: counted?.people ?? 0, overdue: counted?.overdue ?? 0 };
      }),
    );
  }

  /** Throws `not-found` for a unit that the caller does not lead. */
  async teamCompletion(caller: Caller, id: string, filter: TeamFilter): Promise<TeamTable> {
    const { unit, path } = await this.reach.mustReach(caller, id);
    const today = dayInNorway(caller.at);
    const [{ team, memberships }, units, waiting] = await Promise.all([
      this.teamOn(caller.municipality, id, today, caller.language),
      this.people.unitsBelow(caller.municipality, id),
      this.signOffs.waitingIn(caller, id),
    ]);
    const rows = rowsOn(team.people, today);
    return {
      unit: { id, name: unit.name },
      path,
      below: standingBelow(id, units, memberships, rows),
      ...viewOf(team.requirements, rows, filter),
      signOffs: waiting.length,
      at: caller.at,
    };
  }

  /** Everybody of a unit and all below it. Whether the caller may see them is for the one who asks to know. */
  async rowsOf(caller: Caller, unit: string): Promise<{ requirements: TeamColumn[]; rows: TeamRow[] }> {
    const today = dayInNorway(caller.at);
    const { team } = await this.teamOn(caller.municipality, unit, today, caller.language);
    return { requirements: team.requirements, rows: rowsOn(team.people, today) };
  }

  membershipsOf(municipality: string, unit: string, today: string): Promise<Membership[]> {
    return this.database.query<Membership>(teamPeople, { municipality, unit, today });
  }

  private async teamOn(
    municipality: string,
    unit: string,
    today: string,
    language: Language,
  ): Promise<{ team: Team<TeamColumn>; memberships: Membership[] }> {
    const [memberships, facts, requirements] = await Promise.all([
      this.membershipsOf(municipality, unit, today),
      this.database.query<PersonFacts>(teamCompletion, { municipality, unit, today }),
      this.requirementsOn(municipality, today, language),
    ]);
    return { team: assembled(memberships, facts, requirements), memberships };
  }

  private async requirementsOn(municipality: string, today: string, language: Language): Promise<Requirement[]> {
    type Row = Omit<Requirement, 'course'> & { course: string };
    const rows = await this.database.query<Row>(teamRequirements, { municipality, today });
    const titles = await this.catalogue.titles(
      rows.map(({ course }) => course),
      language,
    );
    return rows.map(({ course, ...row }) => ({ ...row, course: { id: course, title: titles.get(course) ?? '' } }));
  }
}
