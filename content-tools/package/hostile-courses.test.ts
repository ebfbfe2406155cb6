import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readdirSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import type { CourseFiles } from '../read/course-files.js';
import { readFolder } from '../read/course-folder.js';
import type { ReadCourse } from '../read/course-problem.js';
import { readCourseFiles } from '../read/read-course.js';
import { packageMaker } from './build-package.js';
import { refusals } from './bundle-refusal.js';
import { inspectPackage } from './inspect-package.js';
import { packSource, unpackSource } from './source-bundle.js';

// `FUZZ=10000` for a night's run; a few each time the tests run.
const runs = Number(process.env.FUZZ ?? 60);
/** Ten times what the slowest takes on a quiet machine, by the processor's clock. */
const slowest = 10_000;

const slugs = readdirSync('courses', { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? one.name : []));
const courses = new Map<string, CourseFiles>();
for (const slug of slugs) courses.set(slug, await readFolder(`courses/${slug}`));

const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 40 }),
  fc
    .constantFrom(
      '---\n',
      '# ',
      '## Spørsmål: ',
      '{#a}',
      '> [!',
      '- [x] ',
      '](',
      '<svg onload=x>',
      '```',
      '\0',
      '\u2028',
    )
    .map((text) => new TextEncoder().encode(text)),
);
const mutation = fc.record({
  /** Which file, where in it, how much is taken away, and what comes instead, how often. */
  ...{ file: fc.nat(), at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(400), insert: bytes },
  ...{ times: fc.nat(4), rename: fc.option(fc.string({ minLength: 1, maxLength: 30 }), { freq: 12 }) },
});
type Mutation = typeof mutation extends fc.Arbitrary<infer M> ? M : never;
const mutated = fc.record({
  slug: fc.constantFrom(...slugs),
  mutations: fc.array(mutation, { minLength: 1, maxLength: 5 }),
});

function changed(content: Buffer, { at, cut, insert, times }: Mutation): Buffer {
  const from = Math.floor(at * content.length);
  return Buffer.concat([content.subarray(0, from), ...Array(times).fill(insert), content.subarray(from + cut)]);
}

function changedFiles(files: CourseFiles, mutations: Mutation[]): CourseFiles {
  const now = new Map(files);
  for (const one of mutations) {
    // Half of them hit a text: that is where most can go wrong.
    const paths = [...now.keys()].sort((a, b) => Number(b.endsWith('.md')) - Number(a.endsWith('.md')));
    const path = one.file % 2 === 0 ? paths[0] : paths[one.file % paths.length];
    const content = changed(now.get(path ?? '') ?? Buffer.alloc(0), one);
    if (one.rename !== null) now.delete(path ?? '');
    now.set(one.rename ?? path ?? '', content);
  }
  return now;
}

function isAnswered({ course, problems }: ReadCourse): void {
  expect(course === null).toBe(problems.some(({ severity }) => severity === 'error'));
  for (const { rule, file, line, message, mend } of problems) {
    expect(rule).not.toBe('not-understood');
    expect(file && message && mend).toBeTruthy();
    expect(line).toBeGreaterThan(0);
  }
}

async function inTime(work: () => Promise<void>): Promise<void> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1000).toBeLessThan(slowest);
}

test('any folder that was a course gets an answer with file and reason, and what passes can be packed', async () => {
  const before = await ourTracks();
  let packed = 0;
  await fc.assert(
    fc.asyncProperty(mutated, ({ slug, mutations }) =>
      inTime(async () => {
        const files = changedFiles(courses.get(slug)!, mutations);
        const read = readCourseFiles(slug, files);
        isAnswered(read);
        if (!read.course) return;
        packed += 1;
        const zip = await packageMaker(read.course, files).make('scorm12');
        if (!('tooLarge' in zip)) expect(await inspectPackage(zip)).toMatchObject({ kind: 'scorm12' });
      }),
    ),
    // One that nothing has happened to, so that something is packed whatever chance brings.
    { numRuns: runs, examples: [[{ slug: slugs[0]!, mutations: [] }]] },
  );
  expect(packed).toBeGreaterThan(0);
  expect(await ourTracks()).toEqual(before);
}, 10_000_000);

test('any zip that was a course gets an answer with a reason', async () => {
  const zips = new Map<string, Buffer>();
  for (const [slug, files] of courses) zips.set(slug, await packSource(files, slug));
  await fc.assert(
    fc.asyncProperty(mutated, ({ slug, mutations }) =>
      inTime(async () => {
        const zip = mutations.reduce(changed, zips.get(slug)!);
        const unpacked = await unpackSource(zip);
        expect(await inspectPackage(zip)).toBeDefined();
        if ('refused' in unpacked) expect(Object.keys(refusals)).toContain(unpacked.refused.reason);
        else isAnswered(readCourseFiles(slug, unpacked.files));
      }),
    ),
    { numRuns: runs },
  );
}, 10_000_000);

/** What we would leave behind if anything were written. */
async function ourTracks(): Promise<string[]> {
  return (await readdir(tmpdir())).filter((name) => name.startsWith('kurs-pdf-'));
}
