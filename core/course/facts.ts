import { z } from 'zod';
import type { Block, Course, Edition } from './course.js';
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

/** Every fact of a guide, once: as the main edition asks for it. */
export function factsOf(course: Course): Fact[] {
  return onlyOnce(course.editions.flatMap(({ facts }) => facts ?? []));
}

/** The facts that some edition has no text for: what a coordinator must fill in before the guide is used. */
export function factsMissing(course: Course, values: FactValues): Fact[] {
  return onlyOnce(
    course.editions.flatMap((edition) =>
      (edition.facts ?? []).filter((fact) => factText(edition, values, fact.name) === null),
    ),
  );
}

function onlyOnce(facts: Fact[]): Fact[] {
  return facts.filter((fact, index) => facts.findIndex(({ name }) => name === fact.name) === index);
}

/** As long as a value may be. */
export const longestFact = 300;

export type FactFault = 'too-long' | 'several-lines' | 'not-a-phone' | 'not-an-email' | 'not-a-url';

/** Why a text cannot be what a municipality says; null where it can. A blank one is no value, and always allowed. */
export function factFault(kind: Fact['kind'], text: string): FactFault | null {
  const value = text.trim();
  if (value.length > longestFact) return 'too-long';
  if (/\p{Cc}|\p{Zl}|\p{Zp}/u.test(value)) return 'several-lines';
  if (kind === 'text' || value === '' || factAddress(kind, value) !== null) return null;
  return ({ phone: 'not-a-phone', email: 'not-an-email', url: 'not-a-url' } as const)[kind];
}

/** Where a number or an address leads; null for what only pretends to be one, and for words. */
export function factAddress(kind: Fact['kind'], text: string): string | null {
  if (kind === 'phone') return /^\+?[0-9 ]{3,20}$/u.test(text) ? `tel:${text.replaceAll(' ', '')}` : null;
  if (kind === 'email') return /^[^\s@:/]+@[^\s@:/]+$/u.test(text) ? `mailto:${text}` : null;
  return kind === 'url' && /^https?:\/\/[^\s/]+\S*$/iu.test(text) ? text : null;
}

/**
 * The course with the facts in every answer to choose from, and in the situations of a scenario, as statements tell it:
 * prompts never have any. One that nobody has filled in is told by what it asks for.
 */
export function withFactsInAnswers(course: Course, values: FactValues): Course {
  if (!course.editions.some(({ facts }) => facts?.length)) return course;
  return {
    ...course,
    editions: course.editions.map((edition) => {
      const fill = (text: string) =>
        withFacts(text, (name) => factText(edition, values, name) ?? factNamed(edition, name)?.description ?? null);
      const filled = (blocks: Block[]) => blocks.map((block) => withAnswers(block, fill));
      const lessons = edition.lessons.map((lesson) => ({ ...lesson, blocks: filled(lesson.blocks) }));
      return { ...edition, introduction: filled(edition.introduction), lessons };
    }),
  };
}

function withAnswers(block: Block, fill: (text: string) => string): Block {
  if (block.kind !== 'question') return block;
  const { question } = block;
  const each = <T extends { text: string }>(parts: T[]) => parts.map((part) => ({ ...part, text: fill(part.text) }));
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return { ...block, question: { ...question, choices: each(question.choices) } };
    case 'sequencing':
      return { ...block, question: { ...question, items: each(question.items) } };
    case 'matching':
      return { ...block, question: { ...question, items: each(question.items), targets: each(question.targets) } };
    case 'scenario': {
      const situations = question.situations.map((one) => ({ ...one, title: fill(one.title), steps: each(one.steps) }));
      return { ...block, question: { ...question, situations } };
    }
    default:
      return block;
  }
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
