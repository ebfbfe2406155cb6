import { readFileSync } from 'node:fs';

export type SqlValue = string | number | boolean | null | undefined;
export type SqlParameters = Record<string, SqlValue | readonly (string | number)[]>;

/** A query with `:named` parameters, as it stands in its `.sql` file beside the store that runs it. */
export interface Sql {
  text: string;
}

/** Reads a `.sql` file lying beside the module that asks: `sqlFile(import.meta.url, 'team-completion.sql')`. */
export function sqlFile(module: string, name: string): Sql {
  return { text: readFileSync(new URL(name, module), 'utf8') };
}

// Comments, quoted text and `::casts` are passed over; a list becomes as many placeholders as it has values.
const tokens = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|::\w+|:([a-zA-Z_]\w*)/g;

/**
 * `:named` to the driver's own placeholders. An empty list becomes `NULL`, so `x IN (:none)` holds for nothing.
 * `isFixed`: there is no list, so the text is always this one. Throws when a name has no value.
 */
export function positional(
  sql: Sql,
  parameters: SqlParameters,
  driver: Driver,
): { text: string; values: unknown[]; isFixed: boolean } {
  const query = readOnce(sql.text);
  for (const name of query.distinct)
    if (!(name in parameters)) throw new Error(`No value for :${name} in ${sql.text.slice(0, 80)}`);
  const isFixed = !query.distinct.some((name) => Array.isArray(parameters[name]));
  if (!isFixed) return { ...spelledOut(query, parameters, driver), isFixed };
  // The same text again, not one that is equal: whoever looks it up need not read it.
  const text = (query.fixed[driver] ??= spelledOut(query, parameters, driver).text);
  const names = driver === 'postgres' ? query.distinct : query.names;
  return { text, values: names.map((name) => bound(parameters[name])), isFixed };
}

type Driver = 'sqlite' | 'postgres';

/** A query's text in pieces, without its comments. */
interface Query {
  /** What stands before each name, and after the last. */
  between: string[];
  names: string[];
  /** Each name once. */
  distinct: string[];
  /** With placeholders, where no value is a list. */
  fixed: Partial<Record<Driver, string>>;
}

function spelledOut({ between, names }: Query, parameters: SqlParameters, driver: Driver) {
  const values: unknown[] = [];
  const placed = new Map<string, string>();
  const place = (value: unknown) => {
    values.push(bound(value));
    return driver === 'postgres' ? `$${values.length}` : '?';
  };
  let [text = ''] = between;
  for (const [index, name] of names.entries()) {
    const known = driver === 'postgres' ? placed.get(name) : undefined;
    const value = parameters[name];
    const placeholder = known ?? (Array.isArray(value) ? value.map(place).join(', ') || 'NULL' : place(value));
    placed.set(name, placeholder);
    text += placeholder + (between[index + 1] ?? '');
  }
  return { text, values };
}

function bound(value: unknown): unknown {
  return typeof value === 'boolean' ? Number(value) : (value ?? null);
}

const read = new Map<string, Query>();
const mostRead = 1000;

/** The same few texts come again and again. */
function readOnce(text: string): Query {
  const known = read.get(text);
  if (known) return known;
  const [between, names]: [string[], string[]] = [[], []];
  let [before, from] = ['', 0];
  for (const { 0: token, 1: name, index } of text.matchAll(tokens)) {
    before += text.slice(from, index);
    from = index + token.length;
    if (name === undefined) before += token.startsWith('--') ? '' : token;
    else {
      between.push(before);
      names.push(name);
      before = '';
    }
  }
  between.push(before + text.slice(from));
  const query: Query = { between, names, distinct: [...new Set(names)], fixed: {} };
  if (read.size >= mostRead) read.clear();
  read.set(text, query);
  return query;
}
