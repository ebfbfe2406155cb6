import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import type { Statement } from '@kursdugnad/core/xapi/statement.js';
import { XAPI } from '../../../test/xapi-client.js';
import { as, databases, granfoss, solvik, type TestHouse } from '../testing.js';
import { aHouseWithGuide, aWholeRun, type GuideInUse } from '../testing-guide.js';
import { aStatement, anAgent } from '../testing-statement.js';
import { Credentials, type Scope } from './credentials.js';

type Key = { key: string; secret: string };

describe.each(databases)('keys to the LRS on %s', (database) => {
  let house: TestHouse;
  let guide: GuideInUse;
  let ours: Key;
  let theirs: Key;
  const operator: Key = { key: 'key', secret: 'secret-of-the-lrs' };
  const aKey = ({ orgnr }: { orgnr: string }, scopes: Scope[], expires: string | null = null) =>
    house.app.get(Credentials).create(orgnr, { label: 'Test', scopes, expires });
  beforeAll(async () => {
    ({ house, guide } = await aHouseWithGuide(database));
    ours = await aKey(solvik, ['all']);
    theirs = await aKey(granfoss, ['all']);
  });
  afterAll(() => house.close());

  const http = () => request(house.app.getHttpServer());
  const version = { 'X-Experience-API-Version': '1.0.3' };
  const post = ({ key, secret }: Key, body: object) =>
    http().post('/xapi/statements').auth(key, secret).set(version).send(body);
  const get = ({ key, secret }: Key, query: object) =>
    http().get('/xapi/statements').auth(key, secret).set(version).query(query);
  const found = async (key: Key, query: object) =>
    ((await get(key, query).expect(200)).body.statements as Statement[]).map(({ id }) => id);

  test('a key sees its own municipality and no other; the operator sees all', async () => {
    const statement = aStatement({ verb: { id: 'https://example.org/verbs/ours' } });
    await post(ours, statement).expect(200);
    await get(theirs, { statementId: statement.id }).expect(404);
    expect(await found(theirs, { verb: statement.verb.id })).toEqual([]);
    expect(await found(ours, { verb: statement.verb.id })).toEqual([statement.id]);
    expect(await found(operator, { verb: statement.verb.id })).toEqual([statement.id]);
    // The same id may be another municipality's: that it is taken there tells nothing here.
    await post(theirs, { ...statement, verb: { id: 'https://example.org/else' } }).expect(200);
    await post(operator, aStatement({ verb: statement.verb })).expect(200);
    expect(await found(ours, { verb: statement.verb.id })).toEqual([statement.id]);
  });

  test('documents are a municipality’s own', async () => {
    const query = { activityId: 'https://example.org/a', agent: JSON.stringify(anAgent('ola')), stateId: 's' };
    const state = (method: 'put' | 'get', { key, secret }: Key) =>
      http()[method]('/xapi/activities/state').query(query).auth(key, secret).set(version);
    await state('put', ours).type('text/plain').send('x').expect(204);
    await state('get', ours).expect(200);
    await state('get', theirs).expect(404);
  });

  test('a key does what its scopes say, and nothing when it has expired', async () => {
    const [writer, own, reader, expired] = [
      await aKey(solvik, ['statements/write']),
      await aKey(solvik, ['statements/write', 'statements/read/mine']),
      await aKey(solvik, ['statements/read']),
      await aKey(solvik, ['all'], '2020-01-01T00:00:00.000Z'),
    ];
    await post(writer, aStatement()).expect(200);
    await get(writer, {}).expect(403);
    await post(reader, aStatement()).expect(403);
    await get(reader, {}).expect(200);
    await get(expired, {}).expect(401);
    const mine = aStatement();
    await post(own, mine).expect(200);
    expect(await found(own, {})).toEqual([mine.id]);
  });

  test('what a learner does is read by another system, without name, mail or birth number', async () => {
    const learner = as(solvik, 'employee');
    const started = await http().post('/api/registrations').set(learner).send({ course: guide.courseId });
    const { registration } = started.body as { registration: string };
    const events = aWholeRun(guide.course);
    await http().post(`/api/registrations/${registration}/events`).set(learner).send({ events }).expect(200);
    const { body, text } = await get(operator, { registration, ascending: true, limit: 500 }).expect(200);
    const verbs = (body.statements as Statement[]).map(({ verb }) => verb.id.split('/').at(-1));
    expect(verbs.slice(0, 2)).toEqual(['launched', 'initialized']);
    expect(verbs).toEqual(expect.arrayContaining(['experienced', 'responded', 'progressed', 'completed', 'passed']));
    expect(text).not.toMatch(/Kari|solvik\.example/);
    expect(await found(theirs, { registration })).toEqual([]);
  });

  test('the xAPI.js client writes and reads', async () => {
    await house.app.listen(0, '127.0.0.1');
    const endpoint = `${await house.app.getUrl()}/xapi/`;
    const client = new XAPI({ endpoint, auth: XAPI.toBasicAuth(ours.key, ours.secret), version: '1.0.3' });
    const agent = anAgent('xapi.js');
    const statement = aStatement({ actor: agent });
    const sent = await client.sendStatement({ statement: statement as never });
    expect(sent.data).toEqual([statement.id]);
    const one = await client.getStatement({ statementId: statement.id });
    expect((one.data as Statement).verb).toEqual(statement.verb);
    const many = await client.getStatements({ agent, limit: 1 });
    expect((many.data as { statements: Statement[] }).statements).toHaveLength(1);
    const place = { agent, activityId: 'https://example.org/a', stateId: 'bookmark' };
    await client.createState({ ...place, state: { page: 3 } });
    expect((await client.getState(place)).data).toEqual({ page: 3 });
    expect((await client.getAbout()).data).toMatchObject({ version: expect.arrayContaining(['1.0.3']) });
    await client.voidStatement({ actor: agent, statementId: statement.id });
    const voided = await client.getVoidedStatement({ voidedStatementId: statement.id });
    expect((voided.data as Statement).id).toBe(statement.id);
  });
});
