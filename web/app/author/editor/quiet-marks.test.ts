import { expect, test } from '@jest/globals';
import { endOfWords, topLength } from './quiet-marks.js';
import { askingBlockAt, placeAt } from './text-commands.js';

test.each([
  ['# Vask {#vask}', '# Vask'],
  ['# Vask {#vask} <!--=8d1c02f3-->', '# Vask'],
  ['Vask hendene.  <!--#k3f9a-->', 'Vask hendene. '],
  ['## Spørsmål: Når? {#nar forsok=1}', '## Spørsmål: Når? {#nar forsok=1}'],
  ['Bruk {#ikke} her.', 'Bruk {#ikke} her.'],
])('of %j the words are %j', (line, words) => {
  expect(line.slice(0, endOfWords(line))).toBe(words);
});

test('the front matter is as long as it is, with the empty line below', () => {
  expect(topLength('---\ntitle: A\n---\n\nTekst')).toBe('---\ntitle: A\n---\n\n'.length);
  expect(topLength('---\ntitle: A\n---')).toBe('---\ntitle: A\n---'.length);
  expect(topLength('Tekst\n---\n')).toBe(0);
});

const text =
  '---\ntitle: A\n---\n\nFør.\n\n# Vask {#vask}\n\nTekst.\n\n## Spørsmål: Når? {#nar}\n\n- [x] Nå.\n\n# Tørk\n\nTekst.\n';
const at = (words: string) => text.indexOf(words) + 1;

test('the cursor is in a lesson, by the nearest name above it', () => {
  expect(placeAt(text, at('Før.'))).toEqual({ lesson: 0, id: null });
  expect(placeAt(text, at('Tekst.'))).toEqual({ lesson: 0, id: 'vask' });
  expect(placeAt(text, at('Nå.'))).toEqual({ lesson: 0, id: 'nar' });
  expect(placeAt(text, text.length)).toEqual({ lesson: 1, id: null });
});

test('the cursor is in a question from its heading to the next', () => {
  expect(askingBlockAt(text, at('Nå.'))).toMatchObject({ text: '## Spørsmål: Når? {#nar}\n\n- [x] Nå.' });
  expect(askingBlockAt(text, at('Tekst.'))).toBeNull();
  expect(askingBlockAt(text, text.length)).toBeNull();
});
