import type { PackageState } from '@kursdugnad/core/runtime/package-state.js';
import { keptState, type Kept } from './kept-state.js';
import type { PackageWorld } from './package-world.js';

interface Written extends PackageState {
  /** Of this way of writing. */
  v: 1;
}

/** No system at all: the guide keeps the learner's state in the browser. `guide` tells guides on the same disk apart. */
export function offlineWorld(guide: string, storage: Storage | null): PackageWorld {
  const key = `kursdugnad:guide:${guide}`;
  return {
    state: read(storage, key),
    mode: storage ? 'normal' : 'unkept',
    keeper: (course, state) =>
      keptState(course, state, {
        write: (now) => write(storage, key, now),
        known: () => read(storage, key)?.record,
      }),
  };
}

function read(storage: Storage | null, key: string): PackageState | null {
  try {
    const found = JSON.parse(storage?.getItem(key) ?? 'null') as Written | null;
    return found?.v === 1 && typeof found.seed === 'string' && Array.isArray(found.record.answers) ? found : null;
  } catch {
    return null;
  }
}

function write(storage: Storage | null, key: string, { seed, language, record }: PackageState): Kept {
  try {
    storage?.setItem(key, JSON.stringify({ v: 1, seed, language, record } satisfies Written));
    return 'kept';
  } catch {
    return 'unreachable';
  }
}
