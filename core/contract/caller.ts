import { z } from 'zod';
import { languageSchema } from '../course/course.js';

export { dayInNorway } from './day-in-norway.js';

/** What a person may do in a municipality. Everybody who is signed in is a learner. */
export const rights = ['learner', 'leader', 'author', 'coordinator', 'administrator', 'reporter'] as const;
export const rightSchema = z.enum(rights);
export type Right = z.infer<typeof rightSchema>;

export const orgnrSchema = z.string().regex(/^\d{9}$/);
/** A calendar day in Norway: 2026-11-21. */
export const daySchema = z.iso.date();
/** UTC with milliseconds; compares as text. */
export const instantSchema = z.iso.datetime({ precision: 3 });

export const callerSchema = z.object({
  person: z.uuid(),
  name: z.string(),
  municipality: orgnrSchema,
  municipalityName: z.string(),
  language: languageSchema,
  /** `unit` narrows a leader's right to that unit and everything below it. */
  access: z.array(z.object({ right: rightSchema, unit: z.uuid().nullable() })),
});

/** Who asks, for whom, and when: the first argument of every use case. */
export interface Caller extends z.infer<typeof callerSchema> {
  /** The moment the request came in, UTC with milliseconds. */
  at: string;
}

/** Whether the caller holds a right at all; which units it reaches is asked where the units are known. */
export function has(caller: Pick<Caller, 'access'>, right: Right): boolean {
  return right === 'learner' || caller.access.some((access) => access.right === right);
}

/** The units at the top of what a leader may see. */
export function unitsLed(caller: Pick<Caller, 'access'>): string[] {
  return caller.access.flatMap((access) => (access.right === 'leader' && access.unit !== null ? [access.unit] : []));
}
