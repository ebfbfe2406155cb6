import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { readdir } from 'node:fs/promises';
import { packSource, readFolder } from '@kursdugnad/content-tools/package/source-bundle.js';
import request from 'supertest';
import { as, aHouse, databases, granfoss, inhabited, solvik, type TestHouse } from '../testing.js';
import { Catalogue } from './catalogue.js';
import { courseId } from './course-id.js';

const courses = join(process.cwd(), 'courses');

describe.each(databases)('publishing on %s', (database) => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await aHouse(database);
    await inhabited(house);
  });
  afterAll(() => house.close());

  const catalogue = () => house.app.get(Catalogue);
  const send = (zip: Buffer, who = as(solvik, 'author'), type = 'application/zip') =>
    request(house.app.getHttpServer()).post('/api/courses?note=Ny').set(who).set('content-type', type).send(zip);
  const folder = async (slug: string, changes: Record<string, string> = {}) =>
    new Map([
      ...(await readFolder(join(courses, slug))),
      ...Object.entries(changes).map(([path, text]): [string, Buffer] => [path, Buffer.from(text)]),
    ]);
  const slugs = async () =>
    (await readdir(courses, { withFileTypes: true })).filter((one) => one.isDirectory()).map(({ name }) => name);
  const storedFiles = async () =>
    (await readdir(join(house.settings.dataDir, 'files'), { recursive: true, withFileTypes: true }).catch(() => []))
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);

  test('a guide with mistakes is refused with every place, and nothing is stored', async () => {
    const files = await folder('handhygiene', { 'media/program.exe': 'MZ' });
    const guide = files.get('guide.md')?.toString() ?? '';
    files.set('guide.md', Buffer.from(guide.replace(/^minutes:.*$/mu, 'minutes: mange')));
    const { status, body } = await send(await packSource(files, 'handhygiene'));
    expect(status).toBe(422);
    expect(body.detail).toContain('Ingenting er publisert');
    const places = body.problems.map(({ at }: { at: string }) => at);
    expect(places).toEqual(
      expect.arrayContaining([expect.stringMatching(/^guide\.md:\d+:\d+$/u), 'media/program.exe:1:1']),
    );
    expect(body.problems[0]).toEqual({
      at: expect.any(String),
      message: expect.any(String),
      rule: expect.any(String),
      mend: expect.any(String),
    });
    expect(await storedFiles()).toEqual([]);
    expect(await catalogue().cardsInUse(solvik.orgnr)).toEqual([]);
  });

  test.each([
    ['no zip at all', Buffer.from('Hei'), 'not-a-zip'],
    ['a zip cut short', Buffer.from('PK\u0003\u0004 hei'), 'truncated'],
  ])('%s is refused in words', async (_, zip, code) => {
    const { status, body } = await send(zip);
    expect(status).toBe(422);
    expect(body.problems[0]).toMatchObject({
      at: 'zip',
      message: expect.any(String),
      rule: code,
    });
  });

  test('a file that points out of the folder is refused', async () => {
    const zip = await packSource(await folder('handhygiene', { 'media/aa/handa.svg': '<svg/>' }), 'handhygiene');
    const hostile = Buffer.from(zip.toString('latin1').replaceAll('media/aa/', 'media/../'), 'latin1');
    const { status, body } = await send(hostile);
    expect(status).toBe(422);
    expect(body.problems[0].rule).toBe('path-outside');
  });

  test('a bomb is refused', async () => {
    const zip = await packSource(
      await folder('handhygiene', { 'media/bombe.txt': '0'.repeat(40_000_000) }),
      'handhygiene',
    );
    const { status, body } = await send(zip);
    expect(status).toBe(422);
    expect(body.problems[0].rule).toBe('ratio-too-high');
    expect(await storedFiles()).toEqual([]);
  });

  test('a zip without a folder does not say what the guide is called', async () => {
    const { status, body } = await send(await packSource(await folder('handhygiene')));
    expect(status).toBe(422);
    expect(body.detail).toContain('Pakk selve mappa');
  });

  test('what is not a zip is refused by its type', async () => {
    expect((await send(Buffer.from('{}'), as(solvik, 'author'), 'application/json')).status).toBe(415);
  });

  test('only authors publish, and others are told so', async () => {
    const { status, body } = await send(
      await packSource(await folder('handhygiene'), 'handhygiene'),
      as(solvik, 'leader'),
    );
    expect(status).toBe(403);
    expect(body.detail).toContain('kursforfattere');
  });

  test('every guide of ours is published, in use at home, and the same again is no new version', async () => {
    for (const slug of await slugs()) {
      const zip = await packSource(await folder(slug), slug);
      const first = await send(zip);
      expect({ slug, status: first.status, body: first.body }).toMatchObject({
        status: 200,
        body: { unchanged: false },
      });
      const again = await send(zip);
      expect(again.body).toEqual({ ...first.body, unchanged: true });
      const id = courseId(solvik.orgnr, slug);
      const version = await catalogue().currentVersion(solvik.orgnr, id);
      expect(version).toMatchObject({ courseId: id, number: 1, hash: first.body.version.hash });
      expect(version?.iri).toBe(`http://localhost:3000/courses/${solvik.orgnr}/${slug}`);
      expect(await catalogue().currentVersion(granfoss.orgnr, id)).toBeNull();
    }
    const cards = await catalogue().cardsInUse(solvik.orgnr);
    expect(cards.map(({ slug }) => slug).sort()).toEqual((await slugs()).sort());
  });

  test('a change makes the next version, the old one stays, and an old text taken up again is a third', async () => {
    const original = await folder('klarsprak');
    const guide = original.get('guide.md')?.toString() ?? '';
    const changed = await folder('klarsprak', {
      'guide.md': guide.replace(/^title:.*$/mu, 'title: Skriv så du blir forstått'),
    });
    const id = courseId(solvik.orgnr, 'klarsprak');
    const first = await catalogue().currentVersion(solvik.orgnr, id);
    const second = await send(await packSource(changed, 'klarsprak'));
    expect(second.body).toMatchObject({ version: { number: 2 }, course: { title: 'Skriv så du blir forstått' } });
    const third = await send(await packSource(original, 'klarsprak'));
    expect(third.body.version.number).toBe(3);
    expect(third.body.version.hash).not.toBe(first?.hash);
    expect(await catalogue().versionByHash(first?.hash ?? '')).toEqual(first);
    const { body } = await request(house.app.getHttpServer()).get(`/api/catalogue/${id}`).set(as(solvik, 'employee'));
    expect(body.versions.map(({ number, by, note }: Record<string, unknown>) => [number, by, note])).toEqual([
      [3, 'Kari author', 'Ny'],
      [2, 'Kari author', 'Ny'],
      [1, 'Kari author', 'Ny'],
    ]);
  });

  test('the same folder name in another municipality is another course with an address of its own', async () => {
    const zip = await packSource(await folder('klarsprak'), 'klarsprak');
    const { body } = await send(zip, as(granfoss, 'author'));
    expect(body.course.id).toBe(courseId(granfoss.orgnr, 'klarsprak'));
    expect(body.version.number).toBe(1);
  });

  test('two who publish at once get a number each, or find that it is done', async () => {
    const guide = (await folder('varsling')).get('guide.md')?.toString() ?? '';
    const drafts = ['A', 'B', 'C', 'C'].map((letter) =>
      folder('varsling', { 'guide.md': guide.replace(/^title:.*$/mu, `title: Varsling ${letter}`) }),
    );
    const zips = await Promise.all(drafts.map(async (files) => packSource(await files, 'varsling')));
    const answers = await Promise.all(zips.map((zip) => send(zip)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const numbers = answers.filter(({ body }) => !body.unchanged).map(({ body }) => body.version.number as number);
    const [least = 0] = numbers.sort();
    expect(numbers.length).toBeGreaterThanOrEqual(3);
    expect(numbers).toEqual(numbers.map((_, index) => index + least));
  });

  test('a guide with an error that somebody answers for is published, and says so', async () => {
    const files = await folder('handhygiene');
    const answer = {
      rule: 'alt-missing',
      reason: 'Et nytt bilde kommer i desember.',
      by: 'Kari Nordmann',
      date: '2026-11-21',
    };
    const guide = files.get('guide.md')?.toString() ?? '';
    const bare = guide.replace(/^!\[[^\]]*\]\((media[^ )]*)[^)]*\)/mu, '![]($1 "Vask")');
    const publish = async (text: string) =>
      send(await packSource(new Map([...files, ['guide.md', Buffer.from(text)]]), 'godtatt'));
    expect((await publish(bare)).status).toBe(422);
    const accepted = bare.replace(/^---\n/u, `---\naccepted: ${JSON.stringify([answer])}\n`);
    expect((await publish(accepted)).status).toBe(200);
    const shown = await request(house.app.getHttpServer())
      .get(`/api/catalogue/${courseId(solvik.orgnr, 'godtatt')}`)
      .set(as(solvik, 'author'));
    expect(shown.body.accepted).toEqual([answer]);
  });
});
