import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mainEdition, questionsOf } from '@kursdugnad/core/course/course-parts.js';
import type { Course } from '@kursdugnad/core/course/course.js';
import { standing } from '@kursdugnad/core/runtime/standing.js';
import { readFolder } from '@kursdugnad/content-tools/package/source-bundle.js';
import request from 'supertest';
import { Catalogue } from '../catalogue/catalogue.js';
import { Sessions } from '../login/sessions.js';
import { personId } from '../people/people.js';
import { as, databases, solvik, type TestHouse } from '../testing.js';
import { aHouseWithGuide, aWholeRun } from '../testing-guide.js';
import { Registrations } from './registrations.js';

const task = '\n## Praktisk oppgave: Bruk brannteppet {#brannteppe}\n\nVis lederen din hvordan du bruker det.\n';

describe.each(databases)('a guide with every kind of question on %s', (database) => {
  let house: TestHouse;
  let courseId: string;
  beforeAll(async () => {
    ({ house } = await aHouseWithGuide(database));
    const files = new Map(await readFolder(join(process.cwd(), 'test/builders/every-kind-course')));
    files.set('guide.md', Buffer.concat([files.get('guide.md') ?? Buffer.alloc(0), Buffer.from(task)]));
    const author = await caller('author');
    courseId = (await house.app.get(Catalogue).publishFiles(author, 'alle-slags', files, '')).course.id;
  });
  afterAll(() => house.close());

  const caller = async (who: 'author' | 'leader') => {
    const found = await house.app
      .get(Sessions)
      .caller(solvik.orgnr, personId(solvik.orgnr, who), new Date().toISOString());
    if (!found) throw new Error('Nobody lives here');
    return found;
  };
  const http = () => request(house.app.getHttpServer());
  const begin = async (who: Parameters<typeof as>[1]) => {
    const started = await http().post('/api/registrations').set(as(solvik, who)).send({ course: courseId }).expect(201);
    const { registration } = started.body as { registration: string };
    const open = () => http().get(`/api/registrations/${registration}`).set(as(solvik, who)).expect(200);
    const send = (events: unknown[]) =>
      http().post(`/api/registrations/${registration}/events`).set(as(solvik, who)).send({ events }).expect(200);
    return { registration, open, send, course: (await open()).body.course as Course };
  };
  const pool = (course: Course) =>
    questionsOf(mainEdition(course)).filter(({ id }) => ['dor', 'mote', 'ovelse'].includes(id));

  test('only what was drawn is asked and taken in, and it is the same each time', async () => {
    const { course, open, send } = await begin('employee');
    expect(pool(course)).toHaveLength(2);
    expect((await open()).body.course).toEqual(course);
    const [other] = ['dor', 'mote', 'ovelse'].filter((id) => !pool(course).some((one) => one.id === id));
    const event = {
      kind: 'answered',
      id: randomUUID(),
      at: new Date().toISOString(),
      question: other,
      response: ['a'],
    };
    expect((await send([event])).body.refused).toHaveLength(1);
  });

  test('the guide waits for the leader, and is completed by the approval', async () => {
    const { registration, course, open, send } = await begin('coordinator');
    const at = new Date().toISOString();
    const events = [...aWholeRun(course), { kind: 'requested', id: randomUUID(), at, task: 'brannteppe' }];
    expect((await send(events)).body.refused).toEqual([]);
    expect(standing(course, (await open()).body.record).missing).toMatchObject([{ kind: 'task', state: 'requested' }]);
    expect((await open()).body.completedOn).toBeNull();
    const registrations = house.app.get(Registrations);
    const leader = await caller('leader');
    const person = personId(solvik.orgnr, 'coordinator');
    const signed = { registration, person, task: 'brannteppe' };
    await registrations.signOff(leader, { ...signed, approved: false });
    expect((await open()).body.completedOn).toBeNull();
    await registrations.signOff(leader, { ...signed, approved: true });
    expect((await open()).body.completedOn).not.toBeNull();
    await expect(registrations.signOff(leader, { ...signed, task: 'annet', approved: true })).rejects.toThrow();
  });

  test('nobody signs off their own task through the learner’s door', async () => {
    const { registration } = await begin('employee');
    const signed = {
      kind: 'signed',
      id: randomUUID(),
      at: new Date().toISOString(),
      task: 'brannteppe',
      by: 'x',
      approved: true,
    };
    await http()
      .post(`/api/registrations/${registration}/events`)
      .set(as(solvik, 'employee'))
      .send({ events: [signed] })
      .expect(400);
  });

  test('numbers are kept with a point, hints are counted, and a word that is no number is refused', async () => {
    const { course, open, send } = await begin('administrator');
    const now = Date.now();
    const happened = (index: number, what: object) => ({
      id: randomUUID(),
      at: new Date(now + index).toISOString(),
      ...what,
    });
    const answer = { kind: 'answered', question: 'kjoleskap' };
    const { body } = await send([
      happened(-3, { ...answer, response: ['varmt'] }),
      happened(-2, { kind: 'hinted', question: 'kjoleskap', hint: 1 }),
      happened(-1, { ...answer, response: ['4,5 °C'] }),
    ]);
    expect(body.refused).toEqual([
      { id: expect.any(String), reason: 'Svaret er ikke et tall. Skriv for eksempel 37,5.' },
    ]);
    const { questions } = standing(course, (await open()).body.record);
    expect(questions.kjoleskap).toMatchObject({ response: ['4.5'], right: true, points: 1 });
  });

  test('made anew from the statements, every record and completion is what it was', async () => {
    expect((await house.app.get(Registrations).recompute()).differed).toBe(0);
  });
});
