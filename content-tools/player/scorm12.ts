import { findApi } from './find-api.js';
import { guideDataIn } from './package-editions.js';
import { scorm12World, type Scorm12Api } from './reporter-scorm12.js';
import { startPackage } from './start-package.js';

// The player in a SCORM 1.2 package.

const data = guideDataIn(document);
if (data) void startPackage(scorm12World(findApi<Scorm12Api>('API'), data.outline));
