import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Course } from '../course/course.js';
import { aCourse, anEdition } from '../../test/builders/course-builder.js';
import { schemaFaults } from '../../test/validated.js';
import { cmi5Structure } from './cmi5-structure.js';
import { packageIds } from './package-ids.js';
import { scorm12Manifest } from './scorm12-manifest.js';
import { scorm2004Manifest } from './scorm2004-manifest.js';

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 });
const title = fc.oneof(words, fc.constantFrom('<b>&"\'', ']]>', '\u0000\u0008', '\ud800', 'Brann & røyk «nå» 💥'));
const slug = fc.constantFrom('a', '1-2', 'brannvern', 'x'.repeat(60));
const course: fc.Arbitrary<Course> = fc
  .record({ slug, publisher: title, title, summary: title, pass: fc.option(fc.integer({ min: 1, max: 100 })) })
  .map(({ pass, title: name, summary, ...rest }) => {
    const { passMark: _, ...plain } = aCourse({ ...rest });
    const nb = anEdition({ title: name, summary });
    const editions = [nb, { ...nb, language: 'nn' as const }];
    return { ...plain, editions, ...(pass === null ? {} : { passMark: pass / 100 }) };
  });
const file = fc.constantFrom('index.html', 'player.js', 'media/a-b_1.svg', 'media/under/x.mp4');
const files = fc.uniqueArray(file, { minLength: 1 }).map((list) => [...list]);
const some = fc.sample(fc.tuple(course, files), { seed: 1, numRuns: 60 });

test.each([
  ['scorm12', (of: Course, list: string[]) => scorm12Manifest(of, list, 'index.html')],
  ['scorm2004', (of: Course, list: string[]) => scorm2004Manifest(of, list, 'index.html')],
  ['scorm2004', (of: Course, list: string[]) => scorm2004Manifest(of, list, 'index.html', 3)],
  ['cmi5', (of: Course) => cmi5Structure(of, 'index.html')],
] as const)('any course gives a manifest that the public schema of %s allows', async (kind, manifest) => {
  expect(
    await schemaFaults(
      kind,
      some.map(([of, list]) => manifest(of, list)),
    ),
  ).toEqual([]);
});

test('the schemas do find faults', async () => {
  const good = scorm12Manifest(aCourse(), ['index.html'], 'index.html');
  expect(await schemaFaults('scorm12', [good.replace('scormtype="sco"', 'scormtype="scorm"')])).not.toEqual([]);
  expect(await schemaFaults('cmi5', [cmi5Structure(aCourse(), '')])).not.toEqual([]);
  const later = scorm2004Manifest(aCourse(), ['index.html'], 'index.html');
  expect(await schemaFaults('scorm2004', [later.replace('>0.8<', '>8<')])).not.toEqual([]);
});

test('every id is of its own, also across packages of other publishers and courses', () => {
  fc.assert(
    fc.property(course, (of) => {
      const ids = Object.values(packageIds(of));
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9:-]*$/u);
    }),
  );
  const [one, other] = [packageIds(aCourse()), packageIds(aCourse({ publisher: 'Ås kommune' }))];
  expect(other.course).toBe('urn:kursdugnad:course:as-kommune:brannvern');
  expect(other.unit).not.toBe(one.unit);
});

test('1.2: the pass mark in per cent stands last in the item, and without one there is none', () => {
  const manifest = scorm12Manifest(aCourse({ passMark: 0.667 }), ['index.html', 'media/a.svg'], 'index.html');
  expect(manifest).toMatch(/<adlcp:masteryscore>66\.7<\/adlcp:masteryscore>\s*<\/item>/u);
  expect(manifest).toContain('adlcp:scormtype="sco" href="index.html"');
  expect(manifest.match(/<file /gu)).toHaveLength(2);
  const { passMark: _, ...without } = aCourse();
  expect(scorm12Manifest(without, [], 'index.html')).not.toContain('mastery');
});

test('2004: the editions differ in name and in the completion threshold', () => {
  const manifest = scorm2004Manifest(aCourse(), ['index.html'], 'index.html');
  expect(manifest).toContain('<schemaversion>2004 4th Edition</schemaversion>');
  expect(manifest).toMatch(/<adlcp:completionThreshold[^>]+>\s*<imsss:sequencing>/u);
  expect(manifest).toContain('<imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure>');
  const third = scorm2004Manifest(aCourse(), ['index.html'], 'index.html', 3);
  expect(third).toContain('<schemaversion>2004 3rd Edition</schemaversion>');
  expect(third).not.toContain('completionThreshold');
});

test('cmi5: what must be reached is said outright, with at most four decimals, in every language', () => {
  const nb = anEdition();
  const editions = [nb, { ...nb, language: 'nn' as const, title: 'Brannvern på jobb' }];
  const structure = cmi5Structure(aCourse({ passMark: 2 / 3, editions }), 'index.html');
  expect(structure).toContain('moveOn="CompletedAndPassed" masteryScore="0.6667"');
  expect(structure).toContain('<langstring lang="nn">Brannvern på jobb</langstring>');
  const { passMark: _, ...without } = aCourse();
  expect(cmi5Structure(without, 'index.html')).toContain('moveOn="Completed" launchMethod');
});
