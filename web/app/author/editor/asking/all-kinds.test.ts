import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { askingBlockAt } from '../text-commands.js';
import { askingKinds, readBlock, writeBlock } from './all-kinds.js';
import { attribute, emptyAsking, withAttribute } from './asking-text.js';

const blocks: Record<string, string> = {
  choice: `## Spørsmål: Du lukter røyk. Hva gjør du? {#royk forsok=1}

Klokka er 02.30.

1. Du er alene.
2. Det er åtte beboere.

> Hint: Tenk på tida.

- [ ] Leter etter røyken.
  > Da går det minutter.
  > Varsle først.
- [x] Ringer 110.

> Varsle, redde, slokke.`,
  fillIn: `### Spørsmål: Hvilket nummer? {#nummer}

Svar: \`110\` eller \`en en null\`

> Hint: Det har tre siffer.

> Riktig: Ja.

> Galt: Det er 110.`,
  declaration: `## Erklæring: Taushet {#taushet} <!--=8d1c02f3-->

Jeg har forstått det.

Også etterpå.

- [ ] Jeg har lest det.`,
  practical:
    '## Praktisk oppgave: Bruk teppet {#teppet}\n\nLederen ser etter at du\n\n- holder teppet\n- lar det ligge',
  reflection: '## Refleksjon: Når er det vanskelig? {#vanskelig}\n\nTenk på en gang.',
  trueFalse: '## Sant eller usant: Røyk stiger. {#stiger}\n\nSvar: sant',
  sequencing: '## Rekkefølge: Hva først? {#forst}\n\n1. Varsle\n2. Redde\n3. Slokke',
  numeric: '## Tall: Hvor varm er en frisk kropp? {#varm}\n\nSvar: 37,5 ± 0,5 °C',
  matching:
    '## Par: Hva brukes til hva? {#bruk}\n\n| Slukker | Brann |\n|---|---|\n| Teppe | Gryte |\n| Skum | Papir |',
};

describe('a block as a form', () => {
  test.each(Object.entries(blocks))('%s comes back as it was written', (id, block) => {
    const read = readBlock(block);
    expect(read?.kind.id).toBe(id);
    expect(read && writeBlock(read)).toBe(block);
  });

  test('every kind is tried', () => {
    expect(askingKinds.map(({ id }) => id).sort()).toEqual(Object.keys(blocks).sort());
  });

  test.each([
    ['text after the answers', '## Spørsmål: Når?\n\n- [x] Nå.\n- [ ] Aldri.\n\nHusk såpe.'],
    ['a list in an answer', '## Spørsmål: Når?\n\n- [x] Nå.\n  - Alltid.\n- [ ] Aldri.'],
    ['a heading of another word', '## Oppskrift: Når?\n\n- [x] Nå.\n- [ ] Aldri.'],
    ['two boxes in a declaration', '## Erklæring: Taushet\n\nTekst.\n\n- [ ] En.\n- [ ] To.'],
    ['a number in words', '## Tall: Hvor mange?\n\nSvar: tre'],
  ])('%s is left to the text', (_, block) => {
    expect(readBlock(block)).toBeNull();
  });

  test('nearly every question of our own guides has a form, and none loses anything in it', () => {
    const found: boolean[] = [];
    for (const slug of readdirSync('courses', { withFileTypes: true })) {
      if (!slug.isDirectory() || !existsSync(`courses/${slug.name}/guide.md`)) continue;
      const text = readFileSync(`courses/${slug.name}/guide.md`, 'utf8');
      for (const { index } of text.matchAll(/^##+ (?:Spørsmål|Erklæring|Par|Tall|Rekkefølge|Sant eller usant):/gmu)) {
        const block = askingBlockAt(text, index + 5)?.text ?? '';
        const read = readBlock(block);
        found.push(read !== null);
        if (read) expect(writeBlock(read)).toBe(block);
      }
    }
    expect(found.filter(Boolean).length / found.length).toBeGreaterThan(0.95);
  });

  const words = fc.stringMatching(/^[a-zæøå][a-zæøå ]{0,20}[a-zæøå?]$/u);
  test('what is typed in the form of a choice is read back', () => {
    const typed = fc.array(fc.record({ text: words, isRight: fc.boolean(), feedback: words }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(words, words, typed, (title, explanation, answers) => {
        const kind = askingKinds[0]!;
        const text = { ...emptyAsking(kind.word), title, explanation };
        expect(readBlock(writeBlock({ kind, text, answers }))?.answers).toEqual(answers);
      }),
    );
  });
});

test('an attribute is written beside the name, and taken out again', () => {
  expect(withAttribute('{#royk}', 'forsok', '1')).toBe('{#royk forsok=1}');
  expect(withAttribute('{#royk forsok=1 poeng=2}', 'forsok', '3')).toBe('{#royk poeng=2 forsok=3}');
  expect(withAttribute('{#royk forsok=1}', 'forsok', '')).toBe('{#royk}');
  expect(withAttribute('', 'forsok', '1')).toBe('{forsok=1}');
  expect(attribute('{#royk forsok=3}', 'forsok')).toBe('3');
});
