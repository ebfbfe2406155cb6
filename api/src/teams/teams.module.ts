import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { CompetenceModule } from '../competence/competence.module.js';
import { LaunchModule } from '../launch/launch.module.js';
import { LrsModule } from '../lrs/lrs.module.js';
import { PeopleModule } from '../people/people.module.js';
import { ErasingTraces } from './erasing-traces.js';
import { LiveController } from './live.controller.js';
import { LiveTables } from './live-tables.js';
import { Mailer } from './mailer.js';
import { Reach } from './reach.js';
import { Reminders } from './reminders.js';
import { TeamPeople } from './team-people.js';
import { TeamSignOffs } from './team-sign-offs.js';
import { Teams } from './teams.js';
import { TeamsController } from './teams.controller.js';

@Module({
  imports: [PeopleModule, LrsModule, CatalogueModule, LaunchModule, CompetenceModule],
  controllers: [TeamsController, LiveController],
  providers: [Teams, TeamPeople, TeamSignOffs, Reach, Reminders, Mailer, LiveTables, ErasingTraces],
  exports: [Teams],
})
export class TeamsModule {}
