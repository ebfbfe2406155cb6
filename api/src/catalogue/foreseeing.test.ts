import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { packSource } from '@kursdugnad/content-tools/package/source-bundle.js';
import request from 'supertest';
import { as, aHouse, databases, granfoss, inhabited, solvik, type TestHouse } from '../testing.js';
import { aGuideOf, type LessonText } from '../testing-versions.js';

describe.each(databases)('what a publication would change on %s', (database) => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await aHouse(database);
    await inhabited(house);
  });
  afterAll(() => house.close());

  const send = async (path: string, lessons: LessonText[], who = as(solvik, 'author')) =>
    request(house.app.getHttpServer())
      .post(path)
      .set(who)
      .set('content-type', 'application/zip')
      .send(await packSource(aGuideOf('Ny versjon', lessons), 'ny-versjon'));
  const first: LessonText[] = [{ id: 'en', claims: { dor: false, olje: false, lys: true } }];
  const second: LessonText[] = [{ id: 'en', claims: { dor: true, olje: false, lys: true, stige: true } }];

  test('is told before anything is published, and published as told, or as the author says', async () => {
    const nothing = await send('/api/courses/changes', first);
    expect(nothing.body).toEqual({ last: null, changes: [], proposal: [] });
    const { body: published } = await send('/api/courses', first);
    expect(published).toMatchObject({ version: { number: 1 }, changes: [], redo: [] });

    const { body: foreseen } = await send('/api/courses/changes', second);
    expect(foreseen).toMatchObject({ last: 1, proposal: ['dor'] });
    expect(foreseen.changes).toContainEqual({
      ...{ id: 'dor', part: 'question', kind: 'changed', why: 'key', proposal: 'redo' },
      title: 'Påstand om dor.',
    });
    const unknown = await send('/api/courses?redo=dor,stige', second);
    expect(unknown.status).toBe(422);
    expect(unknown.body.detail).toContain('stige');
    expect((await send('/api/courses?redo=../x', second)).status).toBe(400);

    expect((await send('/api/courses?note=Ny&redo=', second)).body).toMatchObject({ version: { number: 2 }, redo: [] });
    expect((await send('/api/courses', first)).body).toMatchObject({ version: { number: 3 }, redo: ['dor'] });
    expect((await send('/api/courses?redo=all', second)).body).toMatchObject({ version: { number: 4 }, redo: 'all' });
  });

  test('stands with the version, without what is only other words', async () => {
    await send('/api/courses', [{ id: 'en', text: 'Du lukker alle dørene.', claims: second[0]?.claims ?? {} }]);
    const { course } = (await send('/api/courses', first)).body;
    const shown = await request(house.app.getHttpServer())
      .get(`/api/catalogue/${course.id}`)
      .set(as(granfoss, 'employee'));
    type Shown = { number: number; redo: unknown; changes: { id: string; kind: string }[] };
    const versions = (shown.body.versions as Shown[]).map(({ number, redo, changes }) => ({
      ...{ number, redo, ids: changes.map(({ id, kind }) => `${kind} ${id}`) },
    }));
    expect(versions).toEqual([
      { number: 6, redo: ['dor'], ids: ['changed dor', 'removed stige'] },
      { number: 5, redo: [], ids: [] },
      { number: 4, redo: 'all', ids: ['changed dor', 'added stige'] },
      { number: 3, redo: ['dor'], ids: ['changed dor', 'removed stige'] },
      { number: 2, redo: [], ids: ['changed dor', 'added stige'] },
      { number: 1, redo: [], ids: [] },
    ]);
  });

  test('of a draft is told the same way', async () => {
    const http = () => request(house.app.getHttpServer());
    const author = as(solvik, 'author');
    const { courses } = (await http().get('/api/courses').set(author)).body;
    const begun = await http().post('/api/drafts').set(author).send({ course: courses[0].id });
    const path = `/api/drafts/${begun.body.draft}`;
    const same = await http().get(`${path}/changes`).set(author).expect(200);
    expect(same.body).toEqual({ last: 6, changes: [], proposal: [] });
    const read = (await http().get(path).set(author)).body;
    const { text, revision: basedOn } = read.files.find((file: { path: string }) => file.path === 'guide.md');
    const saved = await http()
      .put(`${path}/text`)
      .set(author)
      .send({ path: 'guide.md', text: text.replace('Svar: usant', 'Svar: sant'), basedOn });
    const changed = await http().get(`${path}/changes`).set(author).expect(200);
    expect(changed.body).toMatchObject({ last: 6, proposal: ['dor'] });
    const { revision } = saved.body;
    const published = await http()
      .post(`${path}/publication`)
      .set(author)
      .send({ note: 'Ny', basedOn: revision, redo: [] });
    expect(published.body).toMatchObject({ version: { number: 7 }, redo: [] });
    await http().get(`${path}/changes`).set(as(granfoss, 'author')).expect(404);
  });
});
