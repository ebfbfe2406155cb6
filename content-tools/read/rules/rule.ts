import type { Place } from '../course-problem.js';
import type { Reading } from '../reading.js';

/** One complaint. `says` and `mend` where the rule's own sentences can be made more precise. */
export interface Finding {
  at: Place;
  says?: string;
  mend?: string;
}

/** A course folder that shows a rule. `shown` is the part of it that the manual prints, where words can show it. */
export interface Example {
  files: ReadonlyMap<string, Buffer>;
  /** The name of the folder, where the example is about that. */
  slug?: string;
  shown: string;
}

/** One thing a guide must or should be. The examples are the rule's test and stand in the manual. */
export interface Rule {
  /** Stable, kebab-case: people write it in mails and filters. */
  id: string;
  severity: 'error' | 'warning';
  /** An error that somebody may answer for: the guide works all the same, for most. */
  mayBeAccepted?: true;
  /** What is wrong, in one sentence of plain Bokmål. */
  says: string;
  /** How to mend it. */
  mend: string;
  /** The heading of the manual to read more under: `manualPage` says on which page. */
  manual: string;
  find(reading: Reading): Finding[];
  fails: Example;
  passes: Example;
}

/** The place of anything that was placed in a guide. */
export function placeIn(guide: { file: string }, { line, column }: { line: number; column: number }): Place {
  return { file: guide.file, line, column };
}

export function wholeFile(file: string): Place {
  return { file, line: 1, column: 1 };
}
