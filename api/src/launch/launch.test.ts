import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { as, databases, granfoss, solvik, type TestHouse } from '../testing.js';
import { aHouseWithGuide, anAnswer, anOpening, aWholeRun, type GuideInUse } from '../testing-guide.js';
import { Database } from '../database/database.js';
import { Statements } from '../lrs/statements.js';
import { aStatement } from '../testing-statement.js';
import { Registrations } from './registrations.js';

describe.each(databases)('a learner takes a guide on %s', (database) => {
  let house: TestHouse;
  let guide: GuideInUse;
  beforeAll(async () => {
    ({ house, guide } = await aHouseWithGuide(database));
  });
  afterAll(() => house.close());

  const learner = as(solvik, 'employee');
  const http = () => request(house.app.getHttpServer());
  const start = async (who = learner) =>
    (await http().post('/api/registrations').set(who).send({ course: guide.courseId }).expect(201)).body
      .registration as string;
  const send = (registration: string, events: unknown[], who = learner) =>
    http().post(`/api/registrations/${registration}/events`).set(who).send({ events });
  const open = (registration: string, who = learner) => http().get(`/api/registrations/${registration}`).set(who);

  test('from the first page to the completion', async () => {
    const registration = await start();
    const { body } = await send(registration, aWholeRun(guide.course)).expect(200);
    expect(body.refused).toEqual([]);
    const answer = await open(registration).expect(200);
    expect(answer.body.record).toEqual(body.record);
    expect(answer.body.completedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(answer.body.version.hash).toBe(guide.hash);
  });

  test('starting again continues what is under way; a completed run stays and a new one begins', async () => {
    const leader = as(solvik, 'leader');
    const registration = await start(leader);
    expect(await start(leader)).toBe(registration);
    await send(registration, aWholeRun(guide.course), leader).expect(200);
    const second = await start(leader);
    expect(second).not.toBe(registration);
    expect((await open(registration, leader)).body.completedOn).not.toBeNull();
    expect((await open(second, leader)).body.completedOn).toBeNull();
  });

  test('two tabs that start at once open one registration', async () => {
    const tabs = await Promise.all(Array.from({ length: 6 }, () => start(as(solvik, 'author'))));
    expect(new Set(tabs).size).toBe(1);
  });

  test('the same event twice, late and in any order is one event', async () => {
    const coordinator = as(solvik, 'coordinator');
    const registration = await start(coordinator);
    const events = aWholeRun(guide.course);
    const backwards = [...events].reverse();
    for (const event of backwards) await send(registration, [event], coordinator).expect(200);
    const again = await send(registration, events, coordinator).expect(200);
    expect(again.body.accepted).toEqual(events.map(({ id }) => id));
    const { record } = (await open(registration, coordinator)).body;
    expect(record.answers.map(({ id }: { id: string }) => id)).toEqual(
      events.filter(({ kind }) => kind === 'answered').map(({ id }) => id),
    );
    expect((await open(registration, coordinator)).body.completedOn).not.toBeNull();
  });

  test('tabs that send at once lose nothing', async () => {
    const administrator = as(solvik, 'administrator');
    const registration = await start(administrator);
    const events = aWholeRun(guide.course);
    await Promise.all(events.map((event) => send(registration, [event], administrator).expect(200)));
    const answer = await open(registration, administrator);
    expect(answer.body.completedOn).not.toBeNull();
    expect(Object.keys(answer.body.record.opened)).toHaveLength(guide.course.editions[0]!.lessons.length);
  });

  test('what cannot belong to the version is refused by id, with a reason, and the rest is stored', async () => {
    const who = as(granfoss, 'employee');
    const registration = await start(who);
    const [good, lesson, question, response] = [
      anOpening(guide.course),
      { ...anOpening(guide.course), lesson: 'finnes-ikke' },
      { ...anAnswer(guide.course), question: 'finnes-ikke' },
      { ...anAnswer(guide.course), response: ['z'] },
    ];
    const { body } = await send(registration, [good, lesson, question, response], who).expect(200);
    expect(body.accepted).toEqual([good.id]);
    expect(body.refused).toEqual(
      [lesson, question, response].map(({ id }) => ({ id, reason: expect.stringContaining(' ') })),
    );
  });

  test('a clock that is wrong moves the events, not their order', async () => {
    const who = as(granfoss, 'leader');
    const registration = await start(who);
    const ahead = Date.now() + 3_600_000;
    const events = [0, 1000].map((later) => ({
      ...anAnswer(guide.course),
      at: new Date(ahead + later).toISOString(),
    }));
    const { body } = await send(registration, events, who).expect(200);
    const [first, second] = body.record.answers as { id: string; at: string }[];
    expect([first?.id, second?.id]).toEqual(events.map(({ id }) => id));
    expect(Date.parse(second?.at ?? '') - Date.parse(first?.at ?? '')).toBe(1000);
    expect(Date.parse(second?.at ?? '')).toBeLessThanOrEqual(Date.now());
  });

  test('somebody else finds nothing, neither a colleague nor another municipality', async () => {
    const registration = await start();
    for (const who of [as(solvik, 'leader'), as(solvik, 'administrator'), as(granfoss, 'employee')]) {
      await open(registration, who).expect(404);
      await send(registration, [anOpening(guide.course)], who).expect(404);
    }
    await http().get(`/api/registrations/${registration}`).expect(401);
    await http().post('/api/registrations').set(learner).send({ course: randomUUID() }).expect(404);
  });

  test('an event with the id of another registration’s event is refused', async () => {
    const registration = await start(as(granfoss, 'author'));
    const other = await start(as(granfoss, 'coordinator'));
    const event = anOpening(guide.course);
    await send(registration, [event], as(granfoss, 'author')).expect(200);
    const { body } = await send(other, [event], as(granfoss, 'coordinator')).expect(200);
    expect(body.refused.map(({ id }: { id: string }) => id)).toEqual([event.id]);
  });

  test('a voided statement has never been said: the completion that rested on it is gone', async () => {
    const { orgnr } = granfoss;
    const who = as(granfoss, 'administrator');
    const registration = await start(who);
    await send(registration, aWholeRun(guide.course), who).expect(200);
    const [database, statements] = [house.app.get(Database), house.app.get(Statements)];
    const said = await statements.ofRegistrations(database, orgnr, [registration]);
    const completed = said.find(({ verb }) => verb.id === 'http://adlnet.gov/expapi/verbs/completed');
    const voiding = aStatement({
      verb: { id: 'http://adlnet.gov/expapi/verbs/voided' },
      object: { objectType: 'StatementRef', id: completed?.id ?? '' },
    });
    expect((await open(registration, who)).body.completedOn).not.toBeNull();
    await database.transaction((transaction) => statements.store(transaction, orgnr, [voiding]));
    expect((await open(registration, who)).body.completedOn).toBeNull();
  });

  test('made anew from the statements, every record and completion is what it was', async () => {
    const { rows, differed } = await house.app.get(Registrations).recompute();
    expect(rows).toBeGreaterThan(6);
    expect(differed).toBe(0);
    // And what has been damaged is mended.
    await house.app.get(Database).transaction(async ({ query }) => {
      await query({
        text: `UPDATE completion SET completed = 0, progress = 0.1 WHERE municipality = '${solvik.orgnr}'`,
      });
      await query({ text: `UPDATE registration SET record = '{}' WHERE municipality = '${granfoss.orgnr}'` });
    });
    const mended = await house.app.get(Registrations).recompute();
    expect(mended.differed).toBeGreaterThan(5);
    expect((await house.app.get(Registrations).recompute()).differed).toBe(0);
  });
});
