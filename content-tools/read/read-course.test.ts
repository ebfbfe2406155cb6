import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { blocksOf, questionsOf } from '@kursdugnad/core/course/course-parts.js';
import { withoutMarks } from './block-mark.js';
import { readFolder } from './course-folder.js';
import { readCourse, readCourseFiles } from './read-course.js';
import { fine, translated } from './rules/example.js';
import { withWrittenIds } from './written-ids.js';

const guides = readdirSync('courses').filter((name) => existsSync(`courses/${name}/guide.md`));

describe.each(guides)('courses/%s', (slug) => {
  it('has no errors', async () => {
    const { course, problems } = await readCourse(`courses/${slug}`);
    expect(problems.filter((problem) => problem.severity === 'error')).toEqual([]);
    expect(course?.slug).toBe(slug);
  });

  it('has different ids within an edition and the same ids across editions', async () => {
    const { course } = await readCourse(`courses/${slug}`);
    const ids =
      course?.editions.map((edition) => [...edition.lessons, ...blocksOf(edition)].map((part) => part.id)) ?? [];
    for (const own of ids) {
      expect(new Set(own).size).toBe(own.length);
      expect(own).toEqual(ids[0]);
    }
  });
});

const top = fine.files.get('guide.md')?.toString().split('\n\n')[0] ?? '';
const read = (body: string, more: Record<string, string> = {}) =>
  readCourseFiles(
    'hender',
    new Map(
      Object.entries({ 'guide.md': `${top}\n\n${body}`, ...more }).map(([path, text]) => [path, Buffer.from(text)]),
    ),
  );

it('reads every kind of block', () => {
  const { course, problems } = read(
    `Velkommen.

# Vask {#vask}

Tekst *her*.

> [!tips]
> Bruk såpe.

## Når

![](media/a.svg)

### Spørsmål: Hvor *ofte*? {#ofte poeng=2 forsok=1}

Du er på jobb.

- [x] **Ofte**.
  > Ja.
- [X] Når de er skitne.

  > Ja da.
- [ ] Aldri.
  > Jo.

> Såpe er best.

## Spørsmål: Nummer? {#nummer}

Svar: \`110\` eller \`en en null\`

> Riktig: Ja.

> Galt: Nei.

> Husk det.

## Erklæring: Løfte {#lofte}

Jeg vasker.

- [ ] Jeg lover.`,
    { 'media/a.svg': '<svg xmlns="http://www.w3.org/2000/svg"></svg>' },
  );
  expect(problems).toEqual([]);
  expect(course?.editions[0]).toMatchObject({
    introduction: [{ kind: 'text', id: 'ms565', markdown: 'Velkommen.' }],
    lessons: [
      {
        id: 'vask',
        blocks: [
          { kind: 'text', id: 'tb3jg', markdown: 'Tekst *her*.' },
          { kind: 'callout', id: 'qs2rb', tone: 'tips', markdown: 'Bruk såpe.' },
          { kind: 'text', id: 'cvs9p', markdown: '## Når' },
          { kind: 'figure', id: 'p8v5n', src: 'media/a.svg', alt: '' },
          { kind: 'question', id: 'ofte', question: multiple },
          { kind: 'question', id: 'nummer', question: fillIn },
          {
            kind: 'declaration',
            id: 'lofte',
            declaration: { title: 'Løfte', text: 'Jeg vasker.', confirm: 'Jeg lover.' },
          },
        ],
      },
    ],
  });
});

const multiple = {
  ...{
    kind: 'multiple',
    prompt: 'Hvor *ofte*?',
    situation: 'Du er på jobb.',
    explanation: 'Såpe er best.',
    points: 2,
    tries: 1,
  },
  choices: [
    { id: 'a', text: '**Ofte**.', correct: true, feedback: 'Ja.' },
    { id: 'b', text: 'Når de er skitne.', correct: true, feedback: 'Ja da.' },
    { id: 'c', text: 'Aldri.', correct: false, feedback: 'Jo.' },
  ],
};
const fillIn = {
  kind: 'fill-in',
  accepted: ['110', 'en en null'],
  whenRight: 'Ja.',
  whenWrong: 'Nei.',
  explanation: 'Husk det.',
};

describe('places', () => {
  const lines = top.split('\n').length;
  it.each([
    ['in a paragraph', '# A {#a}\n\nEn linje\nog <b>fet</b>.', 4, 4],
    ['in a quote', '# A {#a}\n\n> En linje\n> og <b>fet</b>.', 4, 6],
    ['in a list in a list', '# A {#a}\n\n- x\n  - y <i>z</i>', 4, 7],
    ['in a table', '# A {#a}\n\n| a | b |\n|---|---|\n| x | <b>y</b> |', 5, 7],
    ['in a heading', '# A {#a}\n\n## Ny <b>x</b>\n\nTekst.', 3, 7],
    ['after Windows line ends', '# A {#a}\r\n\r\nTekst.\r\n\r\n**<b>x</b>**', 5, 3],
  ])('are right %s', (_, body, line, column) => {
    expect(read(body).problems.find((problem) => problem.rule === 'raw-html')).toMatchObject({
      ...{ file: 'guide.md', line: lines + 1 + line, column },
    });
  });
});

describe('withWrittenIds', () => {
  const body =
    '# Når alarmen går  \r\n\r\nGå.\r\n\r\n## Spørsmål: Når? ##\r\n\r\nSvar: `nå`\r\n\r\nSlokke\r\n===\r\n\r\nSlokk.\r\n';
  const files = new Map([
    ['guide.md', Buffer.from(`${top}\n\n${body}`)],
    [
      'guide.nn.md',
      Buffer.from(
        `\uFEFF${translated}\n# Alarmen {#nar-alarmen-gar}\n\nGå.\n\n## Spørsmål: No?\n\nSvar: \`no\`\n\n# Sløkk\n\nSløkk.`,
      ),
    ],
  ]);
  const written = withWrittenIds('hender', files);

  it('puts the ids at the end of the headings and leaves every other byte', () => {
    const text = written.get('guide.md')?.toString() ?? '';
    expect(text).toContain('# Når alarmen går {#nar-alarmen-gar}  \r\n');
    expect(text).toContain('## Spørsmål: Når? {#nar} ##\r\n');
    expect(text).toContain('Slokke {#slokke}\r\n===');
    expect(withoutMarks(text.replaceAll(/ \{#[^}]*\}/gu, ''))).toBe(files.get('guide.md')?.toString());
    expect(written.get('guide.nn.md')?.toString()).toContain('# Sløkk {#slokke}');
  });

  it('changes nothing but the complaint', () => {
    const before = readCourseFiles('hender', files);
    const after = readCourseFiles('hender', new Map([...files, ...written]));
    expect(before.problems.map((problem) => problem.rule)).toContain('id-missing');
    expect(after.problems.map((problem) => problem.rule)).not.toContain('id-missing');
    expect(after.course).toEqual(before.course);
    expect(after.course?.editions.map((edition) => questionsOf(edition).length)).toEqual([1, 1]);
    expect(withWrittenIds('hender', new Map([...files, ...written])).size).toBe(0);
  });
});

it('leaves hidden files and litter out of a folder', async () => {
  const paths = [...(await readFolder('content-tools/read')).keys()];
  expect(paths).toContain('rules/rule.ts');
  expect(paths.some((path) => path.startsWith('.'))).toBe(false);
});
