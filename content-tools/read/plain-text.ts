import type { Token, Tokens } from 'marked';
import { innerTokens, type PlacedToken } from './placed-tokens.js';

/** The words of inline tokens as they are read aloud: no marks, no addresses; images are silent. */
export function plainText(tokens: readonly Token[] = []): string {
  return tokens
    .map((token) => {
      if (token.type === 'br') return ' ';
      if (token.type === 'image' || token.type === 'html' || token.type === 'checkbox') return '';
      return innerTokens(token).length > 0 ? plainText(innerTokens(token)) : ((token as Tokens.Text).text ?? '');
    })
    .join('')
    .replace(/\s+/gu, ' ');
}

/** One paragraph, heading, list line or table cell: what a reader takes as a unit. */
export interface Passage {
  text: string;
  line: number;
  column: number;
  isHeading: boolean;
}

/** The passages among placed tokens. Code is not prose and is left out. */
export function passagesIn(tokens: readonly PlacedToken[]): readonly Passage[] {
  const known = remembered.get(tokens) ?? findPassages(tokens);
  remembered.set(tokens, known);
  return known;
}

/** A draft never changes, and a dozen rules ask. */
const remembered = new WeakMap<readonly PlacedToken[], readonly Passage[]>();

function findPassages(tokens: readonly PlacedToken[]): Passage[] {
  return tokens.flatMap(({ token, line, column, parents }): Passage[] => {
    const isCell = parents.at(-1)?.type === 'table';
    if (isCell) return [{ text: plainText([token]), line, column, isHeading: false }];
    const isPassage = ['paragraph', 'heading', 'text'].includes(token.type) && innerTokens(token).length > 0;
    if (!isPassage) return [];
    const text = plainText(innerTokens(token))
      .replace(/\{#[^{}]*\}$/u, '')
      .trim();
    return text ? [{ text, line, column, isHeading: token.type === 'heading' }] : [];
  });
}

export function wordsIn(text: string): string[] {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** Sentences end at a full stop, question mark, exclamation mark or colon that a blank or the end follows. */
export function sentencesIn(text: string): string[] {
  return text.split(/(?<=[.!?:]["»”)]?)\s+/u).filter((sentence) => wordsIn(sentence).length > 0);
}
