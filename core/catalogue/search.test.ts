import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { distinct, type Findable, folded, found, searchMatch } from './search.js';

function aFindable(overrides: Partial<Findable> = {}): Findable {
  return {
    title: 'Håndhygiene',
    topics: ['smittevern', 'helse'],
    summary: 'Når og hvordan du vasker hendene.',
    publisher: 'Solvik kommune',
    languages: ['nb'],
    licence: 'CC-BY-4.0',
    minutes: 8,
    inUse: false,
    ...overrides,
  };
}

test.each(['håndhygiene', 'HÅNDHYGIENE', 'handhygiene', 'haandhygiene', 'hygiene', 'Hånd vasker', 'solvik smitte', ''])(
  '«%s» is found',
  (q) => expect(searchMatch(aFindable(), { q })).not.toBeNull(),
);

test.each(['brann', 'håndhygiene brann'])('«%s» is not: every word must be there', (q) =>
  expect(searchMatch(aFindable(), { q })).toBeNull(),
);

test('ø and æ may be written without', () => {
  const item = aFindable({ title: 'Førstehjelp for lærere' });
  for (const q of ['førstehjelp', 'forstehjelp', 'foerstehjelp', 'laerere', 'LÆRERE'])
    expect(searchMatch(item, { q })).not.toBeNull();
});

test('title before topics before summary before publisher, then by title in Norwegian order', () => {
  const places: Partial<Findable>[] = [
    { title: 'Åpenhet', publisher: 'Brann IKS' },
    { title: 'Ærlighet', publisher: 'Brann IKS' },
    { title: 'B', summary: 'Når det brenner: brann.' },
    { title: 'C', topics: ['brann'] },
    { title: 'Brannvern' },
  ];
  const titles = found(places.map(aFindable), { q: 'brann' }).map(({ title }) => title);
  expect(titles).toEqual(['Brannvern', 'C', 'B', 'Ærlighet', 'Åpenhet']);
});

test('filters narrow, each on its own', () => {
  const item = aFindable();
  const yes = {
    topic: 'Helse',
    language: 'nb',
    licence: 'CC-BY-4.0',
    publisher: 'solvik kommune',
    maxMinutes: 8,
  } as const;
  expect(searchMatch(item, { ...yes, inUse: 'no' })).toBe(0);
  for (const no of [
    { topic: 'hel' },
    { language: 'nn' },
    { licence: 'CC0-1.0' },
    { publisher: 'Solvik' },
    { maxMinutes: 7 },
    { inUse: 'yes' },
  ] as const)
    expect(searchMatch(item, no)).toBeNull();
});

const letters = fc.string({ unit: fc.constantFrom(...'abeoåøæé AÅØÆ'), maxLength: 20 });
const anyItem = fc
  .record({ title: letters, summary: letters, publisher: letters, topics: fc.array(letters, { maxLength: 3 }) })
  .map(aFindable);

test('any part of any word finds its course, in any case and with or without accents', () => {
  fc.assert(
    fc.property(anyItem, fc.nat(), fc.nat(), fc.boolean(), (item, start, length, bare) => {
      const text = [item.title, item.summary, item.publisher, ...item.topics].join(' ').normalize('NFC');
      const word =
        text
          .slice(start % (text.length + 1))
          .slice(0, length % 6)
          .split(' ')[0] ?? '';
      expect(searchMatch(item, { q: bare ? folded(word) : word.toUpperCase() })).not.toBeNull();
    }),
  );
});

test('more words never find more, and a word in the title never ranks below the same word elsewhere', () => {
  fc.assert(
    fc.property(fc.array(anyItem), letters, letters, (items, one, other) => {
      const few = found(items, { q: `${one} ${other}` });
      const many = found(items, { q: one });
      expect(many).toEqual(expect.arrayContaining(few));
      const inTitle = many.map((item) => folded(item.title).includes(folded(one.trim())));
      if (!/\s|aa|oe/u.test(folded(one.trim())) && one.trim()) expect(inTitle).toEqual([...inTitle].sort().reverse());
    }),
  );
});

test('distinct words come in the order of the alphabet', () => {
  expect(distinct(['åpenhet', 'brann', 'ærlighet', 'brann'])).toEqual(['brann', 'ærlighet', 'åpenhet']);
});
