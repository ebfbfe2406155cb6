import type { XapiVersion } from './statement.js';

/** One thing that is wrong in a statement: where, what, and which clause says so. */
export interface Fault {
  /** Path inside the statement: `context.contextActivities.parent[0].id`; empty for the statement itself. */
  at: string;
  message: string;
  /** `xAPI 1.0.3 Data 2.4.2.1`, or what IEEE 9274.1.1 (2.0) adds. */
  clause: string;
}

/** Enough to see what is wrong: a statement may have a million unknown properties. */
const mostFaults = 100;

/** What is found while a statement is looked through. */
export class Faults {
  readonly found: Fault[] = [];

  constructor(readonly version: XapiVersion) {}

  add(at: string, message: string, clause: string): false {
    if (this.found.length < mostFaults) this.found.push({ at, message, clause: `xAPI 1.0.3 Data ${clause}` });
    return false;
  }

  addSecond(at: string, message: string): false {
    if (this.found.length < mostFaults) this.found.push({ at, message, clause: 'xAPI 2.0 (IEEE 9274.1.1)' });
    return false;
  }
}

export type Thing = Record<string, unknown>;

export function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `at.key`, and `key` alone at the top. */
export function below(at: string, key: string): string {
  return at === '' ? key : `${at}.${key}`;
}
