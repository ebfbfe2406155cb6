import type { Statement } from './statement.js';
import { isInstant, utc } from './values.js';

/**
 * Whether two statements say the same (xAPI 1.0.3 Data 2.3.3). What the LRS sets (stored, authority, version) and what
 * only describes (verb display, activity definitions) is passed over; a timestamp counts when both have one.
 */
export function isSameStatement(one: Statement, other: Statement): boolean {
  const compareTime = one.timestamp !== undefined && other.timestamp !== undefined;
  return comparable(one, compareTime) === comparable(other, compareTime);
}

const setByLrs = new Set(['id', 'stored', 'authority', 'version', 'timestamp']);

function comparable(statement: Statement, withTime: boolean): string {
  const said = Object.fromEntries(Object.entries(statement).filter(([key]) => !setByLrs.has(key)));
  if (withTime) said.timestamp = statement.timestamp;
  return JSON.stringify(ordered(said, ''));
}

/** Keys in order, single context activities as lists, instants in UTC, defaults written out. */
function ordered(value: unknown, name: string): unknown {
  if (name === 'timestamp' && isInstant(value, '1.0.3')) return utc(value);
  if (name === 'duration' && typeof value === 'string') return toHundredths(value);
  if (name === 'registration' && typeof value === 'string') return value.toLowerCase();
  if (Array.isArray(value)) {
    const parts = value.map((one) => ordered(one, ''));
    return name === 'member' ? sorted(parts) : parts;
  }
  if (typeof value !== 'object' || value === null) return value;
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort()) {
    const inner = (value as Record<string, unknown>)[key];
    if (inner === undefined) continue;
    if (name !== 'extensions' && (isDescription(key, value) || isDefault(key, inner))) continue;
    result[key] = name === 'extensions' ? inOrder(inner) : ordered(asList(name, inner), key);
  }
  return result;
}

/** What an extension holds is not ours to understand: only the order of its keys is passed over. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const sortedKeys = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sortedKeys.map(([key, inner]) => [key, inOrder(inner)]));
}

/** What is finer than 0.01 seconds says nothing (xAPI 1.0.3 Data 4.6). */
function toHundredths(duration: string): string {
  return duration.replace(/([.,]\d{2})\d+S$/, '$1S');
}

function asList(parent: string, inner: unknown): unknown {
  return parent === 'contextActivities' && !Array.isArray(inner) ? [inner] : inner;
}

/** `definition` of an activity and `display` of a verb: both stand beside an id. */
function isDescription(key: string, parent: object): boolean {
  return (key === 'definition' || key === 'display') && 'id' in parent;
}

function isDefault(key: string, value: unknown): boolean {
  return key === 'objectType' && (value === 'Activity' || value === 'Agent');
}

function sorted(parts: unknown[]): unknown[] {
  return parts.map((part) => JSON.stringify(part)).sort();
}
