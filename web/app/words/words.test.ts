import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { words as en } from './en/words.js';
import { words as nb } from './nb/words.js';
import { words as nn } from './nn/words.js';

type Leaf = [key: string, value: unknown];

function leaves(value: unknown, key = ''): Leaf[] {
  if (typeof value !== 'object' || value === null) return [[key, value]];
  return Object.entries(value).flatMap(([name, inner]) => leaves(inner, key === '' ? name : `${key}.${name}`));
}

/** What a key says, with numbers and names of its own where it asks for any. */
function said(value: unknown): string {
  if (typeof value !== 'function') return String(value);
  const say = value as (...given: unknown[]) => string;
  return [1, 7].map((number) => say(number, number, number)).join(' | ');
}

const all = { nb, nn, en };

describe.each(Object.entries(all))('the words in %s', (_, words) => {
  test('are those of Bokmål, none missing and none more', () => {
    expect(leaves(words).map(([key]) => key)).toEqual(leaves(nb).map(([key]) => key));
  });

  test('say something, and name what they are given', () => {
    for (const [key, value] of leaves(words)) {
      expect([key, said(value).trim()]).not.toEqual([key, '']);
      expect([key, said(value)]).not.toEqual([key, expect.stringContaining('undefined')]);
      if (typeof value === 'function' && !said(value).includes('7'))
        throw new Error(`${key} leaves out what it is given`);
    }
  });
});

test('Nynorsk is Nynorsk', () => {
  const bokmaal =
    /\b(ikke|hva|hvem|hvor|hvilken|hvis|jeg|noe|noen|fra|mer|uten|en|et|din egen|være|gjøre|siden|kommunene|guider|velg|trenger|finner|finnes)\b/iu;
  for (const [key, value] of leaves(nn)) expect([key, bokmaal.exec(said(value))?.[0]]).toEqual([key, undefined]);
});

test('every word is used', () => {
  const app = path.resolve('web/app');
  const sources = readdirSync(app, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('words'))
    .map((file) => readFileSync(path.join(app, file), 'utf8'))
    .join('\n');
  const unused = leaves(nb)
    .flatMap(([key]) => key.split('.').slice(1))
    .filter((name) => !new RegExp(`\\b${name}\\b`).test(sources));
  expect(unused).toEqual([]);
});
