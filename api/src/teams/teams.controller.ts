import { Controller, Inject, Res } from '@nestjs/common';
import { type Caller, dayInNorway } from '@kursdugnad/core/contract/caller.js';
import type { Answered, Heard } from '@kursdugnad/core/contract/conversation.js';
import {
  myTeams,
  outbox,
  remind,
  signOff,
  teamCompletion,
  teamExport,
  teamPerson,
  teamSignOffs,
  whoLooked,
} from '@kursdugnad/core/contract/teams.js';
import { Answers, Asked, By, Serves } from '../http/answers.js';
import type { Reply } from '../http/request.js';
import { Reminders } from './reminders.js';
import { asCsv, asRows, asXlsx, attachment } from './team-export.js';
import { TeamPeople } from './team-people.js';
import { TeamSignOffs } from './team-sign-offs.js';
import { Teams } from './teams.js';

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

@Controller()
export class TeamsController {
  constructor(
    @Inject(Teams) private readonly teams: Teams,
    @Inject(TeamPeople) private readonly people: TeamPeople,
    @Inject(Reminders) private readonly reminders: Reminders,
    @Inject(TeamSignOffs) private readonly signOffs: TeamSignOffs,
  ) {}

  @Answers(myTeams)
  async myTeams(@By() caller: Caller): Promise<Answered<typeof myTeams>> {
    return { teams: await this.teams.myTeams(caller) };
  }

  @Answers(teamCompletion)
  teamCompletion(
    @By() caller: Caller,
    @Asked() { unit, ...filter }: Heard<typeof teamCompletion>,
  ): Promise<Answered<typeof teamCompletion>> {
    return this.teams.teamCompletion(caller, unit, filter);
  }

  @Serves(teamExport)
  async teamExport(
    @By() caller: Caller,
    @Asked() { unit, format, ...filter }: Heard<typeof teamExport>,
    @Res() reply: Reply,
  ): Promise<void> {
    const table = await this.teams.teamCompletion(caller, unit, filter);
    const today = dayInNorway(caller.at);
    const rows = asRows(table, today, caller.language);
    const file = format === 'csv' ? asCsv(rows) : await asXlsx(rows, table.unit.name);
    await reply
      .type(types[format])
      .header('content-disposition', attachment(table.unit.name, today, format))
      .header('cache-control', 'no-store')
      .send(file);
  }

  @Answers(whoLooked)
  async whoLooked(@By() caller: Caller): Promise<Answered<typeof whoLooked>> {
    return { looks: await this.people.looksAt(caller) };
  }

  @Answers(teamPerson)
  teamPerson(
    @By() caller: Caller,
    @Asked() { unit, person }: Heard<typeof teamPerson>,
  ): Promise<Answered<typeof teamPerson>> {
    return this.people.person(caller, unit, person);
  }

  @Answers(remind)
  remind(@By() caller: Caller, @Asked() { unit, people }: Heard<typeof remind>): Promise<Answered<typeof remind>> {
    return this.reminders.remind(caller, unit, people);
  }

  @Answers(teamSignOffs)
  teamSignOffs(
    @By() caller: Caller,
    @Asked() { unit }: Heard<typeof teamSignOffs>,
  ): Promise<Answered<typeof teamSignOffs>> {
    return this.signOffs.asked(caller, unit);
  }

  @Answers(signOff)
  async signOff(
    @By() caller: Caller,
    @Asked() { unit, ...signed }: Heard<typeof signOff>,
  ): Promise<Record<string, never>> {
    await this.signOffs.sign(caller, unit, signed);
    return {};
  }

  @Answers(outbox)
  async outbox(@By() caller: Caller): Promise<Answered<typeof outbox>> {
    return { mails: await this.reminders.outbox(caller) };
  }
}
