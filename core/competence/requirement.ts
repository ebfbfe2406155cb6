import { z } from 'zod';
import { daySchema } from '../contract/caller.js';
import { laterDay, plusDays } from './days.js';

/** What shows a competence. More kinds will come: attendance, a sign-off by a leader, a document. */
export const acceptedEvidenceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('completion'), course: z.uuid() }),
]);
export type AcceptedEvidence = z.infer<typeof acceptedEvidenceSchema>;

/** Those in a role must have a competence, while the requirement is in force. */
export const requirementSchema = z.object({
  id: z.uuid(),
  competence: z.string().min(2).max(80),
  /** Null: everybody who works here. */
  role: z.uuid().nullable(),
  /** How long evidence counts; null: for good. */
  validMonths: z.number().int().min(1).max(120).nullable(),
  /** Days from when it first applies to a person until it must be fulfilled. */
  deadlineDays: z.number().int().min(0).max(730),
  /** Any one of these will do. */
  accepts: z.array(acceptedEvidenceSchema).min(1),
  from: daySchema,
  /** The last day it is in force; null: until further notice. Before `from`: it never was. */
  to: daySchema.nullable(),
});
export type Requirement = z.infer<typeof requirementSchema>;

/** A person's time in a role, in whichever unit. `ends` is the last day; null: still there. */
export interface Spell {
  role: string;
  starts: string;
  ends: string | null;
}

/** From the first to the last day; null: open. */
export interface Period {
  starts: string;
  ends: string | null;
}

/**
 * When a requirement applies to a person: the time in its role, while it is in force. Spells that touch or overlap are
 * one period, so that a change of unit or contract gives no new deadline; a break of a day does.
 */
export function periodsOf(requirement: Requirement, spells: Spell[]): Period[] {
  const inRole = spells.filter(
    ({ role, starts, ends }) => (requirement.role ?? role) === role && (ends === null || ends >= starts),
  );
  const periods: Period[] = [];
  for (const { starts, ends } of inRole.sort((a, b) => (a.starts < b.starts ? -1 : 1))) {
    const last = periods.at(-1);
    if (last === undefined || (last.ends !== null && plusDays(last.ends, 1) < starts)) periods.push({ starts, ends });
    else if (last.ends !== null) last.ends = ends === null ? null : laterDay(last.ends, ends);
  }
  return periods.flatMap((period) => whileInForce(requirement, period));
}

function whileInForce({ from, to }: Requirement, period: Period): Period[] {
  const starts = laterDay(from, period.starts);
  const ends = to !== null && (period.ends === null || to < period.ends) ? to : period.ends;
  return ends !== null && ends < starts ? [] : [{ starts, ends }];
}

/** Whether a day lies in a period, its first and last day included. */
export function covers({ starts, ends }: Period, day: string): boolean {
  return starts <= day && (ends === null || day <= ends);
}
