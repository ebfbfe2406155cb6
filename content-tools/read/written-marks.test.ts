import { expect, it } from '@jest/globals';
import { blocksOf } from '@kursdugnad/core/course/course-parts.js';
import fc from 'fast-check';
import { withoutMarks } from './block-mark.js';
import { readCourseFiles } from './read-course.js';
import { aGuide } from './rules/example.js';
import { withWrittenIds } from './written-ids.js';

const filesOf = (body: string) => new Map(aGuide(body).files);
const textOf = (files: ReadonlyMap<string, Buffer>) => files.get('guide.md')?.toString() ?? '';

function fixed(files: ReadonlyMap<string, Buffer>): ReadonlyMap<string, Buffer> {
  return new Map([...files, ...withWrittenIds('hender', files)]);
}

/** Id by the word that only one block has. */
function idsIn(files: ReadonlyMap<string, Buffer>): Map<string, string> {
  const { course, problems } = readCourseFiles('hender', files);
  const faults = problems.filter(({ severity }) => severity === 'error');
  if (!course) throw new Error(JSON.stringify([faults, textOf(files)]));
  const [edition] = course.editions;
  return new Map(
    (edition ? blocksOf(edition) : []).flatMap((block) => {
      const word = /ord\d+/u.exec(JSON.stringify(block))?.[0];
      return word ? [[word, block.id] as const] : [];
    }),
  );
}

const shapes: Record<string, (word: string) => string> = {
  paragraph: (word) => `Vask ${word}.`,
  'several lines': (word) => `Vask\n*dem alle\nsammen* ${word}.`,
  'a hard break': (word) => `Vask ${word}  \nog tørk.`,
  'a backslash break': (word) => `Vask ${word}\\\nog tørk.`,
  'a list': (word) => `- ${word}\n- tørk`,
  'a numbered list': (word) => `1. ${word}\n2. tørk`,
  'a table': (word) => `| Når | ${word} |\n|---|---|\n| Nå | ja |`,
  'a bare table': (word) => `Når | ${word}\n---|---\nNå | ja`,
  'a table with a caption': (word) => `Tabell: Om ${word}\n\n| Når | Hva |\n|---|---|\n| Nå | ja |`,
  'a quote': (word) => `> Vask ${word}.\n>\n> — Kari`,
  'a callout': (word) => `> [!HUSK]\n> Vask ${word}.`,
  'folding text': (word) => `> [!MER] Om ${word}\n> Vask.`,
  'a word': (word) => `> [!ORD] Ordet ${word}\n> Betyr noe.`,
  steps: (word) => `> [!STEG] Slik ${word}\n> 1. Vask.\n> 2. Tørk.`,
  code: (word) => `\`\`\`\n${word}\n\`\`\``,
  'indented code': (word) => `    ${word}`,
  'code over lines': (word) => `Skriv \`a\n${word}\` der.`,
  'a sub-heading': (word) => `## Om ${word}`,
  'a sub-heading with closing signs': (word) => `## Om ${word} ##`,
  'an underlined sub-heading': (word) => `Om ${word}\n---`,
};

const block = fc.constantFrom(...Object.keys(shapes));
const lesson = (blocks: readonly string[]) => `# Vask {#vask}\n\nTil å begynne med.\n\n${blocks.join('\n\n')}\n`;

it.each(Object.keys(shapes))('writes a mark on %s without changing anything else', (name) => {
  const before = filesOf(lesson([shapes[name]?.('ord1') ?? '']));
  const after = fixed(before);
  expect(textOf(after)).toContain('<!--#');
  const removed = textOf(after)
    .split('\n')
    .filter((line) => withoutMarks(line).trim() !== '' || !line.includes('<!--#'));
  expect(withoutMarks(removed.join('\n'))).toBe(textOf(before));
  expect(readCourseFiles('hender', after).course).toEqual(readCourseFiles('hender', before).course);
  expect([...idsIn(after).keys()]).toEqual(['ord1']);
  expect(withWrittenIds('hender', after).size).toBe(0);
});

