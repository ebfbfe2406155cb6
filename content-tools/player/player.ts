import type { GuideData } from '../render/guide-data.js';
import { deviceStorage, outbox } from './outbox.js';
import { ownReporter } from './reporter-own.js';
import { startPlayer } from './start-player.js';

// The player on Kursdugnad's own pages.

const block = document.getElementById('guide-data');
if (block) {
  const data = JSON.parse(block.textContent ?? '') as GuideData;
  const reporter = data.events === null ? null : ownReporter(data.events, fetch, data.version);
  startPlayer(data, outbox(data.registration, deviceStorage()), reporter);
}
