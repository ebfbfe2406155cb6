import { z } from 'zod';

/** A stable id: written once in the Markdown, never changed. Lower-case ASCII, digits and hyphens. */
export const stableIdSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60);
