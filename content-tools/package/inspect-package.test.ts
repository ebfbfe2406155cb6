import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { aCourse } from '../../test/builders/course-builder.js';
import { packageMaker, packageTargets } from './build-package.js';
import { inspectPackage } from './inspect-package.js';
import { packSource } from './source-bundle.js';
import { zipped } from './zipped.js';

const zipOf = (files: Record<string, string>) =>
  zipped(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)] as const));
const scorm = (resource: string, version = '1.2') =>
  `<manifest><metadata><schemaversion>${version}</schemaversion></metadata><title>R&amp;D</title>${resource}</manifest>`;
const reasonOf = async (files: Record<string, string>) => {
  const found = await inspectPackage(await zipOf(files));
  return 'refused' in found ? found.refused.reason : found.kind;
};

test('knows our own packages', async () => {
  const maker = packageMaker(aCourse(), new Map());
  for (const target of packageTargets) {
    const zip = await maker.make(target);
    if ('tooLarge' in zip) throw new Error(target);
    expect(await inspectPackage(zip)).toMatchObject({
      ...{ kind: target, title: 'Brannvern på jobben', language: 'nb', items: 1, launch: 'index.html', warnings: [] },
      version: { scorm12: '1.2', scorm2004: '2004 4th Edition', cmi5: '1.0', web: null }[target],
    });
  }
  const source = await packSource(new Map([['guide.md', Buffer.from('---\ntitle: Hei\nlanguage: nn\n---\n')]]));
  expect(await inspectPackage(source)).toMatchObject({ kind: 'guide', title: 'Hei', language: 'nn' });
});

test('is generous to what others write', async () => {
  const resource = '<adlcp:resource adlcp:scormType="SCO" href="./start%20her.html?a=1"/>';
  const files = { 'imsmanifest.xml': scorm(resource, 'CAM 1.3'), 'start her.html': '' };
  expect(await inspectPackage(await zipOf(files))).toMatchObject({ kind: 'scorm2004', title: 'R&D', items: 1 });
});

test.each<[string, Record<string, string>]>([
  ['no-manifest', { 'les-meg.txt': 'hei' }],
  ['competing-manifests', { 'imsmanifest.xml': '', 'cmi5.xml': '' }],
  ['manifest-unsafe', { 'imsmanifest.xml': '<!DOCTYPE x [<!ENTITY a "b">]>' }],
  ['nothing-launchable', { 'imsmanifest.xml': scorm('<resource adlcp:scormtype="asset" href="a.html"/>') }],
  ['launch-missing', { 'imsmanifest.xml': scorm('<resource adlcp:scormtype="sco" href="a.html"/>') }],
  ['launch-elsewhere', { 'imsmanifest.xml': scorm('<resource adlcp:scormtype="sco" href="https://a.example/"/>') }],
  ['launch-elsewhere', { 'cmi5.xml': '<courseStructure><au><url>javascript:1</url></au></courseStructure>' }],
  ['launch-elsewhere', { 'cmi5.xml': '<courseStructure><au><url>../a.html</url></au></courseStructure>' }],
])('refuses with a reason: %s', async (reason, files) => {
  expect(await reasonOf(files)).toBe(reason);
});

test('reads no manifest that is too large, and any other at once', async () => {
  const noise = randomBytes(5 * 1024 * 1024).toString('base64');
  expect(await reasonOf({ 'imsmanifest.xml': noise })).toBe('manifest-too-large');
  const half = noise.slice(0, 1024 * 1024).match(/.{1,16}/gu) ?? [];
  for (const open of ['<!--', '<?', '<a ', '<a x="', "<a x='1' ", '&#']) {
    const start = process.cpuUsage();
    await reasonOf({ 'imsmanifest.xml': half.join(open) });
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(5_000);
  }
});

test('answers any bytes', async () => {
  const [zip] = await Promise.all([packageMaker(aCourse(), new Map()).make('scorm12')]);
  if ('tooLarge' in zip) throw new Error('too large');
  const mutation = fc.array(fc.tuple(fc.nat(zip.length - 1), fc.integer({ min: 0, max: 255 })), { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(mutation, async (changes) => {
      const changed = Buffer.from(zip);
      for (const [at, value] of changes) changed[at] = value;
      expect(await inspectPackage(changed)).toBeDefined();
    }),
    { numRuns: 200 },
  );
});
