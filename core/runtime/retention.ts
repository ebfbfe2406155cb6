import { verbIds } from './verbs.js';

/**
 * What kinds of statements there are, in the words of somebody who decides how long they are kept. answers: to
 * questions. progress: opened, read, came further. evidence: completed, passed, failed, scored, declared. other: all else.
 */
export const retentionCategories = ['answers', 'progress', 'evidence', 'other'] as const;
export type RetentionCategory = (typeof retentionCategories)[number];

const adl = (name: string) => `http://adlnet.gov/expapi/verbs/${name}`;
const cmi5 = (name: string) => `https://w3id.org/xapi/adl/verbs/${name}`;

/** The verbs of each category but `other`, which has all the rest: a verb is what a statement can be found by. */
export const verbsOfCategory: Record<Exclude<RetentionCategory, 'other'>, string[]> = {
  answers: [verbIds.responded, adl('answered')],
  progress: [
    verbIds.launched,
    verbIds.initialized,
    verbIds.experienced,
    verbIds.attempted,
    verbIds.progressed,
    verbIds.asked,
    verbIds.requested,
    verbIds.terminated,
    adl('interacted'),
    adl('suspended'),
    adl('resumed'),
    adl('exited'),
    cmi5('abandoned'),
  ],
  evidence: [
    verbIds.scored,
    verbIds.completed,
    verbIds.passed,
    verbIds.failed,
    verbIds.confirmed,
    verbIds.mastered,
    cmi5('satisfied'),
    cmi5('waived'),
  ],
};

/** The last instant (UTC with milliseconds) at which something was stored that is now older than so many months. */
export function retentionLimit(now: string, months: number): string {
  const day = new Date(now);
  const limit = new Date(day);
  limit.setUTCDate(1);
  limit.setUTCMonth(limit.getUTCMonth() - months);
  const last = new Date(Date.UTC(limit.getUTCFullYear(), limit.getUTCMonth() + 1, 0)).getUTCDate();
  limit.setUTCDate(Math.min(day.getUTCDate(), last));
  return limit.toISOString();
}
