import type { openHouse as OpenHouse } from '../../api/src/house.js';
import type { makeDemoRegion as MakeDemoRegion } from '../../api/src/demo/make-demo-region.js';
import type { Sessions as SessionsOfHouse } from '../../api/src/login/sessions.js';
import type { Database as DatabaseOfHouse } from '../../api/src/database/database.js';

/** The built server's own parts, so that data is made by the same code that is measured. */
export interface Built {
  openHouse: typeof OpenHouse;
  makeDemoRegion: typeof MakeDemoRegion;
  Sessions: typeof SessionsOfHouse;
  Database: typeof DatabaseOfHouse;
}

/** Builds each part of the house whose sources have changed. */
export async function buildWhatChanged(): Promise<void> {
  const { buildWhatChanged: build } = await partOf<{ buildWhatChanged: () => Promise<void> }>('api/bin/build.mjs');
  await build();
}

export async function built(): Promise<Built> {
  const [house, demo, login, database] = await Promise.all([
    partOf<Pick<Built, 'openHouse'>>('api/dist/house.js'),
    partOf<Pick<Built, 'makeDemoRegion'>>('api/dist/demo/make-demo-region.js'),
    partOf<Pick<Built, 'Sessions'>>('api/dist/login/sessions.js'),
    partOf<Pick<Built, 'Database'>>('api/dist/database/database.js'),
  ]);
  return { ...house, ...demo, ...login, ...database };
}

/** A file made by the build has no types beside it, and may not be there yet. */
async function partOf<T>(path: string): Promise<T> {
  return (await import(new URL(`../../${path}`, import.meta.url).href)) as T;
}
