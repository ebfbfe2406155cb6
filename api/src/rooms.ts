import { authoringTables } from './authoring/authoring.tables.js';
import { AuthoringModule } from './authoring/authoring.module.js';
import { catalogueTables } from './catalogue/catalogue.tables.js';
import { CatalogueModule } from './catalogue/catalogue.module.js';
import { competenceTables } from './competence/competence.tables.js';
import { CompetenceModule } from './competence/competence.module.js';
import { launchTables } from './launch/launch.tables.js';
import { LaunchModule } from './launch/launch.module.js';
import { loginTables } from './login/login.tables.js';
import { LoginModule } from './login/login.module.js';
import { lrsTables } from './lrs/lrs.tables.js';
import { LrsModule } from './lrs/lrs.module.js';
import { peopleTables } from './people/people.tables.js';
import { PeopleModule } from './people/people.module.js';
import { teamsTables } from './teams/teams.tables.js';
import { TeamsModule } from './teams/teams.module.js';

/** The rooms of the house, lowest first: a room knows those before it and none of those after. */
export const rooms = [
  PeopleModule,
  LoginModule,
  LrsModule,
  CatalogueModule,
  AuthoringModule,
  LaunchModule,
  CompetenceModule,
  TeamsModule,
];

export const tables = [
  peopleTables,
  loginTables,
  lrsTables,
  catalogueTables,
  authoringTables,
  launchTables,
  competenceTables,
  teamsTables,
].flat();
