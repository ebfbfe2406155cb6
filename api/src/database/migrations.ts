import { Catalogue1763740000004 } from './migrations/catalogue.js';
import { Login1763740000002 } from './migrations/login.js';
import { People1763740000001 } from './migrations/people.js';

/** In the order they run, the same on both databases. */
export const migrations = [People1763740000001, Login1763740000002, Catalogue1763740000004];
