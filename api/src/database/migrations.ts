import { Authoring1764000000012 } from './migrations/authoring.js';
import { Catalogue1763740000004 } from './migrations/catalogue.js';
import { Competence1763740000006 } from './migrations/competence.js';
import { Launch1763740000005 } from './migrations/launch.js';
import { Login1763740000002 } from './migrations/login.js';
import { Lrs1763740000003 } from './migrations/lrs.js';
import { LocalFacts1764000000014 } from './migrations/local-facts.js';
import { LrsKeeping1764000000010 } from './migrations/lrs-keeping.js';
import { NewVersions1764000000016 } from './migrations/new-versions.js';
import { People1763740000001 } from './migrations/people.js';
import { SignOffs1764000000015 } from './migrations/sign-offs.js';
import { StatementViewer1764000000011 } from './migrations/statement-viewer.js';
import { Teams1763740000007 } from './migrations/teams.js';

/** In the order they run, the same on both databases. */
export const migrations = [
  People1763740000001,
  Login1763740000002,
  Lrs1763740000003,
  Catalogue1763740000004,
  Launch1763740000005,
  Competence1763740000006,
  Teams1763740000007,
  LrsKeeping1764000000010,
  StatementViewer1764000000011,
  Authoring1764000000012,
  LocalFacts1764000000014,
  SignOffs1764000000015,
  NewVersions1764000000016,
];
