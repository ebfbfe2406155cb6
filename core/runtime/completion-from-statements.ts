import type { Statement } from '../xapi/statement.js';
import { isInstant, utc } from '../xapi/values.js';
import type { Completion } from './completion.js';
import { progressExtension, verbIds } from './verbs.js';

/**
 * The completion with one more statement about the course of a registration. Every part only grows (or, for the last
 * score, follows the statement's own time), so order and repetition of statements do not matter.
 */
export function completionWith(completion: Completion, statement: Statement): Completion {
  const at = timeOf(statement);
  if (at === null) return completion;
  const seen = completionTouched(completion, statement);
  switch (statement.verb.id) {
    case verbIds.progressed:
      return { ...seen, progress: Math.max(seen.progress, progressIn(statement)) };
    case verbIds.scored:
      return withScore(seen, statement, at);
    case verbIds.passed:
      return withScore({ ...seen, success: 'passed' }, statement, at);
    case verbIds.failed:
      return withScore({ ...seen, success: seen.success === 'passed' ? 'passed' : 'failed' }, statement, at);
    case verbIds.completed: {
      const completedAt = earlier(seen.completedAt, at);
      return withScore({ ...seen, completed: true, completedAt, progress: 1 }, statement, at);
    }
    default:
      return seen;
  }
}

/** The completion with the time of a statement about a part of the course: a lesson or question completes nothing. */
export function completionTouched(completion: Completion, statement: Statement): Completion {
  const at = timeOf(statement);
  if (at === null) return completion;
  return { ...completion, firstAt: earlier(completion.firstAt, at), lastAt: later(completion.lastAt, at) };
}

function timeOf({ timestamp }: Statement): string | null {
  return isInstant(timestamp, '1.0.3') ? utc(timestamp) : null;
}

/** cmi5's progress in whole per cent, as a fraction within bounds. */
function progressIn({ result }: Statement): number {
  const percent = result?.extensions?.[progressExtension];
  return typeof percent === 'number' && percent >= 0 ? Math.min(1, percent / 100) : 0;
}

function withScore(completion: Completion, { result }: Statement, at: string): Completion {
  const scaled = result?.score?.scaled;
  if (scaled === undefined) return completion;
  const { scoreBest, scoreLast, scoredAt } = completion;
  const isLater = scoredAt === null || scoreLast === null || at > scoredAt || (at === scoredAt && scaled > scoreLast);
  return {
    ...completion,
    scoreBest: scoreBest === null ? scaled : Math.max(scoreBest, scaled),
    ...(isLater ? { scoreLast: scaled, scoredAt: at } : {}),
  };
}

function earlier(known: string | null, at: string): string {
  return known === null || at < known ? at : known;
}

function later(known: string | null, at: string): string {
  return known === null || at > known ? at : known;
}
