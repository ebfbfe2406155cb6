import { below, type Faults, isThing, type Thing } from './fault.js';
import { isDuration, isInstant, isIri, isLanguageTag, isUuid } from './values.js';

/** An object with no other keys than these. */
export function thing(
  value: unknown,
  at: string,
  known: ReadonlySet<string>,
  faults: Faults,
  clause: string,
): value is Thing {
  if (!isThing(value)) return faults.add(at, 'must be an object', clause);
  for (const key in value) {
    if (!known.has(key)) faults.add(below(at, key), `"${key}" is not a property here; names are case sensitive`, '2.2');
  }
  return true;
}

export function list(value: unknown, at: string, faults: Faults, clause: string): value is unknown[] {
  return Array.isArray(value) || faults.add(at, 'must be a list', clause);
}

export function text(value: unknown, at: string, faults: Faults, clause: string): value is string {
  return typeof value === 'string' || faults.add(at, 'must be a string', clause);
}

export function truth(value: unknown, at: string, faults: Faults, clause: string): boolean {
  return typeof value === 'boolean' || faults.add(at, 'must be true or false, not a string', clause);
}

export function number(value: unknown, at: string, faults: Faults, clause: string): value is number {
  return typeof value === 'number' || faults.add(at, 'must be a number, not a string', clause);
}

export function iri(value: unknown, at: string, faults: Faults, clause: string): boolean {
  return isIri(value) || faults.add(at, 'must be an IRI with a scheme, such as https://example.org/x', clause);
}

export function uuid(value: unknown, at: string, faults: Faults, clause: string): boolean {
  return isUuid(value) || faults.add(at, 'must be a UUID (RFC 4122), written as a string', clause);
}

export function instant(value: unknown, at: string, faults: Faults): boolean {
  return (
    isInstant(value, faults.version) ||
    faults.add(at, 'must be a date with time as in RFC 3339, and the offset must not be -00:00', '4.5')
  );
}

export function duration(value: unknown, at: string, faults: Faults): boolean {
  return isDuration(value) || faults.add(at, 'must be an ISO 8601 duration such as PT8M20S', '4.6');
}

export function languageTag(value: unknown, at: string, faults: Faults, clause: string): boolean {
  return isLanguageTag(value) || faults.add(at, 'must be a language tag (RFC 5646) such as nb or en-GB', clause);
}

export function languageMap(value: unknown, at: string, faults: Faults): void {
  if (!isThing(value)) return void faults.add(at, 'must be an object from language to text', '4.2');
  for (const language in value) {
    languageTag(language, below(at, language), faults, '4.2');
    text(value[language], below(at, language), faults, '4.2');
  }
}

/** Deeper than anything that is meant, and shallow enough to be written out again. */
const deepest = 200;

/** Keys are IRIs; the values may be anything, null too. */
export function extensions(value: unknown, at: string, faults: Faults): void {
  if (!isThing(value)) return void faults.add(at, 'must be an object from IRI to value', '4.1');
  for (const key in value) {
    iri(key, below(at, key), faults, '4.1');
    if (isDeeper(value[key], deepest))
      faults.add(below(at, key), `must not be nested more than ${deepest} deep`, '4.1');
  }
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}
