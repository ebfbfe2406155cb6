import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ErasureCounts } from '@kursdugnad/core/contract/erasure.js';
import type { TeamTable } from '@kursdugnad/core/contract/teams.js';
import type { Statement } from '@kursdugnad/core/xapi/statement.js';
import request from 'supertest';
import { Competence } from '../../competence/competence.js';
import { Database } from '../../database/database.js';
import { Registrations } from '../../launch/registrations.js';
import { Credentials } from '../../lrs/credentials.js';
import { accountOfPerson } from '../../lrs/person-account.js';
import { Refusals } from '../../lrs/viewer/refusals.js';
import { anEmployee, as, databases, granfoss, solvik, type TestHouse } from '../../testing.js';
import { aHouseWithGuide, aWholeRun, type GuideInUse } from '../../testing-guide.js';
import { aStatement } from '../../testing-statement.js';
import { People, personId, unitId } from '../people.js';

const name = 'Ragnhild Ødegård';
const email = 'Ragnhild.Odegard_7@solvik.example';
const key = 'ragnhild';
const person = personId(solvik.orgnr, key);
const administrator = as(solvik, 'administrator');
const leader = as(solvik, 'leader');
const unit = unitId(solvik.orgnr, ['Helse', 'Hjemmetjenesten']);

describe.each(databases)('erasing a person on %s', (database) => {
  let house: TestHouse;
  let guide: GuideInUse;
  let credential: { key: string; secret: string };
  let learner: { authorization: string };
  beforeAll(async () => {
    ({ house, guide } = await aHouseWithGuide(database));
    credential = await house.app.get(Credentials).create(solvik.orgnr, { label: 'x', scopes: ['all'] });
    await house.app.get(People).importPersonnel(solvik.orgnr, [anEmployee({ key, name, email })]);
    const token = await signIn();
    learner = { authorization: `Bearer ${token}` };
    const required = {
      competence: 'Brannvern',
      role: null,
      course: guide.courseId,
      validMonths: null,
      deadlineDays: 0,
    };
    await http().post('/api/requirements').set(as(solvik, 'coordinator')).send(required).expect(201);
  });
  afterAll(() => house.close());

  const http = () => request(house.app.getHttpServer());
  const signIn = async () => {
    const { Sessions } = await import('../../login/sessions.js');
    await house.app.get(Sessions).giveToken(solvik.orgnr, person, 'token-of-ragnhild', 'test');
    return 'token-of-ragnhild';
  };
  const xapi = (method: 'get' | 'post' | 'put', path = 'statements') =>
    http()[method](`/xapi/${path}`).auth(credential.key, credential.secret).set('X-Experience-API-Version', '1.0.3');
  const found = async (query: object) =>
    (
      await xapi('get')
        .query({ ...query, limit: 500 })
        .expect(200)
    ).body.statements as Statement[];
  const agent = (one: object) => JSON.stringify(one);
  const ours = accountOfPerson('http://localhost:3000', solvik.orgnr, person);
  const team = async () => (await http().get(`/api/teams/${unit}`).set(leader).expect(200)).body as TeamTable;
  const learns = async (who: { authorization: string }) => {
    const started = await http().post('/api/registrations').set(who).send({ course: guide.courseId });
    const { registration } = started.body as { registration: string };
    const events = aWholeRun(guide.course);
    await http().post(`/api/registrations/${registration}/events`).set(who).send({ events }).expect(200);
    return registration;
  };

  /** Every text in every table of the database, documents decoded. */
  const everything = async () => {
    const { source, driver } = house.app.get(Database);
    const list =
      driver === 'postgres'
        ? "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'"
        : "SELECT name FROM sqlite_master WHERE type = 'table'";
    const tables = await source.query<{ name: string }[]>(list);
    expect(tables.length).toBeGreaterThan(20);
    const texts: string[] = [];
    for (const table of tables) {
      const rows = await source.query<Record<string, unknown>[]>(`SELECT * FROM "${table.name}"`);
      for (const row of rows) {
        texts.push(JSON.stringify(row));
        if (typeof row.content === 'string') texts.push(Buffer.from(row.content, 'base64').toString());
      }
    }
    return texts.join('\n').toLowerCase();
  };

  test('nothing of name, e-mail and id is left anywhere; numbers are right, others are as before', async () => {
    const registration = await learns(learner);
    await learns(as(solvik, 'employee'));
    const bytes = Buffer.from(`Hilsen ${name}`);
    const sha2 = createHash('sha256').update(bytes).digest('hex');
    const attachment = {
      usageType: 'urn:x:f',
      display: { nb: 'F' },
      contentType: 'text/plain',
      length: bytes.length,
      sha2,
    };
    const mailto = `mailto:${email}`;
    const foreign = [
      aStatement({ actor: { mbox: mailto, name }, result: { response: `Jeg heter ${name}` } }),
      aStatement({ context: { instructor: { mbox: mailto.toLowerCase() } } }),
      aStatement({ actor: { mbox_sha1sum: createHash('sha1').update(mailto).digest('hex') } }),
      aStatement({
        object: { id: `https://x.example/portfolio/${person}`, definition: { name: { nb: `Til ${email}` } } },
      }),
      aStatement({
        object: { objectType: 'Group', member: [{ mbox: mailto, name }, { mbox: 'mailto:x@example.org' }] },
      }),
    ];
    await xapi('post').send(foreign).expect(200);
    const withFile = aStatement({ actor: ours, attachments: [attachment] });
    const head = `--x\r\nContent-Type: application/json\r\n\r\n${JSON.stringify(withFile)}\r\n--x\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: binary\r\nX-Experience-API-Hash: ${sha2}\r\n\r\n`;
    const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--x--\r\n')]);
    await xapi('post').type('multipart/mixed; boundary=x').send(body).expect(200);
    const about = { id: '0b8b2b0e-3f0e-4d1e-9b0e-0f8a5b1c2d3e', verb: { id: 'urn:x:praised' } };
    await xapi('post').send(aStatement({ ...about, object: { objectType: 'StatementRef', id: foreign[0]?.id ?? '' } }));
    const state = { activityId: 'https://example.org/a', agent: agent(ours), stateId: 's' };
    await xapi('put', 'activities/state').query(state).type('text/plain').send(name).expect(204);
    await xapi('put', 'agents/profile')
      .query({ agent: agent({ mbox: mailto }), profileId: 'p' })
      .set('If-None-Match', '*')
      .type('text/plain')
      .send(email)
      .expect(204);
    await xapi('post')
      .send([{ actor: { mbox: mailto }, verb: 'wrong' }])
      .expect(400);
    await http().get(`/api/teams/${unit}/people/${person}`).set(leader).expect(200);
    await http()
      .post(`/api/teams/${unit}/reminders`)
      .set(leader)
      .send({ people: [person] })
      .expect(200);
    const before = await team();
    expect(before.people.map((one) => one.id)).toContain(person);
    const traces = [name, email, person].map((trace) => trace.toLowerCase());
    await house.app.get(Refusals).flush();
    const there = await everything();
    for (const trace of traces) expect(there.includes(trace)).toBe(true);

    const trial = await http().get(`/api/people/${person}/erasure`).set(administrator).expect(200);
    expect(trial.body.person).toEqual({ id: person, name, email });
    expect(await everything()).toBe(there);
    const erased = await http().delete(`/api/people/${person}`).set(administrator).expect(200);
    const counts = erased.body.counts as ErasureCounts;
    expect(counts).toEqual(trial.body.counts);
    expect(counts).toMatchObject({ documents: 2, attachments: 1, registrations: 1, fulfilments: 1, employments: 1 });
    expect(counts.statements).toBeGreaterThan(10);

    const after = await everything();
    for (const trace of traces) expect(after.split('\n').filter((row) => row.includes(trace))).toEqual([]);
    for (const one of [ours, { mbox: mailto }, { mbox: mailto.toLowerCase() }])
      expect(await found({ agent: agent(one), related_agents: true })).toEqual([]);
    const statements = await found({ registration });
    expect(statements.length).toBeGreaterThan(10);
    const [anonymous] = statements.map(({ actor }) => actor);
    expect(anonymous?.account?.name).toMatch(new RegExp(`^${solvik.orgnr}:[0-9a-f-]{36}$`));
    expect((await found({ agent: agent(anonymous ?? {}), related_agents: true })).length).toBe(
      counts.statements + 1 - 1,
    );
    expect((await found({ agent: agent(anonymous ?? {}) })).map(({ id }) => id)).toContain(about.id);
    expect(await found({ agent: agent({ mbox: 'mailto:x@example.org' }) })).toHaveLength(1);

    const now = await team();
    expect(now.people.map((one) => one.id)).not.toContain(person);
    expect(now.counts.people).toBe(before.counts.people - 1);
    const others = (table: TeamTable) => table.people.filter(({ id }) => id !== person);
    expect(others(now)).toEqual(others(before));
    expect(await house.app.get(Registrations).recompute()).toMatchObject({ differed: 0 });
    expect(await house.app.get(Competence).recompute()).toMatchObject({ differed: 0 });
    expect(await everything()).toBe(after);
    await http().get('/api/me').set(learner).expect(401);
    await http().get(`/api/people/${person}/erasure`).set(administrator).expect(404);
    const notes = await house.app.get(Database).query({ text: 'SELECT erased_by AS by FROM erasure' });
    expect(notes).toEqual([{ by: personId(solvik.orgnr, 'administrator') }]);
  });

  test.each(['author', 'coordinator', 'leader'])(
    'what the %s has done for others stays, without the name',
    async (who) => {
      const traces = [personId(solvik.orgnr, who), `${who}@solvik.example`, `kari ${who}`];
      // Their namesakes in the other municipality stay.
      const here = async () =>
        (await everything())
          .split('\n')
          .filter((row) => row.includes(solvik.orgnr))
          .join('\n');
      if (who === 'author') await http().post('/api/drafts').set(as(solvik, who)).send({ title: 'Varme' }).expect(200);
      const before = await here();
      for (const trace of traces) expect(before.includes(trace)).toBe(true);
      await http()
        .delete(`/api/people/${personId(solvik.orgnr, who)}`)
        .set(administrator)
        .expect(200);
      const after = await here();
      for (const trace of traces) expect(after.split('\n').filter((row) => row.includes(trace))).toEqual([]);
      const asked = await http().get('/api/catalogue').set(as(granfoss, 'employee')).expect(200);
      expect(asked.body.items).toHaveLength(1);
      expect(await house.app.get(Competence).recompute()).toMatchObject({ differed: 0 });
    },
  );

  test('is for administrators of the same municipality, and never of oneself', async () => {
    const someone = personId(solvik.orgnr, 'employee');
    await http().delete(`/api/people/${someone}`).set(as(granfoss, 'administrator')).expect(404);
    await http().get(`/api/people/${someone}/erasure`).set(as(granfoss, 'administrator')).expect(404);
    const own = personId(solvik.orgnr, 'administrator');
    const answer = await http().delete(`/api/people/${own}`).set(administrator).expect(409);
    expect(answer.body.detail).toBe('Du kan ikke slette deg selv. Be en annen administrator om det.');
  });

  test('people are found by a part of the name or e-mail, in the own municipality alone', async () => {
    const find = async (q: string, who = administrator) =>
      (await http().get('/api/people').query({ q }).set(who).expect(200)).body.people as {
        name: string;
        unit: string;
      }[];
    expect(await find('KARI ADM')).toMatchObject([{ name: 'Kari administrator', unit: 'Rådhuset' }]);
    expect(await find('administrator@solvik')).toHaveLength(1);
    expect(await find('%%')).toEqual([]);
    expect(await find(name)).toEqual([]);
    await http().get('/api/people').query({ q: 'x' }).set(administrator).expect(400);
  });
});
