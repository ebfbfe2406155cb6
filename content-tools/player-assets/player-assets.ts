import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file of the built player. Its name changes with its content, so it may be kept for ever. */
export interface PlayerAsset {
  /** `player-1a2b3c4d.js` */
  name: string;
  /** Its place on disk. */
  path: string;
  type: string;
}

export interface PlayerAssets {
  script: PlayerAsset;
  style: PlayerAsset;
}

/** What `build-player.mjs` made. Throws when it has not been run. */
export function playerAssets(folder = builtPlayer()): PlayerAssets {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, string>;
  const asset = (key: string, type: string): PlayerAsset => {
    const name = manifest[key];
    if (!name) throw new Error(`The player's manifest lacks ${key}`);
    return { name, path: join(folder, name), type };
  };
  return {
    script: asset('player.js', 'text/javascript; charset=utf-8'),
    style: asset('guide.css', 'text/css; charset=utf-8'),
  };
}

/** The player of each kind of package. */
export const packagePlayers = ['scorm12', 'scorm2004', 'cmi5', 'offline'] as const;

/** The player that a kind of package carries with it, and the look of the guide. Throws when they are not built. */
export function packageAssets(kind: (typeof packagePlayers)[number], folder = builtPlayer()) {
  return { script: readFileSync(join(folder, `package-${kind}.js`)), style: readFileSync(join(folder, 'guide.css')) };
}

/** Beside this file when it is built, in dist when it runs from its source. */
function builtPlayer(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const places = [join(here, '../player'), join(here, '../dist/player')];
  const found = places.find((place) => existsSync(join(place, 'manifest.json')));
  if (!found) throw new Error('The player is not built. Run: node content-tools/bin/build-player.mjs');
  return found;
}