const change = fc.oneof(
  fc.record({ what: fc.constant('edit' as const), at: fc.nat() }),
  fc.record({ what: fc.constant('move' as const), at: fc.nat(), to: fc.nat() }),
  fc.record({ what: fc.constant('insert' as const), at: fc.nat(), shape: block }),
  fc.record({ what: fc.constant('remove' as const), at: fc.nat() }),
);

it('keeps the ids of what is edited, moved and stands beside it, and has no more to write the second time', () => {
  fc.assert(
    fc.property(
      fc.array(block, { minLength: 1, maxLength: 8 }),
      fc.array(change, { maxLength: 6 }),
      (names, changes) => {
        let count = 0;
        const made = (name: string) => shapes[name]?.(`ord${(count += 1)}`) ?? '';
        let files = fixed(filesOf(lesson(names.map(made))));
        const known = idsIn(files);
        for (const one of changes) {
          const blocks = piecesOf(textOf(files));
          const at = one.at % Math.max(1, blocks.length);
          if (one.what === 'edit') blocks[at] = blocks[at]?.replace(/tørk|Vask|Om|Til/iu, 'Skyll') ?? '';
          if (one.what === 'remove') blocks.splice(at, 1);
          if (one.what === 'insert') blocks.splice(at, 0, made(one.shape));
          if (one.what === 'move') blocks.splice(one.to % Math.max(1, blocks.length), 0, ...blocks.splice(at, 1));
          files = fixed(filesOf(`# Vask {#vask}\n\nTil å begynne med.\n\n${blocks.join('\n\n')}\n`));
          // Two lists beside each other are one to Markdown.
          if (idsIn(files).size !== blocks.length) return;
          for (const [word, id] of idsIn(files)) expect(id).toBe(known.get(word) ?? known.set(word, id).get(word));
          expect(withWrittenIds('hender', files).size).toBe(0);
        }
      },
    ),
    { numRuns: 60 },
  );
});

/** The blocks of the lesson as an author would cut and paste them. */
function piecesOf(text: string): string[] {
  const body = text.slice(text.indexOf('# Vask')).split('\n\n').slice(2);
  const pieces: string[] = [];
  for (const piece of body.map((one) => one.trimEnd()).filter(Boolean)) {
    if (/^Tabell:/u.test(pieces.at(-1) ?? '') && !pieces.at(-1)?.includes('\n\n'))
      pieces.push(`${pieces.pop()}\n\n${piece}`);
    else pieces.push(piece);
  }
  return pieces;
}

it('gives a copied block a name of its own', () => {
  const files = fixed(filesOf(lesson(['Vask ord1.'])));
  const line =
    textOf(files)
      .split('\n')
      .find((one) => one.includes('ord1')) ?? '';
  const copied = fixed(
    filesOf(textOf(files).slice(textOf(files).indexOf('# Vask')) + `\n${line.replace('ord1', 'ord2')}\n`),
  );
  const ids = idsIn(copied);
  expect(ids.get('ord1')).toBe(idsIn(files).get('ord1'));
  expect(ids.get('ord2')).not.toBe(ids.get('ord1'));
  expect(textOf(copied)).toContain(`<!--#${ids.get('ord2')}-->`);
});

it.each([
  ['a later line', 'Vask.\nTørk. <!--#a1-->', 'Vask. <!--#a1-->\nTørk.'],
  ['the middle of the line', 'Vask <!--#a1--> hendene.\nTørk.', 'Vask hendene. <!--#a1-->\nTørk.'],
  ['a later item', '- Vask.\n- Tørk. <!--#a1-->', '- Vask. <!--#a1-->\n- Tørk.'],
  ['below a callout', '> [!HUSK]\n> Vask. <!--#a1-->', '> [!HUSK] <!--#a1-->\n> Vask.'],
])('moves a mark from %s to the end of the first line', (_, written, wanted) => {
  const body = (text: string) => `# Vask {#vask}\n\n${text}\n\nSå er du ferdig. <!--#b2-->`;
  expect(textOf(fixed(filesOf(body(written))))).toBe(textOf(filesOf(body(wanted))));
});
