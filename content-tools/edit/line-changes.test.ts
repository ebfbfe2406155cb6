import { describe, expect, test } from '@jest/globals';
import type { CourseFiles } from '../read/course-files.js';
import { readCourseFiles } from '../read/read-course.js';
import { allRules } from '../read/rules/all-rules.js';
import { withWrittenIds } from '../read/written-ids.js';
import { idChanges, type LineChange, safeMend } from './line-changes.js';

function changed(files: CourseFiles, { file, from, to, lines }: LineChange): CourseFiles {
  const before = files.get(file)?.toString('utf8').split('\n') ?? [];
  before.splice(from - 1, to - from, ...lines);
  return new Map([...files, [file, Buffer.from(before.join('\n'))]]);
}

const mendable = ['choice-without-box', 'declaration-ticked', 'text-after-answers', 'id-duplicate', 'alt-image-of'];

describe('a mend that needs no thought', () => {
  test.each(mendable)('%s: is mended where it stands, and nothing becomes wrong elsewhere', (id) => {
    const rule = allRules.find((one) => one.id === id);
    const files = rule?.fails.files ?? new Map<string, Buffer>();
    const before = readCourseFiles('hender', files).problems;
    const problem = before.find((one) => one.rule === id);
    const change = problem ? safeMend(problem, files) : null;
    if (!change) throw new Error('No mend');
    const mended = changed(files, change);
    const after = readCourseFiles('hender', idChanges('hender', mended).reduceRight(changed, mended)).problems;
    expect(after.map((one) => one.rule)).not.toContain(id);
    const elsewhere = (one: { line: number }) => one.line !== problem?.line;
    expect(after.filter(elsewhere).map((one) => one.rule)).toEqual(before.filter(elsewhere).map((one) => one.rule));
  });

  test('is there for nothing else', () => {
    for (const { id, fails } of allRules) {
      const problem = readCourseFiles(fails.slug ?? 'hender', fails.files).problems.find((one) => one.rule === id);
      if (problem && !mendable.includes(id)) expect([id, safeMend(problem, fails.files)]).toEqual([id, null]);
    }
  });
});

test('the ids that are written line by line are those that kurs check --fix writes', () => {
  const guide =
    '\uFEFF---\r\ntitle: Hender\r\n---\r\n\r\n# Vask\r\n\r\nTekst.\r\n\r\n## Spørsmål: Når?\r\n\r\nSvar: `nå`\r\n';
  const files = new Map([['guide.md', Buffer.from(guide)]]);
  const changes = idChanges('hender', files);
  expect(changes.map(({ from, lines }) => [from, ...lines])).toEqual([
    [5, '# Vask {#vask}'],
    [7, 'Tekst. <!--#xrgvd-->'],
    [9, '## Spørsmål: Når? {#nar}'],
  ]);
  const all = withWrittenIds('hender', files).get('guide.md')?.toString('utf8');
  for (const { lines } of changes) expect(all).toContain(lines[0]);
});
