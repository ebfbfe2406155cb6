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
  const text = sql.text.replace(tokens, (token, name: string | undefined) => {
    if (name === undefined) return token.startsWith('--') ? '' : token;
    if (!(name in parameters)) throw new Error(`No value for :${name} in ${sql.text.slice(0, 80)}`);
    const known = placed.get(name);
    if (known !== undefined && driver === 'postgres') return known;
    const value = parameters[name];
    const placeholder = Array.isArray(value)
      ? value.length === 0
        ? 'NULL'
        : value.map(place).join(', ')
      : place(value);
    placed.set(name, placeholder);
    return placeholder;
  });
  return { text, values };
}
