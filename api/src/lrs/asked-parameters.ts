import { actorFaults } from '@kursdugnad/core/xapi/actor-faults.js';
import { Faults } from '@kursdugnad/core/xapi/fault.js';
import type { Actor, XapiVersion } from '@kursdugnad/core/xapi/statement.js';
import { isInstant, isIri, isUuid, utc } from '@kursdugnad/core/xapi/values.js';
import { Problem, type Said } from '../http/problem.js';

type Parameters = Record<string, unknown>;

/** The parameters of a request to the LRS, each once and none that is not known (xAPI 1.0.3 Communication 3.2). */
export class AskedParameters {
  private readonly given: Record<string, string>;

  constructor(
    query: unknown,
    known: readonly string[],
    private readonly version: XapiVersion,
  ) {
    const entries = Object.entries(query as Parameters);
    for (const [name, value] of entries) {
      if (!known.includes(name)) throw wrong(name, 'is not a parameter here; names are case sensitive');
      if (typeof value !== 'string') throw wrong(name, 'is given more than once');
      if (value.includes('\0')) throw wrong(name, 'must not have the character U+0000');
    }
    this.given = Object.fromEntries(entries) as Record<string, string>;
  }

  has(name: string): boolean {
    return name in this.given;
  }

  names(): string[] {
    return Object.keys(this.given);
  }

  text(name: string): string | undefined {
    return this.given[name];
  }

  mustHave(name: string): string {
    const value = this.given[name];
    if (value === undefined || value === '') throw wrong(name, 'is missing');
    return value;
  }

  iri(name: string): string | undefined {
    return this.checked(name, isIri, 'must be an IRI');
  }

  uuid(name: string): string | undefined {
    return this.checked(name, isUuid, 'must be a UUID')?.toLowerCase();
  }

  /** UTC with milliseconds. */
  instant(name: string): string | undefined {
    const value = this.checked(name, (text) => isInstant(text, '1.0.3'), 'must be a date with time (RFC 3339)');
    return value === undefined ? undefined : utc(value);
  }

  isTrue(name: string): boolean {
    return this.checked(name, (text) => text === 'true' || text === 'false', 'must be true or false') === 'true';
  }

  number(name: string): number | undefined {
    const value = this.checked(name, (text) => /^\d{1,9}$/.test(text), 'must be a whole number from 0');
    return value === undefined ? undefined : Number(value);
  }

  oneOf<T extends string>(name: string, values: readonly T[], otherwise: T): T {
    const isKnown = (text: string) => values.includes(text as T);
    return (this.checked(name, isKnown, `must be one of ${values.join(', ')}`) as T | undefined) ?? otherwise;
  }

  /** An agent or identified group, as JSON. */
  actor(name: string): Actor | undefined {
    const value = this.given[name];
    if (value === undefined) return undefined;
    const faults = new Faults(this.version);
    const parsed = parsedJson(name, value);
    actorFaults(parsed, name, faults);
    const [first] = faults.found;
    if (first) throw wrong(first.at, first.message);
    return parsed as Actor;
  }

  private checked(name: string, isRight: (text: string) => boolean, must: string): string | undefined {
    const value = this.given[name];
    if (value !== undefined && !isRight(value)) throw wrong(name, must);
    return value;
  }
}

function parsedJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw wrong(name, 'must be an agent or group as JSON');
  }
}

const wrongParameters: Said = {
  nb: 'En parameter i adressen er feil. Se listen over hva som må rettes.',
  nn: 'Ein parameter i adressa er feil. Sjå lista over kva som må rettast.',
  en: 'A parameter of the address is wrong. See the list of what to correct.',
};

export function wrong(at: string, message: string): Problem {
  return new Problem('invalid', wrongParameters, [{ at, message }]);
}
