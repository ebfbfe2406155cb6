import { daysBetween, laterDay, plusDays, plusMonths } from './days.js';
import { type Evidence, isAccepted } from './evidence.js';
import { covers, type Period, periodsOf, type Requirement, type Spell } from './requirement.js';
import type { FulfilmentState } from './states.js';

/** A fulfilment that runs out within so many days is expiring. */
export const expiringDays = 60;

/** What is known of a person and a requirement that applies to them, the same on whichever day it is asked. */
export interface Known {
  /** The last day to fulfil it for the first time in this period. */
  due: string;
  /** The day it was last fulfilled, before the period too; null: never. */
  on: string | null;
  /** The last day that counts; null: never fulfilled, or for good. */
  validUntil: string | null;
  /** How far the furthest registration under way has come, 0 to 1. */
  progress: number | null;
}

/** What is known, and in which period the requirement applies. */
export interface Facts extends Known, Period {}

/** The facts of every period in which a requirement applies to a person. */
export function factsOf(requirement: Requirement, spells: Spell[], evidence: Evidence[]): Facts[] {
  const shown = shownBy(requirement, evidence);
  return periodsOf(requirement, spells).map((period) => ({
    ...period,
    due: plusDays(period.starts, requirement.deadlineDays),
    ...shown,
  }));
}

/** What the evidence amounts to, whenever the requirement applies. */
export function shownBy(
  requirement: Pick<Requirement, 'accepts' | 'validMonths' | 'deadlineDays'>,
  evidence: Evidence[],
): Pick<Facts, 'on' | 'validUntil' | 'progress'> {
  let best: Pick<Facts, 'on' | 'validUntil'> = { on: null, validUntil: null };
  let progress: number | null = null;
  for (const one of evidence) {
    if (!isAccepted(requirement.accepts, one)) continue;
    const { on, redoFrom = null } = one;
    if (on !== null) best = better(best, { on, validUntil: lastDay(requirement, on, redoFrom) });
    else if (one.progress !== null && redoFrom === null) progress = Math.max(progress ?? 0, one.progress);
  }
  return { ...best, progress };
}

/** The last day that it counts; null: for good. To take a guide again one has as long as to take it the first time. */
function lastDay(
  { validMonths, deadlineDays }: Pick<Requirement, 'validMonths' | 'deadlineDays'>,
  on: string,
  redoFrom: string | null,
): string | null {
  const days = [
    ...(validMonths === null ? [] : [plusMonths(on, validMonths)]),
    ...(redoFrom === null ? [] : [plusDays(laterDay(redoFrom, on), deadlineDays)]),
  ];
  return days.sort()[0] ?? null;
}

/** What counts longest; of two that do, the later. */
function better<K extends Pick<Facts, 'on' | 'validUntil'>>(one: K, other: K): K {
  if (one.on === null || other.on === null) return one.on === null ? other : one;
  const [ours, theirs] = [one, other].map(({ validUntil }) => validUntil ?? '9999');
  if (ours !== theirs) return (ours ?? '') > (theirs ?? '') ? one : other;
  return one.on >= other.on ? one : other;
}

/** The last day to fulfil it (again); null when what was shown counts for good. */
export function dueOf({ due, on, validUntil }: Known): string | null {
  if (on === null) return due;
  return validUntil === null ? null : laterDay(due, validUntil);
}

export function stateOn(facts: Facts, today: string): FulfilmentState {
  return covers(facts, today) ? stateWithin(facts, today) : 'exempt';
}

/**
 * The state on a day when the requirement applies. Someone who comes with evidence that has run out has the same time to
 * renew it as one who comes with none. `soon`: the last day that is expiring already.
 */
export function stateWithin(known: Known, today: string, soon = plusDays(today, expiringDays)): FulfilmentState {
  const { due, on, validUntil } = known;
  if (on !== null && (validUntil === null || validUntil >= today))
    return validUntil !== null && validUntil <= soon ? 'expiring' : 'fulfilled';
  if (today <= due) return 'not-yet-due';
  return on === null ? 'missing' : 'expired';
}

export function isOverdue(state: FulfilmentState): boolean {
  return state === 'expired' || state === 'missing';
}

/** The answer for one person, one requirement and one day, with the reason in facts. */
export interface Fulfilment {
  state: FulfilmentState;
  due: string | null;
  validUntil: string | null;
  on: string | null;
  progress: number | null;
  /** The day the requirement began to apply to this person; null: it does not apply. */
  since: string | null;
  /** Days past `due`; 0 when it is not overdue. */
  daysOverdue: number;
}

export function fulfilment(requirement: Requirement, spells: Spell[], evidence: Evidence[], today: string): Fulfilment {
  const facts = factsOf(requirement, spells, evidence).find((period) => covers(period, today));
  if (facts) return fulfilmentOn(facts, today);
  return { state: 'exempt', due: null, since: null, daysOverdue: 0, ...shownBy(requirement, evidence) };
}

export function fulfilmentOn(facts: Facts, today: string): Fulfilment {
  const { starts: since, on, validUntil, progress } = facts;
  const state = stateOn(facts, today);
  const due = dueOf(facts);
  const daysOverdue = isOverdue(state) && due !== null ? daysBetween(due, today) : 0;
  return { state, due, validUntil, on, progress, since, daysOverdue };
}
