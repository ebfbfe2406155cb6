import type { Course } from '@kursdugnad/core/course/course.js';
import type { Language } from '@kursdugnad/core/course/language.js';
import type { PackageState } from '@kursdugnad/core/runtime/package-state.js';
import type { Reporter } from './reporter.js';

/** Only `normal` keeps what the learner does: `review` is meant to be forgotten, `lost` has nobody to tell. */
export type WorldMode = 'normal' | 'review' | 'lost' | 'unkept';

/** What a package of ours lives in: a SCORM or cmi5 system, or only a browser. */
export interface PackageWorld {
  /** What is known of the learner from before; null at the first launch, and for a text that is not ours. */
  state: PackageState | null;
  mode: WorldMode;
  /** Languages to begin in, the dearest first, where the world knows any: `nb`, `nn`. */
  languages?: string[];
  /** Where to go when one is done. */
  home?: string;
  /** The pass mark, where the world has one of its own. */
  passMark?: number;
  /** Takes over the telling, from a learner who has come this far. `course` as drawn for this learner. */
  keeper(course: Course, state: PackageState): Keeper;
}

/** Keeps the state where the world keeps it, and tells what the world wants to know. */
export interface Keeper {
  report: Reporter;
  /** The learner chose a language. */
  speaks(language: Language): void;
}
