import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFolder } from '@kursdugnad/content-tools/package/source-bundle.js';
import request from 'supertest';
import { Sessions } from '../login/sessions.js';
import { People, personId } from '../people/people.js';
import { as, aHouse, anEmployee, databases, granfoss, inhabited, solvik, type TestHouse, tokenOf } from '../testing.js';
import { Catalogue } from './catalogue.js';

const fjellvik = { orgnr: '310000039', name: 'Fjellvik kommune', region: 'Nordfjellregionen' };
const folder = join(process.cwd(), 'courses', 'brannvern');
const film = readFileSync(join(folder, 'media/brannteppe.mp4'));
const drawing = readFileSync(join(folder, 'media/dor.svg'));

describe.each(databases)('media on %s', (database) => {
  let house: TestHouse;
  let hash: string;
  beforeAll(async () => {
    house = await aHouse(database);
    await inhabited(house);
    const people = house.app.get(People);
    await people.addMunicipality(fjellvik);
    await people.importPersonnel(fjellvik.orgnr, [anEmployee({ key: 'employee' })]);
    const stranger = personId(fjellvik.orgnr, 'employee');
    await house.app.get(Sessions).giveToken(fjellvik.orgnr, stranger, tokenOf(fjellvik, 'employee'), 'test');
    const person = personId(solvik.orgnr, 'author');
    const author = { person, name: 'Kari', municipality: solvik.orgnr, at: new Date().toISOString() };
    const published = await house.app.get(Catalogue).publishFiles(author, 'brannvern', await readFolder(folder), '');
    hash = published.version.hash;
  });
  afterAll(() => house.close());

  const get = (path: string, headers: Record<string, string> = {}, who = as(granfoss, 'employee')) =>
    request(house.app.getHttpServer()).get(`/api/versions/${hash}/media/${path}`).set(who).set(headers).buffer(true);
  const bytes = (answer: request.Response) => Buffer.from(answer.body as Buffer);

  test('a drawing comes as it is, to keep for good, and may do nothing on its own', async () => {
    const answer = await get('dor.svg');
    expect(answer.status).toBe(200);
    expect(bytes(answer)).toEqual(drawing);
    expect(answer.headers).toMatchObject({
      'content-type': 'image/svg+xml',
      'cache-control': 'private, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'x-content-type-options': 'nosniff',
    });
    const again = await get('dor.svg', { 'if-none-match': answer.headers.etag ?? '' });
    expect(again.status).toBe(304);
  });

  test('a film comes whole or in the part that is asked for', async () => {
    const whole = await get('brannteppe.mp4');
    expect(whole.headers).toMatchObject({ 'content-type': 'video/mp4', 'accept-ranges': 'bytes' });
    expect(whole.headers['content-length']).toBe(String(film.length));
    const part = await get('brannteppe.mp4', { range: 'bytes=1000-1999' });
    expect(part.status).toBe(206);
    expect(part.headers['content-range']).toBe(`bytes 1000-1999/${film.length}`);
    expect(bytes(part)).toEqual(film.subarray(1000, 2000));
    expect((await get('brannteppe.mp4', { range: 'bytes=0-9', 'if-range': '"another"' })).status).toBe(200);
    const outside = await get('brannteppe.mp4', { range: `bytes=${film.length}-` });
    expect([outside.status, outside.headers['content-range']]).toEqual([416, `bytes */${film.length}`]);
  });

  test('subtitles are text in UTF-8', async () => {
    expect((await get('brannteppe.nb.vtt')).headers['content-type']).toBe('text/vtt; charset=utf-8');
  });

  test.each(['', 'finnes-ikke.svg', '../guide.md', '%2e%2e/guide.md', '..%2f..%2fkursdugnad.db', 'media/dor.svg'])(
    'nothing but what the version lists: «%s»',
    async (path) => expect((await get(path)).status).toBe(404),
  );

  test('another region has no access, and nobody without signing in', async () => {
    expect((await get('dor.svg', {}, as(fjellvik, 'employee'))).status).toBe(404);
    const { status } = await request(house.app.getHttpServer()).get(`/api/versions/${hash}/media/dor.svg`);
    expect(status).toBe(401);
  });

  test('an address that is no version is unknown', async () => {
    const unknown = `/api/versions/${'0'.repeat(64)}/media/dor.svg`;
    expect((await request(house.app.getHttpServer()).get(unknown).set(as(solvik, 'employee'))).status).toBe(404);
  });
});
