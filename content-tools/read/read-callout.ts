import type { Token, Tokens } from 'marked';
import { withoutMarks } from './block-mark.js';

/** `> [!HUSK]` and what follows. */
export interface CalloutText {
  word: string;
  /** What stands behind the word on its own line. */
  title: string;
  /** The lines below. */
  body: string;
}

export function calloutIn(token: Token): CalloutText | null {
  if (token.type !== 'blockquote') return null;
  const text = withoutMarks((token as Tokens.Blockquote).text).trimStart();
  const end = text.indexOf(']');
  if (!text.startsWith('[!') || end < 0 || text.slice(0, end).includes('\n')) return null;
  const rest = text.slice(end + 1);
  const line = rest.indexOf('\n') < 0 ? rest.length : rest.indexOf('\n');
  return { word: text.slice(2, end).trim(), title: rest.slice(0, line).trim(), body: rest.slice(line).trim() };
}
