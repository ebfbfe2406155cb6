import type { Token, Tokens } from 'marked';

/** `> [!HUSK]` and what follows. */
export function calloutIn(token: Token): { word: string; markdown: string } | null {
  if (token.type !== 'blockquote') return null;
  const text = (token as Tokens.Blockquote).text.trimStart();
  const end = text.indexOf(']');
  if (!text.startsWith('[!') || end < 0 || text.slice(0, end).includes('\n')) return null;
  return { word: text.slice(2, end).trim(), markdown: text.slice(end + 1).trim() };
}
