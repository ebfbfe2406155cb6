import { identifierOf } from './mentioned.js';
import type { Account, Identifiers, Statement } from './statement.js';

/** Whom to leave out of a text or statement, and who stands there instead: somebody that nobody is. */
export interface Erasing {
  /** `identifierOf` each agent that is the person; letters' case does not matter. */
  identifiers: ReadonlySet<string>;
  /** Id, e-mail and name: wherever they stand, in whatever case. */
  traces: readonly string[];
  /** A new id, made for this alone. */
  anonymous: string;
  account: Account;
}

/** The text without a trace of the person. What was part of an address is so still. */
export function erasedText(text: string, { traces, anonymous }: Pick<Erasing, 'traces' | 'anonymous'>): string {
  return traces.reduce((rest, trace) => replaced(rest, trace, anonymous), text);
}

/** Any value of JSON, with its texts and the names of its properties. */
export function erasedValue<Value>(value: Value, erasing: Pick<Erasing, 'traces' | 'anonymous'>): Value {
  return walked(value, erasing, () => null) as Value;
}

/**
 * The statement with somebody unknown in the person's place. `goneFiles`: hashes of attachments that are deleted with the
 * person; they are no longer mentioned.
 */
export function erasedStatement<Given extends Statement>(
  statement: Given,
  erasing: Erasing,
  goneFiles: ReadonlySet<string>,
): Given {
  const anonymised = walked(statement, erasing, (part) => anonymousAgent(part, erasing)) as Given;
  return withoutFiles(anonymised, goneFiles);
}

export function isErased(agent: Identifiers, { identifiers }: Pick<Erasing, 'identifiers'>): boolean {
  const identifier = identifierOf(agent);
  return identifier !== null && (identifiers.has(identifier) || identifiers.has(identifier.toLowerCase()));
}

/** Null for anything but an agent who is the person. A group keeps its members. */
function anonymousAgent(part: Record<string, unknown>, erasing: Erasing): Record<string, unknown> | null {
  if (!isAgent(part) || !isErased(part, erasing)) return null;
  const { objectType, member } = part as Record<string, unknown>;
  return {
    ...(objectType === undefined ? {} : { objectType }),
    account: erasing.account,
    ...(member === undefined ? {} : { member: walked(member, erasing, (one) => anonymousAgent(one, erasing)) }),
  };
}

function isAgent(part: Record<string, unknown>): part is Record<string, unknown> & Identifiers {
  const { account } = part;
  if (typeof account === 'object' && account !== null) return 'homePage' in account && 'name' in account;
  return ['mbox', 'mbox_sha1sum', 'openid'].some((name) => typeof part[name] === 'string');
}

type Instead = (part: Record<string, unknown>) => Record<string, unknown> | null;

function walked(value: unknown, erasing: Pick<Erasing, 'traces' | 'anonymous'>, instead: Instead): unknown {
  if (typeof value === 'string') return erasedText(value, erasing);
  if (Array.isArray(value)) return value.map((one) => walked(one, erasing, instead));
  if (typeof value !== 'object' || value === null) return value;
  const other = instead(value as Record<string, unknown>);
  if (other) return other;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [erasedText(name, erasing), walked(inner, erasing, instead)]),
  );
}

function withoutFiles<Part extends Pick<Statement, 'object' | 'attachments'>>(
  part: Part,
  gone: ReadonlySet<string>,
): Part {
  const { attachments, object } = part;
  if (gone.size === 0) return part;
  const inner = object.objectType === 'SubStatement' ? { object: withoutFiles(object, gone) } : {};
  const left = attachments?.filter(({ sha2 }) => !gone.has(sha2.toLowerCase()));
  const { attachments: _attachments, ...rest } = { ...part, ...inner };
  return { ...rest, ...(left && left.length > 0 ? { attachments: left } : {}) } as Part;
}

/** Without a regular expression: what is looked for may hold any character. */
function replaced(text: string, trace: string, by: string): string {
  if (trace === '') return text;
  const [low, wanted] = [text.toLowerCase(), trace.toLowerCase()];
  // Where a letter's lower case is longer, places differ: then only the same case is found.
  if (low.length !== text.length) return text.replaceAll(trace, by);
  let [result, from] = ['', 0];
  for (let at = low.indexOf(wanted); at >= 0; at = low.indexOf(wanted, from)) {
    result += text.slice(from, at) + by;
    from = at + wanted.length;
  }
  return result + text.slice(from);
}
