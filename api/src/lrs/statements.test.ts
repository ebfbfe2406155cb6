import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request, { type Test } from 'supertest';
import type { Statement } from '@kursdugnad/core/xapi/statement.js';
import { Database } from '../database/database.js';
import { aHouse, databases, type TestHouse } from '../testing.js';
import { aStatement, anAgent } from '../testing-statement.js';
import { Statements } from './statements.js';

describe.each(databases)('the statement resource on %s', (database) => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await aHouse(database);
  });
  afterAll(() => house.close());

  const speaking = (sent: Test, version = '1.0.3') =>
    sent.auth('key', 'secret-of-the-lrs').set('X-Experience-API-Version', version);
  const http = () => request(house.app.getHttpServer());
  const post = (body: object, version?: string) => speaking(http().post('/xapi/statements'), version).send(body);
  const put = (id: string, body: object) =>
    speaking(http().put('/xapi/statements').query({ statementId: id })).send(body);
  const get = (query: object, version?: string) => speaking(http().get('/xapi/statements').query(query), version);
  const ids = async (query: object) =>
    ((await get(query).expect(200)).body.statements as Statement[]).map(({ id }) => id);

  test('what goes in comes out, with what the LRS sets', async () => {
    const statement = aStatement();
    expect((await post(statement).expect(200)).body).toEqual([statement.id]);
    const { body, headers } = await get({ statementId: statement.id }).expect(200);
    expect(body).toMatchObject({ ...statement, version: '1.0.0' });
    expect(body.authority.account.name).toBe('lrs:key');
    expect(headers['x-experience-api-version']).toBe('1.0.3');
    expect(headers['last-modified']).toBe(new Date(body.stored).toUTCString());
    expect(Date.parse(headers['x-experience-api-consistent-through'] ?? '')).toBeGreaterThanOrEqual(
      Date.parse(body.stored),
    );
  });

  test('an id is never overwritten: the same again is fine, another is refused', async () => {
    const statement = aStatement();
    await put(statement.id, statement).expect(204);
    await put(statement.id, { ...statement, id: undefined }).expect(204);
    await post([statement, aStatement()]).expect(200);
    const other = aStatement();
    await post([other, { ...statement, verb: { id: 'https://example.org/else' } }]).expect(409);
    await get({ statementId: other.id }).expect(404);
    expect((await get({ statementId: statement.id })).body.verb.id).toBe(statement.verb.id);
  });

  test('what is sent again is found once, where it stood', async () => {
    const statement = { ...aStatement(), actor: anAgent(`again-${randomUUID()}`) };
    await post(statement).expect(200);
    const rows = () =>
      house.app
        .get(Database)
        .query<{ seq: number }>(
          { text: 'SELECT seq, key FROM statement_key WHERE statement = :id ORDER BY seq, key' },
          { id: statement.id },
        );
    const before = await rows();
    const next = { ...aStatement(), actor: statement.actor };
    await post([next, statement]).expect(200);
    expect(await rows()).toEqual(before);
    expect(await ids({ agent: JSON.stringify(statement.actor) })).toEqual([next.id, statement.id]);
  });

  test('a batch is stored whole or not at all, and each fault is named with its place', async () => {
    const good = aStatement();
    const bad = {
      ...aStatement(),
      actor: { ...anAgent('per'), mbox: 'mailto:per@example.org' },
      result: { score: { scaled: '1' } },
    };
    const { body } = await post([good, bad])
      .expect(400)
      .expect('content-type', /problem\+json/);
    expect(body.problems.map(({ at }: { at: string }) => at)).toEqual(['[1].actor', '[1].result.score.scaled']);
    expect(body.problems[0].rule).toBe('xAPI 1.0.3 Data 2.4.2.3');
    await get({ statementId: good.id }).expect(404);
  });

  test('the version header is asked for, and stands on every answer', async () => {
    const bare = async () => http().get('/xapi/statements').auth('key', 'secret-of-the-lrs').expect(400);
    for (const spoken of ['2.0.0', '1.0.3']) {
      await get({}, spoken).expect(200);
      // Who forgets it hears the version that the key otherwise speaks.
      expect((await bare()).headers['x-experience-api-version']).toBe(spoken);
    }
    await speaking(http().get('/xapi/statements'), '0.95').expect(400);
    const unreadable = speaking(http().post('/xapi/statements')).type('json').send('{"actor":');
    expect((await unreadable.expect(400)).headers['x-experience-api-version']).toBe('1.0.3');
    const about = await http().get('/xapi/about').expect(200);
    expect(about.body.version).toContain('1.0.3');
  });

  test('who has no key or a wrong one is sent away', async () => {
    const from = (sent: Test) => sent.set('X-Experience-API-Version', '1.0.3').expect(401);
    await from(http().get('/xapi/statements'));
    await from(http().post('/xapi/statements').send(aStatement()));
    await from(http().get('/xapi/statements').auth('key', 'wrong'));
    await from(http().get('/xapi/statements').auth('nobody', 'secret-of-the-lrs'));
    await from(http().get('/xapi/statements').set('authorization', 'Bearer key'));
    await from(http().get('/xapi/activities/state').auth('key', 'wrong'));
  });

  test('unknown parameters and impossible values are refused', async () => {
    for (const query of [
      { Verb: 'https://example.org/x' },
      { verb: 'x' },
      { agent: '{"mbox":1}' },
      { agent: 'x' },
      { registration: '1' },
      { since: 'yesterday' },
      { limit: '-1' },
      { ascending: 'yes' },
      { format: 'short' },
      { statementId: randomUUID(), verb: 'https://example.org/x' },
      { statementId: randomUUID(), voidedStatementId: randomUUID() },
    ])
      expect((await get(query)).status).toBe(400);
    expect((await get({ limit: 'x' })).headers['x-experience-api-consistent-through']).toBeDefined();
  });

  test('each filter finds its own, directly and related', async () => {
    const registration = randomUUID();
    const activity = `https://example.org/${registration}`;
    const parent = { contextActivities: { parent: { id: activity } }, registration, instructor: anAgent(registration) };
    const direct = aStatement({ object: { id: activity }, actor: anAgent(registration), verb: { id: activity } });
    const related = aStatement({ context: parent });
    const inner = aStatement({
      object: {
        objectType: 'SubStatement',
        actor: anAgent(registration),
        verb: { id: 'https://example.org/v' },
        object: { id: activity },
      },
    });
    await post([direct, related, inner]).expect(200);
    const agent = JSON.stringify(anAgent(registration));
    expect(await ids({ activity })).toEqual([direct.id]);
    expect(await ids({ activity, related_activities: true, ascending: true })).toEqual([
      direct.id,
      related.id,
      inner.id,
    ]);
    expect(await ids({ agent })).toEqual([direct.id]);
    expect(await ids({ agent, related_agents: true })).toEqual([inner.id, related.id, direct.id]);
    expect(await ids({ registration })).toEqual([related.id]);
    expect(await ids({ verb: activity })).toEqual([direct.id]);
    expect(await ids({ agent, activity, verb: activity })).toEqual([direct.id]);
    expect(await ids({ agent, related_agents: true, registration, activity })).toEqual([]);
    expect((await get({ registration })).body.statements[0].context.contextActivities.parent).toEqual([
      { id: activity },
    ]);
  });

  test('since, until, limit and more go through all, each once', async () => {
    const registration = randomUUID();
    const sent = Array.from({ length: 7 }, () => aStatement({ context: { registration } }));
    await post(sent.slice(0, 3)).expect(200);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await post(sent.slice(3)).expect(200);
    const all = (await get({ registration, ascending: true })).body.statements as Required<Statement>[];
    expect(all.map(({ id }) => id)).toEqual(sent.map(({ id }) => id));
    const third = all[2]?.stored ?? '';
    expect(await ids({ registration, since: third, ascending: true })).toEqual(sent.slice(3).map(({ id }) => id));
    expect(await ids({ registration, until: third })).toEqual(
      sent
        .slice(0, 3)
        .map(({ id }) => id)
        .reverse(),
    );
    const seen: unknown[] = [];
    let url = `/xapi/statements?limit=3&registration=${registration}&format=ids`;
    for (let pages = 0; url !== '' && pages < 9; pages += 1) {
      const { body } = await speaking(http().get(url)).expect(200);
      seen.push(...body.statements.map(({ id }: Statement) => id));
      url = body.more;
    }
    expect(seen).toEqual(sent.map(({ id }) => id).reverse());
  });

  test('formats: identifiers only, or one language', async () => {
    const statement = aStatement();
    await post(statement).expect(200);
    const barely = (await get({ statementId: statement.id, format: 'ids' })).body;
    expect([barely.verb, barely.object]).toEqual([{ id: statement.verb.id }, { id: 'https://example.org/film' }]);
    const canonical = get({ statementId: statement.id, format: 'canonical' }).set(
      'Accept-Language',
      'de;q=0.9, en-GB;q=0.8',
    );
    expect((await canonical).body.verb.display).toEqual({ en: 'experienced' });
  });

  test.each(['before', 'after'])('voiding a statement that comes %s', async (order) => {
    const registration = randomUUID();
    const target = aStatement({ context: { registration } });
    const voiding = aStatement({
      verb: { id: 'http://adlnet.gov/expapi/verbs/voided' },
      object: { objectType: 'StatementRef', id: target.id },
    });
    for (const one of order === 'before' ? [target, voiding] : [voiding, target]) await post(one).expect(200);
    await get({ statementId: target.id }).expect(404);
    expect((await get({ voidedStatementId: target.id }).expect(200)).body.id).toBe(target.id);
    await get({ voidedStatementId: voiding.id }).expect(404);
    // Who is about a voided statement is still found by what that one said.
    expect(await ids({ registration })).toEqual([voiding.id]);
    await post({ ...voiding, id: randomUUID(), object: { objectType: 'StatementRef', id: voiding.id } }).expect(200);
    await get({ statementId: voiding.id }).expect(200);
  });

  test('a chain of references is found by what is at its end', async () => {
    const registration = randomUUID();
    const end = aStatement({ context: { registration } });
    const about = (id: string) => aStatement({ object: { objectType: 'StatementRef', id } });
    const middle = about(end.id);
    const top = about(middle.id);
    for (const one of [top, end, middle]) await post(one).expect(200);
    expect((await ids({ registration })).sort()).toEqual([end.id, middle.id, top.id].sort());
  });

  test('HEAD is GET without its body; 10 MB is the most', async () => {
    const head = await speaking(http().head('/xapi/statements')).expect(200);
    expect(head.headers['x-experience-api-consistent-through']).toBeDefined();
    expect(head.text ?? '').toBe('');
    const large = aStatement({ result: { response: 'x'.repeat(10 * 1024 * 1024) } });
    expect((await post(large).expect(413)).headers['x-experience-api-version']).toBe('1.0.3');
  });

  test('a listener that fails takes the statement with it', async () => {
    const marked = aStatement({ verb: { id: 'https://example.org/verbs/breaks' } });
    house.app
      .get(Statements)
      .onStored((_, __, statements) =>
        statements.some(({ id }) => id === marked.id) ? Promise.reject(new Error('on purpose')) : Promise.resolve(),
      );
    await post(marked).expect(500);
    await get({ statementId: marked.id }).expect(404);
    await post(aStatement()).expect(200);
  });

  test('fifty batches at once that share actors, activities and ids', async () => {
    const shared = Array.from({ length: 6 }, () => aStatement());
    const registration = randomUUID();
    const batches = Array.from({ length: 50 }, (_, index) => [
      ...(index % 2 === 0 ? shared : [...shared].reverse()),
      ...Array.from({ length: 4 }, () => aStatement({ context: { registration } })),
    ]);
    const answers = await Promise.all(batches.map((batch) => post(batch)));
    expect(answers.map(({ status }) => status)).toEqual(batches.map(() => 200));
    expect(await ids({ registration, limit: 500 })).toHaveLength(200);
  });
});
