import { z } from 'zod';

/** Why a use case said no. One table in api turns each kind into a status. */
export const problemKinds = [
  'invalid',
  'unauthenticated',
  'forbidden',
  'not-found',
  'conflict',
  'precondition',
  'too-large',
  'unsupported-media',
  'unprocessable',
  'too-many',
  'unavailable',
] as const;
export type ProblemKind = (typeof problemKinds)[number];

/** RFC 9457, with the list of what is wrong where there are several things. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  instance: z.string().optional(),
  problems: z
    .array(
      z.object({
        at: z.string().describe('where: a field, a path in a statement, or file:line:column'),
        message: z.string(),
        rule: z.string().optional(),
        mend: z.string().optional(),
      }),
    )
    .optional(),
  /** What is there now, when somebody else changed it first. */
  current: z.object({ text: z.string(), revision: z.number().int(), by: z.string() }).optional(),
});
export type ProblemDetails = z.infer<typeof problemSchema>;
