import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { readCourseFiles } from './read-course.js';
import { withWrittenIds } from './written-ids.js';

const brannvern = readFileSync('courses/brannvern/guide.md', 'utf8');
const top = `${brannvern.split('---').slice(0, 2).join('---')}---\n\n# A {#a}\n\n`;
const manyLines = 9_900;
const runs = (text: string, count: number) => `${text}\n\n`.repeat(count);

/** The processor's time, so that a busy machine makes no difference. */
function milliseconds(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

/** Eighteen places with six ways from each to the next: more walks than can be counted. */
const layers = Array.from({ length: 19 }, (_, place) => {
  const ways = `- [a](#s${place + 1})\n`.repeat(place === 0 ? 5 : 6) + (place === 0 ? '- [b](#best)\n' : '');
  return place === 0 ? `${ways}\n` : `### a {#s${place}}\n\n${ways}\n`;
}).join('');

/** Each just below a limit of `markdown-weight.ts`, or far above it. */
const bombs: Record<string, string> = {
  'quotes in quotes': '> '.repeat(200_000),
  'quotes at the limit': `${'> '.repeat(11)}x\n`.repeat(2_300),
  'lists in lists': Array.from({ length: 5_000 }, (_, level) => `${' '.repeat(level * 2)}- x`).join('\n'),
  'lists at the limit':
    `${Array.from({ length: 11 }, (_, level) => `${' '.repeat(level * 2)}- x`).join('\n')}\n\n`.repeat(800),
  'one line of list marks': '- '.repeat(500_000),
  'a flat list': '- x\n'.repeat(manyLines),
  emphasis: runs('_a_'.repeat(660), 15),
  'bold in bold': runs('**a*'.repeat(600), 10),
  'open links': runs('[a]('.repeat(900), 10),
  'links in links': runs(`${'['.repeat(480)}a${'](b)'.repeat(480)}`, 20),
  'links to nowhere': runs('[a](b)', 4_900),
  images: runs('![](media/x.svg)', 4_900),
  'code marks': runs(Array.from({ length: 60 }, (_, length) => '`'.repeat(length)).join(' '), 11),
  tags: runs('<a '.repeat(1_900), 10),
  'web addresses': runs('http://a.b '.repeat(900), 22),
  'bare web addresses': runs('www.a.b '.repeat(1_100), 100),
  'mail addresses': runs('a@b.no '.repeat(1_400), 14),
  'a long table': `|a|b|\n|-|-|\n${'|x|y|\n'.repeat(manyLines)}`,
  'a wide table': `${'|a'.repeat(4_900)}|\n${'|-'.repeat(4_900)}|\n${'|a'.repeat(4_900)}|\n`,
  'the same question': '## Spørsmål: a\n\n- [x] a\n- [ ] b\n\n'.repeat(1_900),
  'the same lesson': '# a\n\nx\n\n'.repeat(2_450),
  'long words': runs('a'.repeat(9_000), 100),
  'long blanks': runs(`x${' '.repeat(9_000)}x`, 100),
  'open braces': runs(`# ${'{'.repeat(9_000)}}`, 100),
  'character references': runs('&#106;'.repeat(1_500), 100),
  'number signs': runs(`###### ${'# '.repeat(4_000)}`, 100),
  setext: `${'a\n'.repeat(manyLines)}---`,
  definitions: '[a]: b\n'.repeat(5_000),
  marks: runs('a <!--#k-->', 4_900),
  'many marks in a line': runs('<!--#k-->'.repeat(300), 15),
  'open marks': runs('<!--#'.repeat(1_900), 10),
  facts: runs('{{a}} '.repeat(1_900), 80),
  'open facts': runs('{{'.repeat(4_900), 90),
  'folding text': '> [!MER] a\n> b\n\n'.repeat(3_000),
  words: '> [!ORD] a\n> b\n\n[a](#a)\n\n'.repeat(1_500),
  steps: `> [!STEG] a\n${'> 1. b\n'.repeat(9_000)}`,
  captions: 'Tabell: a\n\n|a|\n|-|\n\n'.repeat(1_900),
  'quotes with sources': '> a\n>\n> — b\n\n'.repeat(2_400),
  'heavy words': runs('i henhold til '.repeat(700), 100),
  'hidden doers': runs('skal skal kan må '.repeat(600), 100),
  'capital letters': runs('AA '.repeat(3_300), 100),
  'things in order': `## Rekkefølge: a {#b}\n\n${'1. a\n'.repeat(9_000)}`,
  pairs: `## Par: a {#b}\n\n|a|b|\n|-|-|\n${'|a|b|\n'.repeat(manyLines - 20)}`,
  situations: `## Valg: a {#b}\n\n- [a](#c)\n\n${'### a\n\n- [a](#a)\n'.repeat(3_000)}`,
  'ways in a scenario': `## Valg: a {#b}\n\n${'- [a](#a)\n'.repeat(1_900)}`,
  layers: `## Valg: a {#b}\n\n${layers}### Slutt: a {#s19}\n\n### Slutt: b {#best poeng=1}\n`,
  numbers: runs('## Tall: a {#b}\n\nSvar: ' + '1 '.repeat(4_000) + '±', 60),
  hints: `## Spørsmål: a {#b}\n\n${'> Hint: a\n\n'.repeat(4_900)}`,
  'a language': runs('the and you '.repeat(800), 100),
};

/** About a second on a quiet machine. A bomb that works takes minutes: five seconds tell the two apart on any day. */
const slowDay = 5_000;

it.each(Object.entries(bombs))('is answered at once: %s', (_, body) => {
  const files = new Map([['guide.md', Buffer.from((top + body).slice(0, 1024 * 1024))]]);
  const start = process.cpuUsage();
  const { problems } = readCourseFiles('bombe', files);
  expect(milliseconds(start)).toBeLessThan(slowDay);
  expect(problems.map((problem) => problem.rule)).not.toContain('not-understood');
});

const frontMatterBombs: Record<string, string> = {
  lists: '['.repeat(19_000),
  maps: '{a: '.repeat(4_000),
  aliases: 'a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: &d [*c, *c]\ntitle: [*d, *d]',
  quotes: '"'.repeat(19_000),
  keys: '? '.repeat(9_000),
  prototype: '__proto__: {title: x}\nconstructor: 1',
  tags: 'title: !!binary x\nsummary: !!js/function x',
};

it.each(Object.entries(frontMatterBombs))('reads no fields from %s, and says so at once', (_, yaml) => {
  const start = process.cpuUsage();
  const { course, problems } = readCourseFiles(
    'bombe',
    new Map([['guide.md', Buffer.from(`---\n${yaml}\n---\n\n# A\n\nx`)]]),
  );
  expect(milliseconds(start)).toBeLessThan(slowDay);
  expect(course).toBeNull();
  expect(problems.some((problem) => problem.rule.startsWith('front-matter') || problem.rule.startsWith('field'))).toBe(
    true,
  );
});

const fragments = [
  ...[
    '---\n',
    '# ',
    '## Spørsmål: ',
    '## Erklæring: x {#x}\n',
    '## Sant eller usant: x {#x}\n',
    '## Rekkefølge: x {#x}\n',
    '## Par: x {#x}\n',
    '## Tall: x {#x}\n',
    '## Valg: x {#x}\n',
    '### Slutt: x {#y poeng=1}\n',
    '- [x](#y)\n',
    '## Praktisk oppgave: x {#x}\n',
    '## Refleksjon: x {#x}\n',
    '> Hint: x\n',
    '\nSvar: 1 ± 2 m\n',
    ' trekk=1 stokk',
    '{#',
    '}',
    '{#a b=c}',
    '- [x] ',
    '- [ ]\n',
    '  > ',
    '> [!',
    '> [!MER] a\n> b\n',
    '> [!ORD] a\n> b\n',
    '> [!STEG] a\n> 1. b\n',
    'Tabell: a\n\n',
    '<!--#a-->',
    '<!--=01234567-->',
    '{{a}}',
    'facts:\n  a:\n    description: b\n',
    'accepted:\n  - rule: alt-missing\n',
    '\n> — a\n',
    '](lang:en)',
    ']',
  ],
  ...[
    'Svar: `a`',
    '| a |\n|---|\n',
    '![](',
    '![x](media/a.mp4 "y")',
    '[',
    '](',
    '](#a)',
    '<script>',
    '<!--',
    '```\n',
    '\u0000',
  ],
  ...[
    '\r',
    '\r\n',
    '\t',
    '\\',
    '&#x6a;',
    '_',
    '**',
    '[a]: b\n',
    'title: ',
    'language: nn\n',
    '\uFEFF',
    'æ',
    '💥',
    '\u2028',
  ],
];

const mutation = fc.record({
  at: fc.nat(),
  cut: fc.nat({ max: 300 }),
  insert: fc.oneof(fc.constantFrom(...fragments), fc.string({ maxLength: 20 })),
  times: fc.nat({ max: 3 }),
});

it('answers any mutation of a real guide, at once, and with a course exactly when there is no error', () => {
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 8 }), (mutations) => {
      let text = brannvern;
      for (const { at, cut, insert, times } of mutations) {
        const from = at % (text.length + 1);
        text = text.slice(0, from) + insert.repeat(times) + text.slice(from + cut);
      }
      const start = process.cpuUsage();
      const { course, problems } = readCourseFiles('brannvern', new Map([['guide.md', Buffer.from(text)]]));
      expect(milliseconds(start)).toBeLessThan(slowDay);
      expect(course === null).toBe(problems.some((problem) => problem.severity === 'error'));
      expect(problems.map((problem) => problem.rule)).not.toContain('not-understood');
      const lines = text.split(/\r\n?|\n/u).length;
      for (const { file, line } of problems) if (file === 'guide.md') expect(line).toBeLessThanOrEqual(lines);
    }),
    { numRuns: 150 },
  );
});

