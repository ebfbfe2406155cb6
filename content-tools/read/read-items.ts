import type { Token, Tokens } from 'marked';
import type { Placed } from './heading-draft.js';
import { innerTokens } from './placed-tokens.js';
import type { PairDraft } from './question-draft.js';

export function isNumberedList(token: Token): boolean {
  return token.type === 'list' && (token as Tokens.List).ordered;
}

/** The items of a list, each with its place in the file. */
export function placedItems(list: Tokens.List, { line, column }: Placed): { item: Tokens.ListItem; at: Placed }[] {
  let next = line;
  return list.items.map((item) => {
    const at = { line: next, column };
    next += item.raw.split('\n').length - 1;
    return { item, at };
  });
}

/** An item's own line, and the quotes below it. */
export function readItem(
  item: Tokens.ListItem,
  at: Placed,
): Placed & { text: string; feedback: string | null; hasMore: boolean } {
  const parts = item.tokens.filter((token) => token.type !== 'space' && token.type !== 'checkbox');
  const isText = (token: Token) => token.type === 'text' || token.type === 'paragraph';
  const [text] = parts.filter(isText);
  const quotes = parts.filter((token) => token.type === 'blockquote') as Tokens.Blockquote[];
  return {
    ...at,
    text: text ? inlineOf(text) : '',
    feedback: quotes.length > 0 ? quotes.map((quote) => quote.text.trim()).join('\n\n') : null,
    hasMore: parts.length > quotes.length + (text ? 1 : 0),
  };
}

/** The rows of a table, its header not among them. */
export function pairsIn(table: Tokens.Table, { line, column }: Placed): PairDraft[] {
  // GFM fills short rows up, so what was written is counted in the raw text.
  const written = table.raw.trimEnd().split('\n').slice(2);
  return table.rows.map((row, index) => {
    const cells = (written[index] ?? '')
      .trim()
      .replace(/^\||\|$/gu, '')
      .split(/(?<!\\)\|/u).length;
    return { left: row[0]?.text.trim() ?? '', right: row[1]?.text.trim() ?? '', cells, line: line + 2 + index, column };
  });
}

function inlineOf(token: Token): string {
  const inner = innerTokens(token);
  const parts = inner.length > 0 ? inner : [token];
  return parts
    .filter((part) => part.type !== 'checkbox')
    .map((part) => part.raw)
    .join('')
    .trim();
}
