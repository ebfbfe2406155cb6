import type { XapiVersion } from './statement.js';

// The forms of single values (xAPI 1.0.3 Data 4). Hot path: one pattern each, nothing built.

const iriForm = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i;
const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const durationForm =
  /^P(?:\d+(?:[.,]\d+)?W|(?=\d|T\d)(?:\d+(?:[.,]\d+)?Y)?(?:\d+(?:[.,]\d+)?M)?(?:\d+(?:[.,]\d+)?D)?(?:T(?=\d)(?:\d+(?:[.,]\d+)?H)?(?:\d+(?:[.,]\d+)?M)?(?:\d+(?:[.,]\d+)?S)?)?)$/;
const tagForm =
  /^(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?$|^[ix](?:-[a-z0-9]{1,8})+$/i;
const plainUtc = /^[\d-]{10}T\d\d:\d\d:[0-5]\d\.\d{3}Z$/;
const instantForm =
  /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?([Zz]|[+-]\d{2}(?::?\d{2})?)?$/;

/** Absolute: it has a scheme. */
export function isIri(value: unknown): value is string {
  return typeof value === 'string' && iriForm.test(value);
}

export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && uuidForm.test(value);
}

export function isDuration(value: unknown): value is string {
  return typeof value === 'string' && durationForm.test(value);
}

export function isLanguageTag(value: unknown): value is string {
  return typeof value === 'string' && tagForm.test(value);
}

/** 2.0 asks for RFC 3339: seconds and an offset must be there. `-00:00` is refused by both. */
export function isInstant(value: unknown, version: XapiVersion): value is string {
  if (typeof value !== 'string') return false;
  const parts = instantForm.exec(value);
  if (!parts) return false;
  const [, year, month, day, hour, minute, second, offset] = parts;
  if (offset !== undefined && /^-00(?::?00)?$/.test(offset)) return false;
  if (version === '2.0.0' && (offset === undefined || second === undefined)) return false;
  return (
    Number(hour) < 24 &&
    Number(minute) < 60 &&
    Number(second ?? 0) <= 60 &&
    Number(month) >= 1 &&
    Number(month) <= 12 &&
    Number(day) >= 1 &&
    Number(day) <= daysIn(Number(year), Number(month))
  );
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** UTC with milliseconds, comparable as text. What has no offset is taken as UTC. The value must be an instant. */
export function utc(instant: string): string {
  if (plainUtc.test(instant)) return instant;
  const [, zone] = /([Zz]|[+-]\d{2}(?::?\d{2})?)$/.exec(instant.slice(10)) ?? [];
  const plain = instant.replace(',', '.').toUpperCase();
  const withZone =
    zone === undefined ? `${plain}Z` : plain.replace(/([+-]\d{2})$|([+-]\d{2})(\d{2})$/, offsetWithColon);
  const time = Date.parse(withZone.replace(/:60(?=[.Z+-])/, ':59'));
  return new Date(time).toISOString();
}

function offsetWithColon(_: string, hours?: string, hoursToo?: string, minutes?: string): string {
  return hours !== undefined ? `${hours}:00` : `${hoursToo ?? ''}:${minutes ?? ''}`;
}
