import { words as en } from './en/words.js';
import { words as nb } from './nb/words.js';
import { words as nn } from './nn/words.js';
import type { Words } from './words.js';

/** Every language at once, for the server. An unknown one is Bokmål. */
export function wordsIn(language: string): Words {
  return language === 'nn' ? nn : language === 'en' ? en : nb;
}
