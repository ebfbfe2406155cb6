import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { as, aHouse, anEmployee, databases, granfoss, inhabited, solvik, type TestHouse, tokenOf } from '../testing.js';
import { Sessions } from '../login/sessions.js';
import { People, personId } from '../people/people.js';

interface Line {
  events: { event: string; data: Record<string, unknown> | Record<string, unknown>[] }[];
  close(): void;
}

describe.each(databases)('who has a draft open, on %s', (database) => {
  let house: TestHouse;
  let draft: string;
  beforeAll(async () => {
    house = await aHouse(database);
    await inhabited(house);
    await secondAuthor(house);
    await house.app.listen(0, '127.0.0.1');
    const begun = await request(house.app.getHttpServer())
      .post('/api/drafts')
      .set(as(solvik, 'author'))
      .send({ title: 'Sammen' });
    draft = begun.body.draft;
  });
  afterAll(() => house.close());

  const open = (key: string) =>
    listen((house.app.getHttpServer().address() as AddressInfo).port, `/api/drafts/${draft}/live`, as(solvik, key));
  const present = (line: Line) => line.events.filter(({ event }) => event === 'present').at(-1)?.data;

  test('each is told of the other, of what the other saves, and that the other is gone', async () => {
    const [kari, ola] = [await open('author'), await open('ola')];
    await until(() => JSON.stringify(present(kari)).includes('Ola'));
    await until(() => JSON.stringify(present(ola)).includes('Kari author'));
    const listed = await request(house.app.getHttpServer()).get('/api/drafts').set(as(solvik, 'author'));
    expect(listed.body.drafts[0].present).toEqual([{ person: personId(solvik.orgnr, 'ola'), name: 'Ola' }]);

    const { body } = await request(house.app.getHttpServer()).get(`/api/drafts/${draft}`).set(as(solvik, 'ola'));
    const guide = body.files.find(({ path }: { path: string }) => path === 'guide.md');
    const saved = await request(house.app.getHttpServer())
      .put(`/api/drafts/${draft}/text`)
      .set(as(solvik, 'ola'))
      .send({ path: 'guide.md', text: `${guide.text}\nMer.\n`, basedOn: guide.revision });
    await until(() => kari.events.some(({ event }) => event === 'saved'));
    const told = kari.events.find(({ event }) => event === 'saved')?.data;
    expect(told).toEqual({
      path: 'guide.md',
      revision: saved.body.revision,
      person: personId(solvik.orgnr, 'ola'),
      name: 'Ola',
    });

    ola.close();
    await until(() => JSON.stringify(present(kari)) === '[]');
    const again = await open('author');
    await until(() => JSON.stringify(present(kari)).includes('"isYou":true'));
    for (const line of [kari, again]) line.close();
  });

  test('it is the municipality’s own', async () => {
    const answer = await request(house.app.getHttpServer())
      .get(`/api/drafts/${draft}/live`)
      .set(as(granfoss, 'author'));
    expect(answer.status).toBe(404);
  });
});

async function secondAuthor(house: TestHouse): Promise<void> {
  const { orgnr } = solvik;
  const ola = anEmployee({ key: 'ola', name: 'Ola', unit: ['Rådhuset'], access: [{ right: 'author', unit: null }] });
  await house.app.get(People).importPersonnel(orgnr, [ola]);
  await house.app.get(Sessions).giveToken(orgnr, personId(orgnr, 'ola'), tokenOf(solvik, 'ola'), 'test');
}

function listen(port: number, path: string, headers: Record<string, string>): Promise<Line> {
  return new Promise((resolve, reject) => {
    const line: Line = { events: [], close: () => asked.destroy() };
    const asked = get({ host: '127.0.0.1', port, path, headers }, (answer: IncomingMessage) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('error', () => undefined);
      answer.on('data', (part: string) => {
        text += part;
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          const [, event, data] = /^event: (\w+)\ndata: (.*)$/u.exec(text.slice(0, end)) ?? [];
          if (event && data) line.events.push({ event, data: JSON.parse(data) });
          text = text.slice(end + 2);
        }
      });
      resolve(line);
    });
    asked.on('error', reject);
  });
}

async function until(condition: () => boolean): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end; await new Promise((wait) => setTimeout(wait, 25)))
    if (condition()) return;
  throw new Error(`It did not happen: ${String(condition)}`);
}
