import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFolder } from '@kursdugnad/content-tools/package/source-bundle.js';
import { mainEdition } from '@kursdugnad/core/course/course-parts.js';
import request from 'supertest';
import { Problem } from '../http/problem.js';
import { Sessions } from '../login/sessions.js';
import { People, personId } from '../people/people.js';
import { as, aHouse, anEmployee, databases, granfoss, inhabited, solvik, type TestHouse, tokenOf } from '../testing.js';
import { Catalogue } from './catalogue.js';
import { courseId } from './course-id.js';

const fjellvik = { orgnr: '310000039', name: 'Fjellvik kommune', region: 'Nordfjellregionen' };
const brannvern = courseId(solvik.orgnr, 'brannvern');
const author = { person: personId(solvik.orgnr, 'author'), name: 'Kari', municipality: solvik.orgnr };

describe.each(databases)('sharing on %s', (database) => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await aHouse(database);
    await inhabited(house);
    await strangers(house);
    for (const slug of ['brannvern', 'handhygiene']) {
      const files = await readFolder(join(process.cwd(), 'courses', slug));
      await house.app.get(Catalogue).publishFiles({ ...author, at: '2026-11-21T10:00:00.000Z' }, slug, files, '');
    }
  });
  afterAll(() => house.close());

  const server = () => house.app.getHttpServer();
  const get = (path: string, who: { authorization: string }) => request(server()).get(path).set(who);
  const titles = async (query: string, who = as(granfoss, 'employee')) => {
    const { body } = await get(`/api/catalogue?${query}`, who);
    return body.items.map(({ slug }: { slug: string }) => slug) as string[];
  };

  test('a neighbour finds it, sees whose it is, and may look through it', async () => {
    const { body } = await get('/api/catalogue?q=brann', as(granfoss, 'employee'));
    expect(body.items).toEqual([
      expect.objectContaining({
        id: brannvern,
        slug: 'brannvern',
        municipality: { orgnr: solvik.orgnr, name: 'Solvik kommune' },
        version: 1,
        publishedAt: '2026-11-21T10:00:00.000Z',
        users: 1,
        inUse: false,
      }),
    ]);
    expect(body.topics).toEqual([...body.topics].sort(new Intl.Collator('nb').compare));
    expect(body.publishers).toContain('Solvik kommune');
    const course = await get(`/api/catalogue/${brannvern}`, as(granfoss, 'employee'));
    expect(course.body).toMatchObject({ item: { id: brannvern }, passMark: 0.8, validMonths: 12 });
    expect(course.body.lessons.length).toBeGreaterThan(1);
    expect(course.body.questions).toBeGreaterThan(0);
    const content = await get(`/api/catalogue/${brannvern}/content`, as(granfoss, 'employee'));
    expect(mainEdition(content.body.course).lessons.length).toBe(course.body.lessons.length);
    expect(content.body.version).toEqual({ number: 1, hash: course.body.versions[0].hash });
  });

  test('filters narrow what is found', async () => {
    expect((await titles('')).sort()).toEqual(['brannvern', 'handhygiene']);
    expect(await titles('q=HANDHYGIENE')).toEqual(['handhygiene']);
    expect(await titles('language=nn')).toEqual(['brannvern']);
    expect(await titles('licence=CC0-1.0')).toEqual([]);
    expect(await titles('topic=beredskap')).toEqual(['brannvern']);
    expect(await titles('publisher=Solvik%20kommune&maxMinutes=1')).toEqual([]);
    expect(await titles('inUse=yes')).toEqual([]);
    expect((await titles('inUse=yes', as(solvik, 'employee'))).length).toBe(2);
    expect((await get('/api/catalogue?maxMinutes=mange', as(granfoss, 'employee'))).status).toBe(400);
  });

  test('those who read Nynorsk get its title where there is one', async () => {
    const language = 'nn';
    const { items } = await house.app.get(Catalogue).search({ municipality: granfoss.orgnr, language }, { q: 'brann' });
    const content = await house.app.get(Catalogue).content({ municipality: granfoss.orgnr, language }, brannvern);
    const nynorsk = content.course.editions.find((edition) => edition.language === 'nn');
    expect(items[0]?.title).toBe(nynorsk?.title);
  });

  test('another region does not know of it', async () => {
    const { body } = await get('/api/catalogue', as(fjellvik, 'coordinator'));
    expect(body).toEqual({ items: [], topics: [], publishers: [] });
    for (const path of [`/api/catalogue/${brannvern}`, `/api/catalogue/${brannvern}/content`])
      expect((await get(path, as(fjellvik, 'coordinator'))).status).toBe(404);
    for (const verb of ['put', 'delete'] as const) {
      const { status } = await request(server())[verb](`/api/adoptions/${brannvern}`).set(as(fjellvik, 'coordinator'));
      expect(status).toBe(404);
    }
  });

  test('only coordinators take into use, and are told so', async () => {
    const { status, body } = await request(server()).put(`/api/adoptions/${brannvern}`).set(as(granfoss, 'author'));
    expect(status).toBe(403);
    expect(body.detail).toContain('kompetansekoordinatorer');
  });

  test('a neighbour takes it into use, twice the same, and out again unless a room above says why not', async () => {
    const catalogue = house.app.get(Catalogue);
    const adoption = (verb: 'put' | 'delete') =>
      request(server())[verb](`/api/adoptions/${brannvern}`).set(as(granfoss, 'coordinator'));
    for (const _ of [1, 2]) expect((await adoption('put')).status).toBe(200);
    expect(await titles('inUse=yes')).toEqual(['brannvern']);
    const { item } = await catalogue.course({ municipality: solvik.orgnr, language: 'nb' }, brannvern);
    expect(item.users).toBe(2);
    expect(await catalogue.isInUse(granfoss.orgnr, brannvern)).toBe(true);
    expect((await catalogue.currentVersion(granfoss.orgnr, brannvern))?.number).toBe(1);
    let asked = true;
    catalogue.onLeaveOff((_transaction, municipality, course) => {
      expect([municipality, course]).toEqual([granfoss.orgnr, brannvern]);
      const said = { nb: 'Et krav ber om kurset.', nn: '', en: '' };
      return asked ? Promise.reject(new Problem('conflict', said)) : Promise.resolve();
    });
    const refused = await adoption('delete');
    expect([refused.status, refused.body.detail]).toEqual([409, 'Et krav ber om kurset.']);
    expect(await catalogue.isInUse(granfoss.orgnr, brannvern)).toBe(true);
    asked = false;
    for (const _ of [1, 2]) expect((await adoption('delete')).status).toBe(200);
    expect(await catalogue.currentVersion(granfoss.orgnr, brannvern)).toBeNull();
    expect([...(await catalogue.titles([brannvern, 'unknown']))]).toEqual([[brannvern, item.title]]);
  });
});

async function strangers(house: TestHouse): Promise<void> {
  await house.app.get(People).addMunicipality(fjellvik);
  const coordinator = anEmployee({ key: 'coordinator', access: [{ right: 'coordinator', unit: null }] });
  await house.app.get(People).importPersonnel(fjellvik.orgnr, [coordinator]);
  const token = tokenOf(fjellvik, 'coordinator');
  await house.app.get(Sessions).giveToken(fjellvik.orgnr, personId(fjellvik.orgnr, 'coordinator'), token, 'test');
}
