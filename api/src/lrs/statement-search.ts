import { identifierOf } from '@kursdugnad/core/xapi/mentioned.js';
import type { Actor } from '@kursdugnad/core/xapi/statement.js';
import type { Sql, SqlParameters } from '../database/sql.js';
import type { Place } from './statement-list.js';
import { type KeyKind, statementKey } from './statement-keys.js';
import { afterInstant } from './stored-clock.js';

/** Which statements are asked for (xAPI 1.0.3 Communication 2.1.3). Instants are UTC with milliseconds. */
export interface Search {
  verb?: string | undefined;
  registration?: string | undefined;
  agent?: Actor | undefined;
  relatedAgents: boolean;
  activity?: string | undefined;
  relatedActivities: boolean;
  /** Only what this authority has vouched for. */
  vouchedBy?: Actor | undefined;
  since?: string | undefined;
  until?: string | undefined;
  ascending: boolean;
  limit: number;
  /** The first statement of this page, where it is not the first page. */
  from?: Place | undefined;
}

/** SQLite would plan a query anew every time when a value of its own stands there (sqlite3ExprIsInteger). */
const limit = ':limit + 0';

/**
 * Which statements are found, in the order they were stored? Every filter is a key of statement_key, so every search
 * runs down one index; the other filters are looked up for each row on the way. Put together here, since a search may
 * have any filters and two orders, and each must use the index.
 */
export function searchSql(municipality: string, search: Search): { sql: Sql; parameters: SqlParameters } {
  const parameters: SqlParameters = { municipality, limit: search.limit };
  const filters = filtersOf(search);
  const order = search.ascending ? 'ASC' : 'DESC';
  const range = rangeOf(search, parameters);
  const [driving, ...others] = filters;
  if (!driving) {
    return {
      sql: {
        text: `SELECT s.seq, s.id, s.text FROM statement s
               WHERE s.municipality = :municipality AND s.voided = 0 ${range('s.seq', 's.id')}
               ORDER BY s.seq ${order}, s.id ${order} LIMIT ${limit}`,
      },
      parameters,
    };
  }
  const also = others.map((keys, index) => alsoHas(keys, index, parameters)).join(' ');
  const found = driving.map((key, index) => {
    parameters[`key${index}`] = key;
    return `SELECT * FROM (SELECT DISTINCT k.seq, k.statement FROM statement_key k
      CROSS JOIN statement s
      WHERE s.municipality = :municipality AND s.id = k.statement AND s.voided = 0
        AND k.municipality = :municipality AND k.key = :key${index} ${range('k.seq', 'k.statement')} ${also}
      ORDER BY k.seq ${order}, k.statement ${order} LIMIT ${limit}) found${index}`;
  });
  // Not UNION: SQLite would sort both sides before it merges them.
  const either = `SELECT DISTINCT seq, statement FROM (${found.join(' UNION ALL ')}) either`;
  // CROSS JOIN: SQLite takes the tables in this order, whatever it thinks of their sizes.
  const text = `SELECT s.seq, s.id, s.text FROM (${found.length === 1 ? found.join('') : either}) f
    CROSS JOIN statement s
    WHERE s.municipality = :municipality AND s.id = f.statement
    ORDER BY f.seq ${order}, f.statement ${order} LIMIT ${limit}`;
  return { sql: { text }, parameters };
}

/** Keys of each filter, the one that finds fewest first. More than one key: any of them. */
function filtersOf(search: Search): string[][] {
  const { registration, agent, activity, verb, relatedAgents, relatedActivities, vouchedBy } = search;
  const either = (kind: 'agent' | 'activity', value: string, isRelated: boolean) =>
    (isRelated ? ([kind, `related-${kind}`] as KeyKind[]) : [kind]).map((one) => statementKey(one, value));
  return [
    ...(registration === undefined ? [] : [[statementKey('registration', registration.toLowerCase())]]),
    ...(agent === undefined ? [] : [either('agent', identifierOf(agent) ?? '', relatedAgents)]),
    ...(activity === undefined ? [] : [either('activity', activity, relatedActivities)]),
    ...(verb === undefined ? [] : [[statementKey('verb', verb)]]),
    ...(vouchedBy === undefined ? [] : [either('agent', identifierOf(vouchedBy) ?? '', true)]),
  ];
}

/** `via` is the same: all filters hold for this statement, or all for one that it refers to. */
function alsoHas(keys: string[], index: number, parameters: SqlParameters): string {
  const names = keys.map((key, place) => {
    const name = `also${index}_${place}`;
    parameters[name] = key;
    return `:${name}`;
  });
  return `AND EXISTS (SELECT 1 FROM statement_key a${index}
    WHERE a${index}.municipality = k.municipality AND a${index}.key IN (${names.join(', ')}) AND a${index}.seq = k.seq
      AND a${index}.statement = k.statement AND a${index}.via = k.via)`;
}

/** since is exclusive, until inclusive; a page begins where the one before says. */
function rangeOf(search: Search, parameters: SqlParameters): (seq: string, id: string) => string {
  const { since, until, from, ascending } = search;
  if (since !== undefined) parameters.since = afterInstant(since);
  if (until !== undefined) parameters.until = afterInstant(until);
  if (from) Object.assign(parameters, { fromSeq: from.seq, fromId: from.id });
  const [on, before] = ascending ? ['>=', '<'] : ['<=', '>'];
  return (seq, id) =>
    [
      since === undefined ? '' : `AND ${seq} >= :since`,
      until === undefined ? '' : `AND ${seq} < :until`,
      from ? `AND ${seq} ${on} :fromSeq AND NOT (${seq} = :fromSeq AND ${id} ${before} :fromId)` : '',
    ].join(' ');
}
