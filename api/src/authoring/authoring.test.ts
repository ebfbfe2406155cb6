import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { packSource, readFolder, unpackSource } from '@kursdugnad/content-tools/package/source-bundle.js';
import request from 'supertest';
import { as, aHouse, databases, granfoss, inhabited, solvik, type TestHouse } from '../testing.js';

const courses = join(process.cwd(), 'courses');
const author = as(solvik, 'author');

describe.each(databases)('drafts on %s', (database) => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await aHouse(database);
    await inhabited(house);
  });
  afterAll(() => house.close());

  const server = () => request(house.app.getHttpServer());
  const get = (path: string, who = author) => server().get(path).set(who);
  const post = (path: string, body: object, who = author) => server().post(path).set(who).send(body);
  const put = (path: string, body: object, who = author) => server().put(path).set(who).send(body);
  const begin = async (title: string) => (await post('/api/drafts', { title })).body.draft as string;
  const sendZip = (zip: Buffer, query = '') =>
    server().post(`/api/draft-uploads${query}`).set(author).set('content-type', 'application/zip').send(zip);
  const sendMedia = (draft: string, name: string, bytes: Buffer) =>
    server()
      .post(`/api/drafts/${draft}/media?name=${encodeURIComponent(name)}`)
      .set(author)
      .set('content-type', 'application/octet-stream')
      .send(bytes);
  const guideOf = async (draft: string) => {
    const { body } = await get(`/api/drafts/${draft}`);
    return body.files.find(({ path }: { path: string }) => path === 'guide.md') as { text: string; revision: number };
  };
  const save = (draft: string, text: string, basedOn: number, who = author) =>
    put(`/api/drafts/${draft}/text`, { path: 'guide.md', text, basedOn }, who);

  test('a new guide needs a title only, has nothing wrong, and is published from here', async () => {
    const draft = await begin('Trygg på jobben');
    const { body } = await get('/api/drafts');
    expect(body.drafts[0]).toMatchObject({ slug: 'trygg-pa-jobben', title: 'Trygg på jobben', published: null });
    const checked = await get(`/api/drafts/${draft}/check`);
    expect(checked.body).toMatchObject({ revision: 1, problems: [] });
    const shown = await get(`/api/drafts/${draft}/course`);
    expect(shown.body.course.publisher).toBe('Solvik kommune');
    const published = await post(`/api/drafts/${draft}/publication`, { note: 'Første', basedOn: 1 });
    expect(published.body).toMatchObject({ version: { number: 1 }, unchanged: false });
    const after = await get(`/api/drafts/${draft}`);
    expect(after.body.draft).toMatchObject({ published: 1, isPublished: true });
  });

  test('two guides of the same title have an address each', async () => {
    const drafts = [await begin('Samme navn'), await begin('Samme navn'), await begin('Samme navn')];
    const { body } = await get('/api/drafts');
    const slugs = body.drafts
      .filter(({ id }: { id: string }) => drafts.includes(id))
      .map(({ slug }: { slug: string }) => slug);
    expect(slugs.sort()).toEqual(['samme-navn', 'samme-navn-2', 'samme-navn-3']);
  });

  test('a text is saved, and one that is based on an older one is not: the newer comes back', async () => {
    const draft = await begin('Samtidig');
    const { text, revision } = await guideOf(draft);
    const first = await save(draft, text.replace('Skriv det viktigste', 'Kari skriver'), revision);
    expect(first.status).toBe(200);
    const second = await save(draft, text.replace('Skriv det viktigste', 'Ola skriver'), revision);
    expect(second.status).toBe(409);
    expect(second.body.current).toMatchObject({ revision: first.body.revision, by: 'Kari author' });
    expect(second.body.current.text).toContain('Kari skriver');
    expect((await guideOf(draft)).text).toContain('Kari skriver');
    const settled = await save(draft, text.replace('Skriv det viktigste', 'Begge skriver'), first.body.revision);
    expect(settled.status).toBe(200);
  });

  test('the same text twice, as after a lost answer, is one revision', async () => {
    const draft = await begin('To ganger');
    const { text, revision } = await guideOf(draft);
    const first = await save(draft, `${text}\nMer.\n`, revision);
    const again = await save(draft, `${text}\nMer.\n`, revision);
    expect(again.body).toEqual(first.body);
  });

  test('ten who save at once upon the same text: one wins, nobody is overwritten', async () => {
    const draft = await begin('Ti på en gang');
    const { text, revision } = await guideOf(draft);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, number) => save(draft, `${text}\nNummer ${number}.\n`, revision)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(9);
  });

  test('line ends and the mark of a guide from elsewhere are kept', async () => {
    const windows = '\uFEFF---\r\ntitle: Hender\r\n---\r\n\r\n# Vask\r\n\r\nTekst.\r\n';
    const zip = await packSource(new Map([['guide.md', Buffer.from(windows)]]), 'fra-windows');
    const { draft } = (await sendZip(zip)).body;
    const { text, revision } = await guideOf(draft);
    expect(text).toBe('---\ntitle: Hender\n---\n\n# Vask\n\nTekst.\n');
    await save(draft, text.replace('Tekst.', 'Ny tekst.'), revision);
    const { body } = await get(`/api/drafts/${draft}/zip`).buffer(true).parse(binary);
    const unpacked = await unpackSource(body as Buffer);
    if ('refused' in unpacked) throw new Error(unpacked.refused.message);
    expect(unpacked.files.get('guide.md')?.toString('utf8')).toBe(windows.replace('Tekst.', 'Ny tekst.'));
  });

  test('every guide of ours goes in and out without a changed byte', async () => {
    const slugs = (await readdir(courses, { withFileTypes: true })).filter((one) => one.isDirectory());
    for (const { name } of slugs) {
      const files = await readFolder(join(courses, name));
      const zip = await packSource(files, name);
      const sent = await sendZip(zip);
      expect([name, sent.status]).toEqual([name, 200]);
      const { body } = await get(`/api/drafts/${sent.body.draft}/zip`).buffer(true).parse(binary);
      expect(Buffer.compare(body as Buffer, zip)).toBe(0);
      const again = await sendZip(zip, `?into=${sent.body.draft}`);
      expect(again.body.draft).toBe(sent.body.draft);
      expect((await get(`/api/drafts/${sent.body.draft}`)).body.draft.revision).toBe(1);
      expect((await sendZip(zip)).status).toBe(409);
    }
  });

  test('bytes that are no folder are refused in words, and nothing comes of it', async () => {
    const before = (await get('/api/drafts')).body.drafts.length;
    for (const zip of [Buffer.from('hei'), await packSource(new Map([['les.txt', Buffer.from('hei')]]), 'hei')]) {
      const { status, body } = await sendZip(zip);
      expect([status, body.detail]).toEqual([422, expect.stringContaining('Ingenting er endret')]);
    }
    expect((await get('/api/drafts')).body.drafts).toHaveLength(before);
  });

  test('an earlier revision comes back, and what was there before it too', async () => {
    const draft = await begin('Tilbake');
    const { text, revision } = await guideOf(draft);
    const { body } = await save(draft, 'Alt er borte.\n', revision);
    // Within the minute it is one revision: what was there first is only in the one of the beginning when that is older.
    const revisions = (await get(`/api/drafts/${draft}/revisions`)).body.revisions;
    expect(revisions).toMatchObject([{ revision: body.revision, by: 'Kari author' }]);
    const uploaded = await sendZip(
      await packSource(new Map([['guide.md', Buffer.from(text)]]), 'tilbake'),
      `?into=${draft}`,
    );
    expect(uploaded.status).toBe(200);
    const restored = await post(`/api/drafts/${draft}/restore`, { revision: body.revision });
    expect(restored.status).toBe(200);
    expect((await guideOf(draft)).text).toBe('Alt er borte.\n');
    expect((await get(`/api/drafts/${draft}/revisions`)).body.revisions).toHaveLength(3);
    expect((await post(`/api/drafts/${draft}/restore`, { revision: 999 })).status).toBe(404);
  });

  test('a picture is what its bytes are, has a name that may be used, and is there for its draft only', async () => {
    const draft = await begin('Bilder');
    const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(40)]);
    const sent = await sendMedia(draft, 'C:\\Bilder\\Møte på Rådhuset.svg', png);
    expect(sent.body).toMatchObject({ path: 'media/mote-pa-radhuset.png', type: 'image/png' });
    const other = Buffer.concat([png, Buffer.from('annet')]);
    expect((await sendMedia(draft, 'møte på rådhuset.png', other)).body.path).toBe('media/mote-pa-radhuset-2.png');
    expect((await sendMedia(draft, 'igjen.png', png)).body.path).toBe('media/mote-pa-radhuset.png');
    const shown = await get(`/api/drafts/${draft}/files/media/mote-pa-radhuset.png`);
    expect(shown.headers['content-type']).toBe('image/png');
    expect(shown.headers['content-security-policy']).toContain('sandbox');
    expect((await get(`/api/drafts/${draft}/files/guide.md`)).status).toBe(404);
    expect((await get(`/api/drafts/${draft}/files/media/../guide.md`)).status).toBe(404);
    const neighbour = as(granfoss, 'author');
    expect((await get(`/api/drafts/${draft}/files/media/mote-pa-radhuset.png`, neighbour)).status).toBe(404);
    expect((await post(`/api/drafts/${draft}/media/removal`, { path: 'media/mote-pa-radhuset.png' })).status).toBe(200);
    expect((await get(`/api/drafts/${draft}/files/media/mote-pa-radhuset.png`)).status).toBe(404);
  });

  test.each([
    ['a program', 'bilde.png', Buffer.from('MZ program'), 415],
    ['HTML', 'side.html', Buffer.from('<script>alert(1)</script>'), 415],
    ['a drawing with a script', 'x.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 422],
    ['a picture too large', 'x.png', Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(3e6)]), 413],
    ['nothing', '', Buffer.from(' '), 415],
  ])('%s is refused in words', async (_, name, bytes, status) => {
    const draft = await begin('Farlig');
    const sent = await sendMedia(draft, name, bytes);
    expect([sent.status, sent.body.detail]).toEqual([status, expect.stringContaining('Fila er ikke lagt inn')]);
    expect((await get(`/api/drafts/${draft}`)).body.draft.revision).toBe(1);
  });

  test('the front matter is a form, and a translation begins with the text of the main guide', async () => {
    const draft = await begin('Skjema');
    const { revision } = await guideOf(draft);
    const values = { title: 'Et nytt navn', topics: ['hms', 'avvik'], minutes: '7', pass: '80' };
    const saved = await put(`/api/drafts/${draft}/about`, { path: 'guide.md', values, basedOn: revision });
    expect(saved.body.text).toContain('title: "Et nytt navn"\n');
    expect(saved.body.text).toContain('topics: [hms, avvik]\n');
    expect((await get(`/api/drafts/${draft}`)).body.draft.title).toBe('Et nytt navn');
    const added = await post(`/api/drafts/${draft}/translations`, { language: 'nn' });
    expect(added.body.path).toBe('guide.nn.md');
    const { about, problems } = (await get(`/api/drafts/${draft}/check`)).body;
    expect(about['guide.md']).toMatchObject({ minutes: '7', pass: '80' });
    expect(Object.keys(about['guide.nn.md'])).toEqual(['title', 'summary', 'language']);
    expect(problems.filter(({ severity }: { severity: string }) => severity === 'error')).toEqual([]);
  });

  test('what is wrong has its place and stops publishing; what may be mended without a thought says how', async () => {
    const draft = await begin('Feil');
    const { text, revision } = await guideOf(draft);
    const { body } = await save(draft, text.replace('- [x] Tørker', '- Tørker').replace(' {#prov}', ''), revision);
    const checked = (await get(`/api/drafts/${draft}/check`)).body;
    const line = text.split('\n').findIndex((one) => one.includes('Tørker')) + 1;
    expect(checked.problems).toEqual(
      expect.arrayContaining([expect.objectContaining({ rule: 'choice-without-box', file: 'guide.md', line })]),
    );
    expect(checked.problems.find(({ rule }: { rule: string }) => rule === 'choice-without-box').change).toEqual({
      file: 'guide.md',
      from: line,
      to: line + 1,
      lines: ['- [ ] Tørker opp, og sier fra hvis det kommer igjen.'],
    });
    expect(checked.ids).toContainEqual(expect.objectContaining({ lines: ['# Prøv deg {#prov-deg}'] }));
    const shown = (await get(`/api/drafts/${draft}/course`)).body.course;
    expect(JSON.stringify(shown)).toContain('Ikke ferdig');
    const published = await post(`/api/drafts/${draft}/publication`, { note: '', basedOn: body.revision });
    expect(published.status).toBe(422);
    expect(published.body.problems[0].at).toMatch(/^guide\.md:\d+:\d+$/u);
  });

  test('nobody publishes what they have not seen', async () => {
    const draft = await begin('Usett');
    const { text, revision } = await guideOf(draft);
    await save(draft, `${text}\nMer.\n`, revision);
    expect((await post(`/api/drafts/${draft}/publication`, { note: '', basedOn: 1 })).status).toBe(409);
  });

  test('a published course is taken up as a draft, once, and compared with', async () => {
    const zip = await packSource(await readFolder(join(courses, 'klarsprak')), 'publisert-klarsprak');
    const sent = await server()
      .post('/api/courses?note=Ny')
      .set(author)
      .set('content-type', 'application/zip')
      .send(zip);
    const first = await post('/api/drafts', { course: sent.body.course.id });
    const second = await post('/api/drafts', { course: sent.body.course.id });
    expect(second.body.draft).toBe(first.body.draft);
    const { body } = await get(`/api/drafts/${first.body.draft}`);
    expect(body.draft).toMatchObject({ slug: 'publisert-klarsprak', published: 1, isPublished: true });
    const { number, texts } = (await get(`/api/drafts/${first.body.draft}/published`)).body;
    expect([number, texts['guide.md']]).toEqual([1, (await guideOf(first.body.draft)).text]);
    const renamed = await server().patch(`/api/drafts/${first.body.draft}`).set(author).send({ slug: 'nytt' });
    expect(renamed.status).toBe(409);
    expect((await post('/api/drafts', { course: sent.body.course.id }, as(granfoss, 'author'))).status).toBe(404);
  });

  test('one that is not published is given another address, and deleted for good', async () => {
    const draft = await begin('Kort liv');
    const rename = (slug: string) => server().patch(`/api/drafts/${draft}`).set(author).send({ slug });
    expect((await rename('Ikke bra')).body.problems[0].message).toContain('«ikke-bra»');
    await begin('Opptatt');
    expect((await rename('opptatt')).status).toBe(409);
    expect((await rename('et-annet-navn')).body).toEqual({ slug: 'et-annet-navn' });
    expect((await server().delete(`/api/drafts/${draft}`).set(as(granfoss, 'author'))).status).toBe(404);
    expect((await server().delete(`/api/drafts/${draft}`).set(author)).status).toBe(200);
    for (const path of ['', '/check', '/course', '/revisions', '/zip', '/published', '/live'])
      expect([path, (await get(`/api/drafts/${draft}${path}`)).status]).toEqual([path, 404]);
  });
});

function binary(response: request.Response, done: (error: Error | null, body: unknown) => void): void {
  const chunks: Buffer[] = [];
  const stream = response as unknown as NodeJS.ReadableStream;
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('end', () => done(null, Buffer.concat(chunks)));
}
