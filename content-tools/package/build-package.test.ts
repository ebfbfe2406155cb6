import { execFileSync } from 'node:child_process';
import { runInNewContext } from 'node:vm';
import { expect, test } from '@jest/globals';
import { largestState, stateLimits } from '@kursdugnad/core/runtime/state-size.js';
import type { Course } from '@kursdugnad/core/course/course.js';
import { aCourse, aDeclaration, aFillIn, aLesson, anEdition, asking } from '../../test/builders/course-builder.js';
import { everyKindFolder } from '../../test/builders/every-kind.js';
import { schemaFaults } from '../../test/validated.js';
import { readFolder } from '../read/course-folder.js';
import { readCourseFiles } from '../read/read-course.js';
import { packageMaker, packageTargets, type PackageTarget } from './build-package.js';
import { unpackSource } from './source-bundle.js';

async function packed(course: Course, target: PackageTarget, files = new Map<string, Buffer>()) {
  const zip = await packageMaker(course, files).make(target);
  if ('tooLarge' in zip) throw new Error(`${target}: ${zip.tooLarge.largest}`);
  const unpacked = await unpackSource(zip);
  if ('refused' in unpacked) throw new Error(unpacked.refused.message);
  return { zip, files: unpacked.files };
}

async function brannvern() {
  const files = await readFolder('courses/brannvern');
  const { course } = readCourseFiles('brannvern', files);
  if (!course) throw new Error('brannvern has errors');
  return { course, files };
}

const manifests = { scorm12: 'imsmanifest.xml', scorm2004: 'imsmanifest.xml', cmi5: 'cmi5.xml' } as const;

test.each(Object.entries(manifests))(
  '%s: the manifest stands first, is valid and names every file',
  async (target, manifest) => {
    const { course, files } = await brannvern();
    const made = await packed(course, target as keyof typeof manifests, new Map(files));
    const names = [...made.files.keys()];
    expect(names[0]).toBe(manifest);
    const text = made.files.get(manifest)?.toString() ?? '';
    expect(await schemaFaults(target as keyof typeof manifests, [text])).toEqual([]);
    const listed = [...text.matchAll(/<file href="([^"]+)"/gu)].map(([, href]) => href);
    if (target !== 'cmi5') expect(listed).toEqual(names.slice(1));
    for (const name of names) expect(name).toMatch(/^[a-z0-9][a-z0-9._/-]*$/u);
    expect(made.zip.toString('latin1', 30, 30 + manifest.length)).toBe(manifest);
  },
);

test('everything the page shows is in the package, and nothing is fetched from elsewhere', async () => {
  const { course, files } = await brannvern();
  const made = await packed(course, 'web', new Map(files));
  const page = made.files.get('index.html')?.toString() ?? '';
  const asked = [...page.matchAll(/<(?:img|script|link|video|track)[^>]+(?:src|href)="([^"]+)"/gu)].map(
    ([, path]) => path,
  );
  expect(asked).toEqual(expect.arrayContaining(['guide.css', 'player.js']));
  for (const path of asked) expect(made.files.has(path ?? '')).toBe(true);
  for (const { path } of course.media) expect(made.files.get(path)).toEqual(files.get(path));
});

test('other languages come along as scripts, in ASCII and whole', async () => {
  const nb = anEdition({ title: 'Røyk 💥' });
  const made = await packed(aCourse({ editions: [nb, { ...nb, language: 'nn', title: 'Røyk òg 💥' }] }), 'scorm12');
  const script = made.files.get('sprak-nn.js')?.toString('latin1') ?? '';
  expect(made.files.get('sprak-nn.js')?.every((byte) => byte < 0x80)).toBe(true);
  const window: { kursdugnadEditions?: Record<string, string> } = {};
  runInNewContext(script, { window });
  expect(window.kursdugnadEditions?.nn).toContain('<html lang="nn">');
  expect(window.kursdugnadEditions?.nn).toContain('Røyk òg 💥');
});

test('the same course gives the same bytes, whatever the clock, the place and the language of the machine', async () => {
  const build = `
    import { packageMaker, packageTargets } from './content-tools/dist/package/build-package.js';
    import { readFolder } from './content-tools/dist/read/course-folder.js';
    import { readCourseFiles } from './content-tools/dist/read/read-course.js';
    import { createHash } from 'node:crypto';
    const files = await readFolder('${everyKindFolder}');
    const maker = packageMaker(readCourseFiles('alle-slags', files).course, files);
    for (const target of packageTargets)
      console.log(target, createHash('sha256').update(await maker.make(target)).digest('hex'));`;
  const run = (more: Record<string, string>) =>
    execFileSync('node', ['--input-type=module', '-e', build], { env: { ...process.env, ...more } }).toString();
  const here = run({ TZ: 'Europe/Oslo', LANG: 'nb_NO.UTF-8' });
  expect(here.split('\n')).toHaveLength(packageTargets.length + 1);
  expect(run({ TZ: 'Pacific/Auckland', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' })).toBe(here);
});

test('a guide whose answers a system cannot remember is not made for it', async () => {
  const many = Array.from({ length: 20 }, (_, number) => asking(aFillIn({ id: `nummer-${number}` })));
  const course = aCourse({ editions: [anEdition({ lessons: [aLesson({ blocks: many })] })] });
  expect(largestState(course)).toBeGreaterThan(stateLimits.scorm12);
  const maker = packageMaker(course, new Map());
  expect(await maker.make('scorm12')).toEqual({ tooLarge: { largest: largestState(course), limit: 4_000 } });
  for (const target of ['scorm2004', 'cmi5', 'web'] as const) expect(await maker.make(target)).toBeInstanceOf(Buffer);
});

test('what a leader would sign off is there to read, and stands in nobody’s way', async () => {
  const task = { id: 'loft', title: 'Løft en dukke', text: 'Vis det til lederen din.' };
  const practical = { kind: 'practical', id: 'loft', task } as const;
  const course = aCourse({ editions: [anEdition({ lessons: [aLesson({ blocks: [practical, aDeclaration()] })] })] });
  const page = (await packed(course, 'web')).files.get('index.html')?.toString() ?? '';
  expect(page).toContain('Praktisk oppgave: Løft en dukke');
  expect(page).not.toMatch(/data-task|"kind":"practical"/u);
});
