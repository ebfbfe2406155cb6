import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Candidate, distinct, type Findable, folded, found, searchMatch, searchTexts } from './search.js';

function aCandidate(overrides: Partial<Findable> = {}): Candidate {
  const item: Findable = {
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
  return { item, texts: searchTexts(item) };
}

test.each(['håndhygiene', 'HÅNDHYGIENE', 'handhygiene', 'haandhygiene', 'hygiene', 'Hånd vasker', 'solvik smitte', ''])(
  '«%s» is found',
  (q) => expect(searchMatch(aCandidate(), { q })).not.toBeNull(),
);

test.each(['brann', 'håndhygiene brann'])('«%s» is not: every word must be there', (q) =>
  expect(searchMatch(aCandidate(), { q })).toBeNull(),
);

test('ø and æ may be written without', () => {
  const item = aCandidate({ title: 'Førstehjelp for lærere' });
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
  const titles = found(places.map(aCandidate), { q: 'brann' }).map(({ title }) => title);
  expect(titles).toEqual(['Brannvern', 'C', 'B', 'Ærlighet', 'Åpenhet']);
});

test('filters narrow, each on its own', () => {
  const item = aCandidate();
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
const anyCandidate = fc
  .record({ title: letters, summary: letters, publisher: letters, topics: fc.array(letters, { maxLength: 3 }) })
  .map(aCandidate);

test('any part of any word finds its course, in any case and with or without accents', () => {
  fc.assert(
    fc.property(anyCandidate, fc.nat(), fc.nat(), fc.boolean(), (candidate, start, length, bare) => {
      const { item } = candidate;
      const text = [item.title, item.summary, item.publisher, ...item.topics].join(' ').normalize('NFC');
      const word =
        text
          .slice(start % (text.length + 1))
          .slice(0, length % 6)
          .split(' ')[0] ?? '';
      expect(searchMatch(candidate, { q: bare ? folded(word) : word.toUpperCase() })).not.toBeNull();
    }),
  );
});

test('more words never find more, and a word in the title never ranks below the same word elsewhere', () => {
  fc.assert(
    fc.property(fc.array(anyCandidate), letters, letters, (items, one, other) => {
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
