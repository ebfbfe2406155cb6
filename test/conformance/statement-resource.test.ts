import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Statement } from '@kursdugnad/core/xapi/statement.js';
import { aHouse, databases, type TestHouse } from '../../api/src/testing.js';
import { aStatement, anAgent } from '../../api/src/testing-statement.js';
import { type Query, Speaking, versions } from './speaking.js';

const about = (id: string) => aStatement({ object: { objectType: 'StatementRef', id } });
const voiding = (id: string) => ({ ...about(id), verb: { id: 'http://adlnet.gov/expapi/verbs/voided' } });

describe.each(databases)('the statement resource on %s', (database) => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await aHouse(database);
  });
  afterAll(() => house.close());

  describe.each(versions)('in %s', (version) => {
    let lrs: Speaking;
    beforeAll(() => {
      lrs = new Speaking(house, version);
    });
    const status = async (...asked: Parameters<Speaking['ask']>) => (await lrs.ask(...asked)).statusCode;
    const get = (query: Query) => lrs.ask('GET', 'statements', { query });

    test('Communication 2.1.1: PUT answers 204, and 409 where the id stands for another statement', async () => {
      const statement = aStatement();
      const query = { statementId: statement.id };
      expect(await status('PUT', 'statements', { query, body: statement })).toBe(204);
      expect(await status('PUT', 'statements', { query, body: statement })).toBe(204);
      const other = { ...statement, verb: { id: 'https://example.org/else' } };
      expect(await status('PUT', 'statements', { query, body: other })).toBe(409);
      expect((await get(query)).json<Statement>().verb).toEqual(statement.verb);
    });

    test('Communication 2.1.1: PUT needs statementId, one statement and the same id', async () => {
      const body = aStatement();
      expect(await status('PUT', 'statements', { body })).toBe(400);
      expect(await status('PUT', 'statements', { query: { statementId: body.id }, body: [body] })).toBe(400);
      expect(await status('PUT', 'statements', { query: { statementId: randomUUID() }, body })).toBe(400);
      expect(await status('PUT', 'statements', { query: { statementID: body.id }, body })).toBe(400);
    });

    test('Communication 2.1.2: POST answers the ids in order, made where they are missing', async () => {
      const [one, other] = [aStatement(), { ...aStatement(), id: undefined }];
      const answer = await lrs.ask('POST', 'statements', { body: [one, other] });
      expect([answer.statusCode, answer.json<string[]>()]).toEqual([
        200,
        [one.id, expect.stringMatching(/^[\da-f-]{36}$/)],
      ]);
      expect(await status('POST', 'statements', { body: [] })).toBe(400);
    });

    test('Communication 2.1.2: a batch is stored whole or not at all', async () => {
      const [good, bad] = [aStatement(), aStatement({ verb: { id: 'no scheme' } })];
      expect(await status('POST', 'statements', { body: [good, bad] })).toBe(400);
      expect(await status('GET', 'statements', { query: { statementId: good.id } })).toBe(404);
    });

    test('2.0 duplicate ids: the same id twice in a batch', async () => {
      const one = aStatement();
      expect(await status('POST', 'statements', { body: [one, one] })).toBe(version === '2.0.0' ? 400 : 200);
    });

    test('Data 2.4.7-2.4.10: stored, authority, version and timestamp are set', async () => {
      const { timestamp: _, ...bare } = aStatement({ stored: '2001-01-01T00:00:00Z' });
      await lrs.send(bare);
      const { stored, timestamp, authority, version: said } = (await get({ statementId: bare.id })).json<Statement>();
      expect(Date.parse(stored ?? '')).toBeGreaterThan(Date.now() - 60_000);
      expect([timestamp, said]).toEqual([stored, version === '2.0.0' ? '2.0.0' : '1.0.0']);
      expect(authority).toMatchObject({ objectType: 'Agent', account: { name: 'lrs:key' } });
    });

    test('2.0 timestamps: an offset comes back as UTC, milliseconds stay', async () => {
      const statement = aStatement({ timestamp: '2026-11-21T10:00:00.123+01:00' });
      await lrs.send(statement);
      const { timestamp } = (await get({ statementId: statement.id })).json<Statement>();
      expect(timestamp).toBe(version === '2.0.0' ? '2026-11-21T09:00:00.123Z' : statement.timestamp);
    });

    test('Communication 2.1.3: a single statement goes with format and attachments only', async () => {
      const { id } = aStatement();
      const others: Query[] = [
        { verb: 'https://example.org/v' },
        { limit: 1 },
        { since: '2026-01-01T00:00:00Z' },
        { ascending: true },
      ];
      for (const more of others)
        for (const name of ['statementId', 'voidedStatementId'])
          expect([more, await status('GET', 'statements', { query: { [name]: id, ...more } })]).toEqual([more, 400]);
      expect(await status('GET', 'statements', { query: { statementId: id, voidedStatementId: id } })).toBe(400);
      expect(await status('GET', 'statements', { query: { statementId: id, format: 'ids' } })).toBe(404);
    });

    test.each<[string, Query]>([
      ['an unknown parameter', { unknown: 1 }],
      ['a parameter of another case', { Agent: anAgent('a') }],
      ['an agent that is none', { agent: { name: 'a' } }],
      ['a verb that is no IRI', { verb: 'did' }],
      ['an activity that is no IRI', { activity: 'a' }],
      ['a registration that is no UUID', { registration: 'a' }],
      ['a limit below 0', { limit: -1 }],
      ['an instant that is none', { until: 'now' }],
      ['a format that is none', { format: 'full' }],
      ['a truth that is none', { related_agents: 1 }],
    ])('Communication 3.2: %s is refused, and the header of consistency stands there too', async (_, query) => {
      const answer = await get(query);
      expect(answer.statusCode).toBe(400);
      expect(answer.headers['x-experience-api-consistent-through']).toMatch(/^\d{4}-.*Z$/);
    });

    test('Communication 2.1.3: verb, agent, activity and registration, directly and related', async () => {
      const name = randomUUID();
      const [agent, place] = [anAgent(name), `https://example.org/${name}`];
      const direct = aStatement({
        actor: agent,
        verb: { id: place },
        object: { id: place },
        context: { registration: name },
      });
      const related = aStatement({
        context: { instructor: agent, contextActivities: { category: { id: place } } },
      });
      const member = aStatement({ actor: { objectType: 'Group', member: [agent] } });
      await lrs.send(direct, related, member);
      expect(await lrs.ids({ verb: place })).toEqual([direct.id]);
      expect(await lrs.ids({ registration: name })).toEqual([direct.id]);
      expect(await lrs.ids({ activity: place })).toEqual([direct.id]);
      expect(await lrs.ids({ agent, ascending: true })).toEqual([direct.id, member.id]);
      expect(await lrs.ids({ activity: place, related_activities: true, ascending: true })).toEqual([
        direct.id,
        related.id,
      ]);
      expect((await lrs.ids({ agent, related_agents: true })).sort()).toEqual(
        [direct.id, related.id, member.id].sort(),
      );
    });

    if (version === '2.0.0')
      test('2.0 contextAgents, contextGroups: found among related agents', async () => {
        const [agent, member] = [anAgent(randomUUID()), anAgent(randomUUID())];
        const contextAgents = [{ objectType: 'contextAgent' as const, agent }];
        const group = { objectType: 'Group' as const, member: [member] };
        const contextGroups = [{ objectType: 'contextGroup' as const, group }];
        const statement = aStatement({ context: { contextAgents, contextGroups } });
        await lrs.send(statement);
        for (const one of [agent, member]) {
          expect(await lrs.ids({ agent: one })).toEqual([]);
          expect(await lrs.ids({ agent: one, related_agents: true })).toEqual([statement.id]);
        }
      });

    test('Communication 2.1.3: newest first, limit, and more leads through all with every parameter', async () => {
      const registration = randomUUID();
      const sent = Array.from({ length: 5 }, () => aStatement({ context: { registration } }));
      for (const one of sent) await lrs.send(one);
      const seen: string[] = [];
      let url = `/xapi/statements?registration=${registration}&limit=2&format=ids`;
      for (let page = 0; url !== '' && page < 5; page += 1) {
        const { statements, more } = (await lrs.ask('GET', url)).json<{ statements: Statement[]; more: string }>();
        seen.push(...statements.map(({ id }) => id ?? ''));
        expect(statements.every(({ verb }) => verb.display === undefined)).toBe(true);
        url = more;
      }
      expect(seen).toEqual(sent.map(({ id }) => id).reverse());
      const none = (await get({ registration: randomUUID() })).json();
      expect(none).toEqual({ statements: [], more: '' });
    });

    test('Communication 2.1.3: since is exclusive, until inclusive', async () => {
      const registration = randomUUID();
      for (let count = 0; count < 3; count += 1) {
        await lrs.send(aStatement({ context: { registration } }));
        await new Promise((resolve) => setTimeout(resolve, 4));
      }
      const [first, second, third] = await lrs.statements({ registration, ascending: true });
      const at = second?.stored ?? '';
      expect(await lrs.ids({ registration, since: at })).toEqual([third?.id]);
      expect(await lrs.ids({ registration, until: at })).toEqual([second?.id, first?.id]);
    });

    test('Communication 2.1.3: ids, exact and canonical', async () => {
      const display = { en: 'did', 'en-GB': 'did it', nb: 'gjorde' };
      const category = { objectType: 'Activity' as const, id: 'https://example.org/c', definition: { name: display } };
      const statement = aStatement({
        actor: { ...anAgent('x'), name: 'X' },
        verb: { id: 'https://example.org/did', display },
        context: { contextActivities: { category } },
      });
      await lrs.send(statement);
      const asked = async (format: string, language: string) => {
        const query = { statementId: statement.id, format };
        const answer = await lrs.ask('GET', 'statements', { query, headers: { 'accept-language': language } });
        return answer.json<Statement & { context: { contextActivities: { category: (typeof category)[] } } }>();
      };
      const exact = await asked('exact', 'nb');
      expect([exact.verb.display, exact.context.contextActivities.category]).toEqual([display, [category]]);
      const ids = await asked('ids', 'nb');
      expect([ids.actor, ids.verb, ids.context.contextActivities.category]).toEqual([
        anAgent('x'),
        { id: 'https://example.org/did' },
        [{ id: 'https://example.org/c' }],
      ]);
      for (const [language, tag] of [
        ['en-GB', 'en-GB'],
        ['en-US', 'en'],
        ['no, nb;q=0.5', 'nb'],
        ['de', 'en'],
      ] as const) {
        const { verb, context } = await asked('canonical', language);
        expect([verb.display, context.contextActivities.category[0]?.definition.name]).toEqual([
          { [tag]: display[tag] },
          { [tag]: display[tag] },
        ]);
      }
    });

    test.each(['before', 'after'])('Data 2.3.2: voiding what comes %s', async (order) => {
      const registration = randomUUID();
      const target = aStatement({ context: { registration } });
      const [void_, mention] = [voiding(target.id), about(target.id)];
      for (const one of order === 'before' ? [target, mention, void_] : [void_, target, mention]) await lrs.send(one);
      expect(await status('GET', 'statements', { query: { statementId: target.id } })).toBe(404);
      expect(await status('GET', 'statements', { query: { voidedStatementId: target.id } })).toBe(200);
      expect(await status('GET', 'statements', { query: { voidedStatementId: mention.id } })).toBe(404);
      expect((await lrs.ids({ registration })).sort()).toEqual([void_.id, mention.id].sort());
      const [one] = await lrs.statements({ registration, limit: 1 });
      expect(await lrs.ids({ registration, until: one?.stored ?? '', ascending: true })).toHaveLength(2);
      await lrs.send(voiding(void_.id));
      expect(await status('GET', 'statements', { query: { statementId: void_.id } })).toBe(200);
    });

    test('Communication 2.1.4: who refers to a statement is found by its filters, in a chain too', async () => {
      const registration = randomUUID();
      const end = aStatement({ context: { registration } });
      const middle = about(end.id);
      const top = about(middle.id);
      for (const one of [top, middle, end]) await lrs.send(one);
      expect((await lrs.ids({ registration })).sort()).toEqual([end.id, middle.id, top.id].sort());
    });

    test('Communication 2.1.3: what is stored is consistent, and Last-Modified is when', async () => {
      const statement = aStatement();
      await lrs.send(statement);
      await new Promise((resolve) => setTimeout(resolve, 5));
      const { headers, body } = await get({ statementId: statement.id });
      const { stored } = JSON.parse(body) as { stored: string };
      expect(String(headers['x-experience-api-consistent-through']) >= stored).toBe(true);
      expect(headers['last-modified']).toBe(new Date(stored).toUTCString());
    });

    test('Data 2.2, 4.3: every letter, and numbers as they were', async () => {
      const extensions = {
        'https://example.org/n': [0.1, 1e-7, 4294967296.5, 9007199254740991, -0.0001],
        'urn:x': null,
      };
      const statement = aStatement({
        actor: { ...anAgent('Åse 🧯'), name: 'Øystein 𝔘 ‮ \u0001' },
        result: { response: 'ਹਾਜ਼ਰ 参석 \n\t"\\', extensions, score: { raw: 4294967297.25 } },
      });
      await lrs.send(statement);
      expect((await get({ statementId: statement.id })).json()).toMatchObject({
        actor: statement.actor,
        result: statement.result,
      });
      expect(await lrs.ids({ agent: anAgent('Åse 🧯'), limit: 1 })).toEqual([statement.id]);
    });
  });
});
