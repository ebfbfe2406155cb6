import { createContext, use } from 'react';
import type { words as nb } from './nb/words.js';

/** Everything the interface says, by room. Bokmål is the model; the others have the same keys or do not compile. */
export type Words = typeof nb;

export const WordsContext = createContext<Words | null>(null);

/** The words in the language of this page. */
export function useWords(): Words {
  const words = use(WordsContext);
  if (!words) throw new Error('No words: the page is outside WordsContext');
  return words;
}

/** One language only, for the browser. */
export async function loadWords(language: string): Promise<Words> {
  if (language === 'nn') return (await import('./nn/words.js')).words;
  if (language === 'en') return (await import('./en/words.js')).words;
  return (await import('./nb/words.js')).words;
}
