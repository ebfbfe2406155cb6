import { expect, it } from '@jest/globals';
import { readCourseFiles } from './read-course.js';
import { readingOf } from './reading.js';
import { aGuide, translated } from './rules/example.js';
import { translationOf, withRecordedSources } from './translations.js';
import { withWrittenIds } from './written-ids.js';

type Files = ReadonlyMap<string, Buffer>;

const nb = '# Vask {#vask}\n\nVask hendene.\n\n- før maten\n- etter doen\n\n## Spørsmål: Når? {#nar}\n\nSvar: `nå`\n';
const nn =
  '# Vask {#vask}\n\nVask hendene dine.\n\n- før maten\n- etter doen\n\n## Spørsmål: Når? {#nar}\n\nSvar: `no`\n';
const both: Files = aGuide(nb, { 'guide.nn.md': `${translated}\n${nn}` }).files;
const identified: Files = new Map([...both, ...withWrittenIds('hender', both)]);
const recorded: Files = new Map([...identified, ...withRecordedSources('hender', identified, 'unrecorded')]);

const changed = (files: Files, from: string, to: string): Files =>
  new Map([...files, ['guide.md', Buffer.from(String(files.get('guide.md')).replace(from, to))]]);

function statesIn(files: Files): string[] {
  const { main, guides } = readingOf('hender', files);
  const [, nynorsk] = guides;
  return main && nynorsk ? translationOf(nynorsk, main).map(({ state }) => state) : [];
}

it('knows nothing before somebody has said what was translated', () => {
  expect(statesIn(identified)).toEqual(['unrecorded', 'unrecorded', 'unrecorded', 'unrecorded']);
});

it('takes the blocks in the same places for translations of each other, and gives them the same ids', () => {
  const { course } = readCourseFiles('hender', identified);
  const ids = course?.editions.map((edition) => edition.lessons[0]?.blocks.map(({ id }) => id));
  expect(ids?.[1]).toEqual(ids?.[0]);
  expect(readCourseFiles('hender', recorded).course).toEqual(course);
});

it('knows which block has been changed since, and no other', () => {
  expect(statesIn(recorded)).toEqual(['current', 'current', 'current', 'current']);
  expect(statesIn(changed(recorded, 'Vask hendene.', 'Vask hendene godt.'))).toEqual([
    ...['current', 'stale', 'current', 'current'],
  ]);
  expect(statesIn(changed(recorded, '`nå`', '`nå` eller `straks`'))).toEqual([
    ...['current', 'current', 'current', 'stale'],
  ]);
});

it('does not mind how lines are broken, nor points', () => {
  expect(statesIn(changed(recorded, 'Vask hendene.', 'Vask\nhendene.'))).not.toContain('stale');
  expect(statesIn(changed(recorded, '{#nar}', '{#nar poeng=2}'))).not.toContain('stale');
});

it('says stale and missing blocks by line, in both files', () => {
  const files = changed(recorded, 'Vask hendene.', 'Først såpe.\n\nVask hendene godt.');
  const told = readCourseFiles('hender', files).problems.map(({ rule, file, line }) => `${rule} ${file}:${line}`);
  expect(told).toEqual([
    ...['block-id-missing guide.md:13', 'translation-block-missing guide.md:13', 'translation-stale guide.md:15'],
    'translation-stale guide.nn.md:9',
  ]);
});

it('is put right for the named block alone', () => {
  const files = changed(recorded, 'Vask hendene.', 'Vask hendene godt.');
  const { main, guides } = readingOf('hender', files);
  const stale = main && guides[1] ? translationOf(guides[1], main).find(({ state }) => state === 'stale') : undefined;
  expect(withRecordedSources('hender', files, 'unrecorded').size).toBe(0);
  const after = new Map([...files, ...withRecordedSources('hender', files, [stale?.id ?? ''])]);
  expect(statesIn(after)).toEqual(['current', 'current', 'current', 'current']);
  expect(String(after.get('guide.nn.md')).length).toBe(String(recorded.get('guide.nn.md')).length);
});
