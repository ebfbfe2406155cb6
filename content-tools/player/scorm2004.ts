import { findApi } from './find-api.js';
import { guideDataIn } from './package-editions.js';
import { scorm2004World, type Scorm2004Api } from './reporter-scorm2004.js';
import { startPackage } from './start-package.js';

// The player in a SCORM 2004 package.

const data = guideDataIn(document);
if (data) void startPackage(scorm2004World(findApi<Scorm2004Api>('API_1484_11'), data.outline));
