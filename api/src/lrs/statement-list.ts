import type { StoredStatement } from '@kursdugnad/core/xapi/statement.js';
import type { Sql } from '../database/sql.js';
import type { Search } from './statement-search.js';

/** A statement that is answered, as it lies there: JSON. */
export interface Found {
  municipality: string;
  text: string;
}

/** Where a statement stands in the order of storing. */
export interface Place {
  seq: number;
  id: string;
}

export interface Placed extends Found, Place {}

/** For who has to look into it. */
export function statementIn({ text }: Found): StoredStatement {
  return JSON.parse(text) as StoredStatement;
}

/** All that was found, in one row: each column of each row as a value of its own costs more than finding them. */
export interface Bundle {
  count: number;
  /** What stands between the brackets of a JSON list, a statement a line. */
  texts: string | null;
  ids: string | null;
  lowest: number | null;
  highest: number | null;
}

/** JSON.stringify leaves no line's end within a statement. */
const between = ',\n';

/** The rows of `sql` (`seq`, `id`, `text`) as a Bundle, in their order. */
export function bundled({ text }: Sql): Sql {
  return {
    text: `SELECT COUNT(*) AS count, STRING_AGG(f.text, '${between}') AS texts, STRING_AGG(f.id, ' ') AS ids,
      MIN(f.seq) AS lowest, MAX(f.seq) AS highest FROM (${text}) f`,
  };
}

type Wanted = Pick<Search, 'ascending' | 'limit'>;

/** Statements in the order they are answered in. Mostly they go out together, and nobody looks at each. */
export interface StatementList {
  /** What stands between the brackets of a JSON list. */
  joined: string;
  /** Each for itself. */
  each(): Found[];
  /** The highest `seq` of all that was found. */
  newest: number;
  /** Where the next page begins; null at the end. */
  next: Place | null;
}

/** The first `limit` of what was found in one municipality. */
export function listOf(municipality: string, bundle: Bundle | undefined, { ascending, limit }: Wanted): StatementList {
  const { count, texts, ids, lowest, highest } = bundle ?? nothing;
  const isMore = count > limit;
  const joined = isMore ? withoutLast(texts ?? '') : (texts ?? '');
  const each = () => (joined === '' ? [] : joined.split(between).map((text) => ({ municipality, text })));
  const next = { seq: (ascending ? highest : lowest) ?? 0, id: ids?.slice(ids.lastIndexOf(' ') + 1) ?? '' };
  return { joined, each, newest: highest ?? 0, next: isMore ? next : null };
}

/** The first `limit` of what was found in several. */
export function listOfAll(found: readonly Placed[], { ascending, limit }: Wanted): StatementList {
  const direction = ascending ? 1 : -1;
  const inOrder = found.toSorted((a, b) => direction * (a.seq - b.seq || (a.id < b.id ? -1 : 1)));
  const shown = inOrder.slice(0, limit);
  const joined = shown.map(({ text }) => text).join(between);
  const newest = Math.max(0, ...inOrder.map(({ seq }) => seq));
  return { joined, each: () => shown, newest, next: inOrder[limit] ?? null };
}

const nothing: Bundle = { count: 0, texts: null, ids: null, lowest: null, highest: null };

function withoutLast(texts: string): string {
  return texts.slice(0, Math.max(0, texts.lastIndexOf(between)));
}

/** The answer to who asked for statements: each as JSON, or all of them joined, and where it goes on. */
export function answer(statements: string | readonly string[], more: string | null): string {
  const joined = typeof statements === 'string' ? statements : statements.join(between);
  return `{"statements":[${joined}],"more":${JSON.stringify(more ?? '')}}`;
}
