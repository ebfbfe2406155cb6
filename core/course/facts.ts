import { z } from 'zod';
import type { Course, Edition } from './course.js';
import { stableIdSchema } from './stable-id.js';

export const factKinds = ['text', 'phone', 'email', 'url'] as const;

/** Something every municipality says for itself: `{{varslingskanal}}`. Values are plain text, never Markdown. */
export const factSchema = z.object({
  name: stableIdSchema,
  kind: z.enum(factKinds),
  /** Asks the coordinator for the value, in words. */
  description: z.string().min(1).max(200),
  /** What stands in the text until a municipality has said otherwise; absent: it must. */
  default: z.string().min(1).max(300).optional(),
});
export type Fact = z.infer<typeof factSchema>;

/** What a municipality has filled in: name → plain text. A blank value is none. */
export type FactValues = Readonly<Record<string, string>>;

/** What stands for a fact in an edition; null where the guide knows no such fact, or nobody has given it a value. */
export function factText(edition: Edition, values: FactValues, name: string): string | null {
  const given = Object.hasOwn(values, name) ? values[name]?.trim() : '';
  return given || (factNamed(edition, name)?.default ?? null);
}

export function factNamed(edition: Edition, name: string): Fact | null {
  return edition.facts?.find((fact) => fact.name === name) ?? null;
}

/** The facts that some edition has no text for: what a coordinator must fill in before the guide is used. */
export function factsMissing(course: Course, values: FactValues): Fact[] {
  const missing = course.editions.flatMap((edition) =>
    (edition.facts ?? []).filter((fact) => factText(edition, values, fact.name) === null),
  );
  return missing.filter((fact, index) => missing.findIndex(({ name }) => name === fact.name) === index);
}

/** Every `{{name}}` in a text, in order, as written between the braces. */
export function factNamesIn(text: string): string[] {
  return [...text.matchAll(factPattern)].map(([, name]) => (name ?? '').trim());
}

/** A name that is not well formed is found too, so that somebody can be told. */
export const factPattern = /\{\{([^{}\n]{0,100})\}\}/gu;

/** The text with every fact in place; `put` gives what to write instead, or null to leave the braces. */
export function withFacts(text: string, put: (name: string) => string | null): string {
  return text.includes('{{') ? text.replace(factPattern, (whole, name: string) => put(name.trim()) ?? whole) : text;
}
