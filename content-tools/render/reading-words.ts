import type { Language } from '@kursdugnad/core/course/course.js';

/** What the page says around the blocks that are read and not answered. */
export interface ReadingWords {
  word: string;
  steps: string;
  downloadAudio: string;
  audioInWords: string;
  /** `240 kB` or `1,3 MB`. */
  size(bytes: number): string;
  /** Where a municipality has filled in nothing and the guide has nothing to fall back on. */
  factMissing(description: string): string;
  factAsk: string;
  factIn(description: string): string;
}

const nb: ReadingWords = {
  word: 'Ord',
  steps: 'Slik gjør du',
  downloadAudio: 'Last ned lyden',
  audioInWords: 'Opptaket i ord',
  size: (bytes) => sizeIn(bytes, ','),
  factMissing: (description) => `(ikke fylt ut: ${description})`,
  factAsk: '(spør lederen din)',
  factIn: (description) => `Kommunen fyller inn selv: ${description}`,
};

const nn: ReadingWords = {
  word: 'Ord',
  steps: 'Slik gjer du',
  downloadAudio: 'Last ned lyden',
  audioInWords: 'Opptaket i ord',
  size: (bytes) => sizeIn(bytes, ','),
  factMissing: (description) => `(ikkje fylt ut: ${description})`,
  factAsk: '(spør leiaren din)',
  factIn: (description) => `Kommunen fyller inn sjølv: ${description}`,
};

const en: ReadingWords = {
  word: 'Word',
  steps: 'How to do it',
  downloadAudio: 'Download the recording',
  audioInWords: 'The recording in words',
  size: (bytes) => sizeIn(bytes, '.'),
  factMissing: (description) => `(not filled in: ${description})`,
  factAsk: '(ask your manager)',
  factIn: (description) => `Each municipality fills this in: ${description}`,
};

export const readingWords: Record<Language, ReadingWords> = { nb, nn, en };

function sizeIn(bytes: number, point: string): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  if (kilobytes < 1000) return `${kilobytes} kB`;
  return `${(bytes / 1024 / 1024).toFixed(1).replace('.', point)} MB`;
}
