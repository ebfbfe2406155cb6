import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readFolder } from '../package/source-bundle.js';
import { readCourseFiles } from '../read/read-course.js';
import { allRules } from '../read/rules/all-rules.js';
import { courseToShow } from './course-to-show.js';

const shown = (slug: string, files: ReadonlyMap<string, Buffer>) =>
  courseToShow(slug, files, readCourseFiles(slug, files).problems, ({ message }) => `Ikke ferdig: ${message}`);

describe('a guide that is being written', () => {
  test.each(['brannvern', 'taushetsplikt', 'klarsprak'])(
    '%s, which has no mistakes, is shown as it is',
    async (slug) => {
      const files = await readFolder(`courses/${slug}`);
      expect(shown(slug, files)).toEqual(readCourseFiles(slug, files).course);
    },
  );

  test('with a question that cannot be answered has a note in its place', () => {
    const text = '# Vask {#vask}\n\nFør.\n\n## Spørsmål: Når? {#nar}\n\n- [ ] Nå.\n- [ ] Aldri.\n';
    const course = shown('hender', new Map([['guide.md', Buffer.from(text)]]));
    expect(course?.editions[0]?.lessons[0]?.blocks).toMatchObject([
      { kind: 'text', markdown: 'Før.' },
      { kind: 'callout', markdown: expect.stringContaining('Ikke ferdig: Ingen av svarene') },
    ]);
  });

  test('is shown for nearly every mistake there is', () => {
    const hidden = allRules
      .filter(({ fails }) => shown(fails.slug ?? 'hender', fails.files) === null)
      .map(({ id }) => id)
      .sort();
    expect(hidden).toEqual([
      'folder-name',
      'guide-missing',
      'guide-too-large',
      'no-lesson',
      'not-utf8',
      'text-too-heavy',
    ]);
  });

  test('cut off anywhere gives an answer', async () => {
    const files = await readFolder('courses/handhygiene');
    const text = files.get('guide.md')?.toString('utf8') ?? '';
    fc.assert(
      fc.property(fc.nat(text.length), (end) => {
        shown('handhygiene', new Map([...files, ['guide.md', Buffer.from(text.slice(0, end))]]));
      }),
      { numRuns: 30 },
    );
  });
});
