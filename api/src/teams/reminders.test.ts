import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { Competence } from '../competence/competence.js';
import { aCourseInUse, callerOf } from '../competence/testing.js';
import { Database } from '../database/database.js';
import { aHouse, as, databases, inhabited, solvik, type TestHouse } from '../testing.js';
import { MailRow } from './teams.tables.js';
import { aMailSink, aTeam, homeCare, idOf, type MailSink } from './testing.js';

describe.each(databases)('reminders on %s', (database) => {
  let house: TestHouse;
  let sink: MailSink;
  let fire: string;
  beforeAll(async () => {
    sink = await aMailSink();
    house = await aHouse(database, { smtpUrl: sink.url });
    await inhabited(house);
    await aTeam(house);
    fire = await aCourseInUse(house, 'brannvern');
    const asked = { competence: 'Brannvern', role: null, course: fire, validMonths: null, deadlineDays: 0 };
    await house.app
      .get(Competence)
      .stateRequirement(await callerOf(house, 'coordinator'), { ...asked, from: '2024-01-01' });
  });
  afterAll(async () => {
    await house.close();
    await sink.close();
  });
  afterEach(async () => {
    await house.app.get(Database).transaction(({ query }) => query({ text: 'DELETE FROM mail_outbox' }));
    sink.mails.length = 0;
  });

  const remind = (body: object = {}, key = 'leader') =>
    request(house.app.getHttpServer()).post(`/api/teams/${homeCare}/reminders`).set(as(solvik, key)).send(body);
  const outbox = async () =>
    (await request(house.app.getHttpServer()).get('/api/admin/mails').set(as(solvik, 'administrator')).expect(200)).body
      .mails as { to: string; state: string; subject: string; text: string }[];
  const settled = async () => {
    for (let tries = 0; tries < 400; tries += 1) {
      const mails = await outbox();
      if (mails.every(({ state }) => state !== 'waiting')) return mails;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error('mails are waiting still');
  };

  test('everybody who is overdue gets one mail, in their own language, and none again within a day', async () => {
    expect((await remind().expect(200)).body).toEqual({ sent: 4, passedOver: 0 });
    expect((await remind().expect(200)).body).toEqual({ sent: 0, passedOver: 4 });
    const mails = await settled();
    expect(mails.map(({ state }) => state)).toEqual(['sent', 'sent', 'sent', 'sent']);
    expect(sink.mails.map(({ to }) => to).sort()).toEqual(mails.map(({ to }) => to).sort());
    const toCook = mails.find(({ to }) => to.startsWith('cook'));
    expect(toCook?.subject).toBe('Éin guide ventar på deg');
    expect(toCook?.text).toContain(`- Guide om brannvern: `);
    expect(toCook?.text).toContain(`http://localhost:3000/mine-guider#${fire}`);
    const { body } = await request(house.app.getHttpServer())
      .get(`/api/teams/${homeCare}/people/${idOf('cook')}`)
      .set(as(solvik, 'leader'));
    expect(body.reminders).toEqual([{ at: expect.any(String), by: 'Kari leader' }]);
  });

  test('one who is named gets one, somebody outside is not found', async () => {
    expect((await remind({ people: [idOf('employee')] }).expect(200)).body).toEqual({ sent: 1, passedOver: 0 });
    await remind({ people: [idOf('employee'), idOf('sibling')] }).expect(404);
    await remind({ people: [] }).expect(400);
    expect((await settled()).map(({ to }) => to)).toEqual(['employee@solvik.example']);
  });

  test('two clicks at once are one reminder', async () => {
    const answers = await Promise.all([remind(), remind(), remind()]);
    expect(answers.map(({ body }) => body.sent).sort()).toEqual([0, 0, 4]);
    await settled();
  });

  test('an address refused for good has failed; one refused for now waits', async () => {
    sink.refusals.push('550 no such mailbox');
    await remind({ people: [idOf('employee')] }).expect(200);
    expect(await settled()).toMatchObject([{ state: 'failed' }]);
    sink.refusals.push('450 later');
    await remind({ people: [idOf('cook')] }).expect(200);
    const { manager } = house.app.get(Database);
    let row: MailRow | null = null;
    for (let tries = 0; tries < 400 && row?.tries !== 1; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      row = await manager.findOneBy(MailRow, { municipality: solvik.orgnr, person: idOf('cook') });
    }
    expect(row).toMatchObject({ state: 'waiting', tries: 1, fault: expect.stringContaining('450') });
    expect(row?.nextAt && row.nextAt > new Date().toISOString()).toBe(true);
  });

  test('without a mail server they are kept, for the administrator to see', async () => {
    const quiet = await aHouse(database);
    await inhabited(quiet);
    const course = await aCourseInUse(quiet, 'brannvern');
    const asked = {
      competence: 'Brannvern',
      role: null,
      course,
      validMonths: null,
      deadlineDays: 0,
      from: '2024-01-01',
    };
    await quiet.app.get(Competence).stateRequirement(await callerOf(quiet, 'coordinator'), asked);
    const server = () => request(quiet.app.getHttpServer());
    await server().post(`/api/teams/${homeCare}/reminders`).set(as(solvik, 'leader')).send({}).expect(200);
    const { body } = await server().get('/api/admin/mails').set(as(solvik, 'administrator'));
    expect(body.mails).toMatchObject([{ state: 'kept' }, { state: 'kept' }]);
    await quiet.close();
  });
});
