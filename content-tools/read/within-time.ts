import { runInNewContext } from 'node:vm';

/**
 * What `work` gives, or null where it throws or takes longer than `milliseconds`. The last wall behind the limits of
 * `markdown-weight.ts`: node can stop running JavaScript, and regular expressions, only from inside `vm`.
 */
export function withinTime<T>(milliseconds: number, work: () => T): T | null {
  try {
    return runInNewContext('work()', { work }, { timeout: milliseconds }) as T;
  } catch {
    return null;
  }
}
