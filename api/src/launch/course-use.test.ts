import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFolder } from '@kursdugnad/content-tools/package/source-bundle.js';
import request from 'supertest';
import { Catalogue } from '../catalogue/catalogue.js';
import { personId } from '../people/people.js';
import { as, aHouse, databases, granfoss, inhabited, solvik, type TestHouse } from '../testing.js';
import { Registrations } from './registrations.js';

const keys = ['employee', 'leader', 'author', 'coordinator', 'administrator'];

describe.each(databases)('how a course goes, on %s', (database) => {
  let house: TestHouse;
  let course: string;
  beforeAll(async () => {
    house = await aHouse(database);
    await inhabited(house);
    const person = personId(solvik.orgnr, 'author');
    const at = '2026-11-20T10:00:00.000Z';
    const author = { person, name: 'Kari', municipality: solvik.orgnr, language: 'nb' as const, at };
    const files = await readFolder(join(process.cwd(), 'courses', 'brannvern'));
    const published = await house.app.get(Catalogue).publishFiles(author, 'brannvern', files, '');
    course = published.course.id;
    await house.app.get(Catalogue).adopt({ ...author, municipality: granfoss.orgnr }, course);
  });
  afterAll(() => house.close());

  const server = () => house.app.getHttpServer();
  const use = (who: { authorization: string }) => request(server()).get(`/api/courses/${course}/use`).set(who);

  /** Answers the first question; c is right. */
  async function answer(municipality: { orgnr: string }, key: string, ...letters: string[]): Promise<void> {
    const who = as(municipality, key);
    const { body } = await request(server()).post('/api/registrations').set(who).send({ course });
    const events = letters.map((letter, index) => ({
      kind: 'answered',
      id: randomUUID(),
      at: new Date(Date.now() + index).toISOString(),
      question: 'kile',
      response: [letter],
    }));
    const told = await request(server())
      .post(`/api/registrations/${body.registration}/events`)
      .set(who)
      .send({ events });
    expect(told.body.refused).toEqual([]);
  }

  test('nobody has begun', async () => {
    const { body } = await use(as(solvik, 'author'));
    expect(body).toMatchObject({ use: [], questions: [], versions: [{ number: 1, registrations: 0, completed: 0 }] });
  });

  test('numbers from the whole region, questions only when enough have answered, and no mean of a few', async () => {
    for (const key of keys.slice(0, 3)) await answer(solvik, key, 'c');
    await answer(granfoss, 'employee', 'a', 'c');
    expect((await use(as(solvik, 'author'))).body.questions).toEqual([]);
    await answer(granfoss, 'leader', 'c');
    const completedAt = '2026-11-01T10:00:00.000Z';
    const rows = keys.map((key, index) => {
      return { person: personId(solvik.orgnr, key), course, completedAt, scaled: 0.8 + index / 100 };
    });
    await house.app.get(Registrations).recordEarlier(solvik.orgnr, rows);
    const { body } = await use(as(solvik, 'author'));
    expect(body.questions).toEqual([{ id: 'kile', prompt: expect.any(String), answers: 5, rightFirst: 0.8 }]);
    expect(body.versions[0]).toMatchObject({ number: 1, registrations: 10, completed: 5 });
    expect(body.use).toEqual([
      { municipality: granfoss.name, registrations: 2, completed: 0, meanScore: null },
      { municipality: solvik.name, registrations: 8, completed: 5, meanScore: expect.closeTo(0.82) },
    ]);
    expect(JSON.stringify(body)).not.toContain(personId(granfoss.orgnr, 'employee'));
    const mine = await request(server()).get('/api/courses').set(as(solvik, 'author'));
    expect(mine.body.courses).toEqual([expect.objectContaining({ id: course, registrations: 10, completed: 5 })]);
  });

  test("a neighbour's course is not ours to look into", async () => {
    expect((await use(as(granfoss, 'author'))).status).toBe(404);
    expect((await use(as(solvik, 'employee'))).status).toBe(403);
    expect((await request(server()).get('/api/courses').set(as(granfoss, 'author'))).body).toEqual({ courses: [] });
  });
});
