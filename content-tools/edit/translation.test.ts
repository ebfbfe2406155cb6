import { describe, expect, test } from '@jest/globals';
import { readFolder } from '../package/source-bundle.js';
import { readCourseFiles } from '../read/read-course.js';
import { withRecordedSources } from '../read/translations.js';
import { withWrittenIds } from '../read/written-ids.js';
import { translatedPartsAt } from './translated-parts.js';
import { translationOf } from './translation.js';

describe('a translation that is begun', () => {
  test('has the text of the main guide, without what is said there once', async () => {
    const files = new Map(await readFolder('courses/klarsprak'));
    const main = files.get('guide.md')?.toString('utf8') ?? '';
    files.set('guide.nn.md', Buffer.from(translationOf(main, 'nn') ?? ''));
    const { course, problems } = readCourseFiles('klarsprak', files);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(course?.editions.map(({ language }) => language)).toEqual(['nb', 'nn']);
  });

  test('is told when what it was made from changes, part by part, from when somebody says it is right', async () => {
    let files = new Map(await readFolder('courses/klarsprak'));
    const take = (changed: ReadonlyMap<string, Buffer>) => (files = new Map([...files, ...changed]));
    const stale = () => {
      const { problems } = readCourseFiles('klarsprak', files);
      return problems.filter(({ rule, file }) => rule === 'translation-stale' && file === 'guide.nn.md');
    };
    take(withWrittenIds('klarsprak', files));
    const main = files.get('guide.md')?.toString('utf8') ?? '';
    take(new Map([['guide.nn.md', Buffer.from(translationOf(main, 'nn') ?? '')]]));
    const all = translatedPartsAt('klarsprak', files, 'guide.nn.md', null);
    take(withRecordedSources('klarsprak', files, all));
    expect(stale()).toEqual([]);
    take(new Map([['guide.md', Buffer.from(main.replace(/^([A-ZÆØÅ][^\n]*\.)/mu, '$1 Og litt til.'))]]));
    const [found] = stale();
    if (!found) throw new Error('Nothing is stale');
    const here = translatedPartsAt('klarsprak', files, 'guide.nn.md', found.line);
    expect(here).toHaveLength(1);
    take(withRecordedSources('klarsprak', files, here));
    expect(stale()).toEqual([]);
  });
});
