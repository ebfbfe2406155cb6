import type { Token, Tokens } from 'marked';

/** Where each line of a piece of text begins in the file. */
export type LineStarts = readonly { line: number; column: number }[];

export interface PlacedToken {
  token: Token;
  line: number;
  column: number;
  /** Outermost first; empty at the top level. */
  parents: readonly Token[];
}

/** The lines of a text that begins at `line`, column 1. */
export function linesFrom(text: string, line: number): LineStarts {
  return text.split('\n').map((_, index) => ({ line: line + index, column: 1 }));
}

/** Every token below `tokens`, parents before children, in reading order, each with its place in the file. */
export function placedTokens(
  tokens: readonly Token[],
  lines: LineStarts,
  parents: readonly Token[] = [],
): PlacedToken[] {
  const placed: PlacedToken[] = [];
  let line = 0;
  let column = 0;
  for (const token of tokens) {
    const start = { line: lines[line]?.line ?? 1, column: (lines[line]?.column ?? 1) + column };
    const own = [start, ...lines.slice(line + 1, line + token.raw.split('\n').length)];
    placed.push({ token, ...start, parents });
    for (const inner of innerTexts(token, own)) {
      for (const one of placedTokens(inner.tokens, inner.lines, [...parents, token])) placed.push(one);
    }
    const broken = token.raw.split('\n');
    column = broken.length > 1 ? (broken.at(-1)?.length ?? 0) : column + token.raw.length;
    line += broken.length - 1;
  }
  return placed;
}

/** What stands inside a token; empty for those that hold nothing. */
export function innerTokens(token: Token): readonly Token[] {
  return ('tokens' in token ? token.tokens : null) ?? [];
}

interface InnerText {
  tokens: readonly Token[];
  lines: LineStarts;
}

function innerTexts(token: Token, lines: LineStarts): InnerText[] {
  if (token.type === 'list') return [{ tokens: (token as Tokens.List).items, lines }];
  if (token.type === 'table') return cellTexts(token as Tokens.Table, lines);
  const inner = innerTokens(token);
  if (inner.length === 0 || token.type === 'image') return [];
  const text = inner.map((one) => one.raw).join('');
  return [{ tokens: inner, lines: innerLines(token.raw, text, lines) }];
}

/** A quote's or item's inner lines are the outer ones with marks cut off in front; an inline text stands inside its line. */
function innerLines(outer: string, inner: string, lines: LineStarts): LineStarts {
  const outerLines = outer.split('\n');
  return inner.split('\n').map((text, index) => {
    const whole = outerLines[index] ?? '';
    const start = lines[index] ?? lines.at(-1) ?? { line: 1, column: 1 };
    const cut = whole.endsWith(text) ? whole.length - text.length : Math.max(0, whole.indexOf(text));
    return { line: start.line, column: start.column + cut };
  });
}

function cellTexts(table: Tokens.Table, lines: LineStarts): InnerText[] {
  const rawLines = table.raw.split('\n');
  return [table.header, ...table.rows].flatMap((row, index) => {
    const at = index === 0 ? 0 : index + 1;
    const start = lines[at] ?? lines.at(-1) ?? { line: 1, column: 1 };
    let from = 0;
    return row.map((cell) => {
      const found = Math.max(from, (rawLines[at] ?? '').indexOf(cell.text, from));
      from = found + cell.text.length;
      return { tokens: cell.tokens, lines: [{ line: start.line, column: start.column + found }] };
    });
  });
}
