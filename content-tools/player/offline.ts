import { deviceStorage } from './outbox.js';
import { guideDataIn } from './package-editions.js';
import { offlineWorld } from './reporter-offline.js';
import { startPackage } from './start-package.js';

// The player in a guide on a disk or an ordinary web server.

const data = guideDataIn(document);
if (data) void startPackage(offlineWorld(data.registration ?? '', deviceStorage()));
