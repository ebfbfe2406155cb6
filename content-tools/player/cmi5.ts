import { cmi5World } from './reporter-cmi5.js';
import { startPackage } from './start-package.js';

// The player in a cmi5 package.

void cmi5World(new URLSearchParams(location.search)).then(startPackage);