it('answers any bytes under any names', () => {
  const path = fc.oneof(
    fc.constantFrom('guide.md', 'guide.nn.md', 'media/a.svg', 'media/a.mp4', '../x', ''),
    fc.string(),
  );
  const content = fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes));
  fc.assert(
    fc.property(fc.string(), fc.array(fc.tuple(path, content), { maxLength: 6 }), (slug, entries) => {
      expect(readCourseFiles(slug, new Map(entries)).course).toBeNull();
    }),
    { numRuns: 300 },
  );
});

const drawings: Record<string, string> = {
  texts: '<text x="1" y="1">a</text>'.repeat(7_000),
  'texts on shapes': '<rect width="9" height="9" fill="#fff"/><text x="1" y="1">a</text>'.repeat(3_000),
  'texts without an end': '<text x="1">'.repeat(15_000),
  groups: '<g transform="scale(2)">'.repeat(8_000),
  'open tags': '<a '.repeat(60_000),
  attributes: `<rect ${'x="1" '.repeat(30_000)}/>`,
};

it.each(Object.entries(drawings))('looks at a drawing of %s at once', (_, inside) => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}</svg>`;
  const files = new Map([
    ['guide.md', Buffer.from(`${top}![a](media/a.svg)`)],
    ['media/a.svg', Buffer.from(svg)],
  ]);
  const start = process.cpuUsage();
  readCourseFiles('bombe', files);
  expect(milliseconds(start)).toBeLessThan(slowDay);
});

it.each(Object.entries(bombs))('writes no marks into %s that take their time', (_, body) => {
  const files = new Map([['guide.md', Buffer.from((top + body).slice(0, 1024 * 1024))]]);
  const start = process.cpuUsage();
  withWrittenIds('bombe', files);
  expect(milliseconds(start)).toBeLessThan(2 * slowDay);
});
