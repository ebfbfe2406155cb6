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
 * Throws when a name has no value.
 */
export function positional(
  sql: Sql,
  parameters: SqlParameters,
  driver: 'sqlite' | 'postgres',
): { text: string; values: unknown[] } {
  const values: unknown[] = [];
  const placed = new Map<string, string>();
  const place = (value: unknown) => {
    values.push(typeof value === 'boolean' ? Number(value) : (value ?? null));
    return driver === 'postgres' ? `$${values.length}` : '?';
  };
  let text = '';
  for (const [before, name] of piecesOf(sql.text)) {
    text += before;
    if (name === null) continue;
    if (!(name in parameters)) throw new Error(`No value for :${name} in ${sql.text.slice(0, 80)}`);
    const known = placed.get(name);
    if (known !== undefined && driver === 'postgres') {
      text += known;
      continue;
    }
    const value = parameters[name];
    const placeholder = Array.isArray(value) ? value.map(place).join(', ') || 'NULL' : place(value);
    placed.set(name, placeholder);
    text += placeholder;
  }
  return { text, values };
}

/** What stands before a name, and the name; null after the last one. */
type Piece = [before: string, name: string | null];

const read = new Map<string, Piece[]>();
const mostRead = 1000;

/** A query's text in pieces, without its comments. The same few texts come again and again. */
function piecesOf(text: string): Piece[] {
  const known = read.get(text);
  if (known) return known;
  const pieces: Piece[] = [];
  let [before, from] = ['', 0];
  for (const { 0: token, 1: name, index } of text.matchAll(tokens)) {
    before += text.slice(from, index);
    from = index + token.length;
    if (name === undefined) before += token.startsWith('--') ? '' : token;
    else {
      pieces.push([before, name]);
      before = '';
    }
  }
  pieces.push([before + text.slice(from), null]);
  if (read.size >= mostRead) read.clear();
  read.set(text, pieces);
  return pieces;
}
