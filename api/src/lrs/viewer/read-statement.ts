import type { ReadStatement } from '@kursdugnad/core/contract/statement-viewer.js';
import type { Language } from '@kursdugnad/core/course/course.js';
import { ownSource } from '@kursdugnad/core/runtime/own-source.js';
import { verbWords } from '@kursdugnad/core/runtime/verb-words.js';
import { progressExtension } from '@kursdugnad/core/runtime/verbs.js';
import { agentInText, textOfAgent } from '@kursdugnad/core/xapi/agent-in-text.js';
import { textIn } from '@kursdugnad/core/xapi/formats.js';
import { identifierOf } from '@kursdugnad/core/xapi/mentioned.js';
import {
  activityOf,
  type Actor,
  type Identifiers,
  type Result,
  type Statement,
  type StatementObject,
  type StoredStatement,
} from '@kursdugnad/core/xapi/statement.js';
import type { SeenPerson } from './seen-people.js';

/** What a sentence about a statement needs to know from elsewhere. */
export interface Surroundings {
  language: Language;
  behind: (actor: Identifiers) => SeenPerson | null;
  /** Whose names may be shown: those whom the caller has asked for. */
  shown: ReadonlySet<string>;
  labels: ReadonlyMap<string, string>;
}

const wanted: Record<Language, string[]> = {
  nb: ['nb', 'no', 'nn', 'en'],
  nn: ['nn', 'nb', 'no', 'en'],
  en: ['en', 'nb', 'no', 'nn'],
};

/** One statement in the pieces that a sentence is made of, in the language of the reader. */
export function readStatement(statement: StoredStatement, around: Surroundings): ReadStatement {
  const { id, stored, actor, context, authority } = statement;
  const { result = {} } = statement;
  const source = sourceOf(authority);
  return {
    id: id.toLowerCase(),
    stored,
    who: whoIs(actor, around),
    verb: { id: statement.verb.id, text: verbText(statement.verb, around.language) },
    what: whatIs(statement.object, around),
    percent: percentIn(result),
    success: result.success ?? null,
    completion: result.completion ?? null,
    registration: context?.registration?.toLowerCase() ?? null,
    source: { id: source, label: around.labels.get(source) ?? null },
  };
}

/** Everybody in the statements who may be a person of the municipality. */
export function actorsIn({ actor, object }: Pick<Statement, 'actor' | 'object'>): Identifiers[] {
  const other = object.objectType === 'Agent' || object.objectType === 'Group' ? [object] : [];
  const inside = object.objectType === 'SubStatement' ? [object.actor] : [];
  return [actor, ...other, ...inside].flatMap((one) =>
    one.objectType === 'Group' ? [one, ...(one.member ?? [])] : [one],
  );
}

/** The key that a statement came in with, as its authority says it; the authority itself for what was imported. */
function sourceOf(authority: Actor): string {
  const name = authority.account?.name ?? '';
  if (name === ownSource) return ownSource;
  return name.startsWith('lrs:') ? name.slice(4) : (textOfAgent(authority) ?? '');
}

function whoIs(actor: Actor, { behind, shown }: Surroundings): ReadStatement['who'] {
  const person = behind(actor);
  if (person) {
    const name = shown.has(person.id) ? person.name : null;
    return { name, code: person.id.slice(-4), filter: person.id, isOurs: true };
  }
  const text = textOfAgent(actor);
  const members = (actor.objectType === 'Group' ? (actor.member ?? []) : []).map((one) =>
    behind(one) ? '…' : (one.name ?? textOfAgent(one) ?? '…'),
  );
  const name = actor.name ?? (text === null ? members.join(', ') : shortOf(actor, text));
  const filter = text !== null && isSame(agentInText(text), actor) ? text : null;
  return { name, code: '', filter, isOurs: false };
}

/** An account is known by its name; where it has its home stands in the JSON. */
function shortOf({ account }: Identifiers, text: string): string {
  return account?.name ?? text;
}

function isSame(one: Identifiers | null, other: Identifiers): boolean {
  return one !== null && identifierOf(one) === identifierOf(other);
}

/** What we say of a verb we know, in the reader's language; else what the sender says; else the end of its address. */
function verbText({ id, display }: Statement['verb'], language: Language): string {
  return verbWords.get(id)?.[language] ?? textIn(display, wanted[language]) ?? lastPart(id);
}

function whatIs(object: StatementObject, around: Surroundings): ReadStatement['what'] {
  const activity = activityOf(object);
  if (activity) {
    const { name, description } = activity.definition ?? {};
    const languages = wanted[around.language];
    const text = textIn(name, languages) ?? textIn(description, languages) ?? lastPart(activity.id);
    return { kind: 'activity', text, id: activity.id };
  }
  if (object.objectType === 'StatementRef') return { kind: 'statement', text: object.id, id: object.id.toLowerCase() };
  if (object.objectType === 'SubStatement') {
    const text = `${verbText(object.verb, around.language)} ${whatIs(object.object, around).text}`;
    return { kind: 'plan', text, id: null };
  }
  const { name, code } = whoIs(object as Actor, around);
  return { kind: 'agent', text: name ?? code, id: null };
}

function percentIn({ score, extensions }: Result): number | null {
  const { scaled, raw, max } = score ?? {};
  if (scaled !== undefined) return Math.round(scaled * 100);
  if (raw !== undefined && max !== undefined && max > 0) return Math.round((raw / max) * 100);
  const progress = extensions?.[progressExtension];
  return typeof progress === 'number' ? progress : null;
}

/** What a person would call the thing at an address without a name: its last part. */
function lastPart(iri: string): string {
  return (
    iri
      .replace(/[#/?]+$/, '')
      .split(/[#/]/)
      .at(-1) ?? iri
  );
}
