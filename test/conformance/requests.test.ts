import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aHouse, databases, type TestHouse } from '../../api/src/testing.js';
import { aStatement, anAgent } from '../../api/src/testing-statement.js';
import { type Asked, type Method, type Query, Speaking, versions } from './speaking.js';

const resources = ['statements', 'activities', 'agents', 'activities/state', 'activities/profile', 'agents/profile'];
const versionHeader = 'x-experience-api-version';
const noVersion = { [versionHeader]: undefined };

describe.each(databases)('requests on %s', (database) => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await aHouse(database);
  });
  afterAll(() => house.close());

  describe.each(versions)('in %s', (version) => {
    let lrs: Speaking;
    beforeAll(async () => {
      lrs = new Speaking(house, version);
      await lrs.send(aStatement());
    });

    test.each(resources)('Communication 3.3: %s asks for the version and tells it', async (resource) => {
      for (const header of [undefined, '0.95', '3.0.0', '1.1.0', 'x']) {
        const answer = await lrs.ask('GET', resource, { headers: { [versionHeader]: header } });
        expect([header, answer.statusCode, answer.headers[versionHeader]]).toEqual([header, 400, version]);
      }
    });

    test('Communication 3.3: every answer tells the version, refusals too', async () => {
      const asked: [Method, string, Asked][] = [
        ['GET', 'statements', {}],
        ['GET', 'statements', { query: { unknown: 1 } }],
        ['GET', 'statements', { query: { statementId: randomUUID() } }],
        ['GET', 'statements', { headers: { authorization: undefined } }],
        ['POST', 'statements', { body: '{', headers: { 'content-type': 'application/json' } }],
        ['GET', 'nothing', {}],
        ['GET', 'about', {}],
      ];
      for (const one of asked) expect([one, (await lrs.ask(...one)).headers[versionHeader]]).toEqual([one, version]);
    });

    test('Communication 2.8: about needs neither version nor key', async () => {
      const answer = await lrs.ask('GET', 'about', { headers: { ...noVersion, authorization: undefined } });
      expect([answer.statusCode, answer.json<{ version: string[] }>().version]).toEqual([
        200,
        expect.arrayContaining(['1.0.3', '2.0.0']),
      ]);
    });

    test.each([...resources, 'about'])('Communication 1.1: HEAD %s is GET without body', async (resource) => {
      const place = { agent: anAgent('a'), activityId: 'https://example.org/a' };
      const queries: Record<string, Query> = {
        about: {},
        statements: { limit: 1 },
        activities: { activityId: place.activityId },
        'activities/profile': { activityId: place.activityId },
        'activities/state': place,
      };
      const query = queries[resource] ?? { agent: place.agent };
      const [get, head] = [await lrs.ask('GET', resource, { query }), await lrs.ask('HEAD', resource, { query })];
      expect([head.statusCode, head.rawPayload.length]).toEqual([200, 0]);
      expect(head.headers['content-type']).toBe(get.headers['content-type']);
    });

    test.each(resources)('Communication 4: %s is closed without a key', async (resource) => {
      for (const authorization of [undefined, 'Basic eA==', 'Basic a2V5Ondyb25n', 'Bearer key'])
        expect((await lrs.ask('GET', resource, { headers: { authorization } })).statusCode).toBe(401);
    });

    test('Communication 1.5: what is neither JSON nor multipart is refused; 10 MB is the most', async () => {
      const body = JSON.stringify(aStatement());
      for (const type of ['text/plain', 'application/xml', 'multipart/form-data; boundary=x', undefined])
        expect([
          type,
          (await lrs.ask('POST', 'statements', { body, headers: { 'content-type': type } })).statusCode,
        ]).toEqual([type, 400]);
      const large = (size: number) =>
        lrs.ask('POST', 'statements', { body: aStatement({ result: { response: 'x'.repeat(size) } }) });
      expect((await large(10 * 1024 * 1024 - 2000)).statusCode).toBe(200);
      expect((await large(10 * 1024 * 1024)).statusCode).toBe(413);
    });

    test('any page may ask, with a key and without cookies', async () => {
      const origin = 'https://elsewhere.example';
      const preflight = await lrs.ask('OPTIONS', 'statements', {
        headers: { ...noVersion, authorization: undefined, origin, 'access-control-request-method': 'PUT' },
      });
      expect(preflight.statusCode).toBe(204);
      expect(preflight.headers['access-control-allow-methods']).toContain('PUT');
      expect(preflight.headers['access-control-allow-headers']).toMatch(/Authorization.*X-Experience-API-Version/);
      const answer = await lrs.ask('POST', 'statements', { body: aStatement(), headers: { origin } });
      expect([answer.statusCode, answer.headers['access-control-allow-origin']]).toEqual([200, '*']);
      expect(answer.headers['access-control-allow-credentials']).toBeUndefined();
      expect(answer.headers['access-control-expose-headers']).toMatch(/ETag.*Consistent-Through/);
    });
  });

  describe('Communication 1.3: the alternate request syntax', () => {
    const first = () => new Speaking(house, '1.0.3');
    const form = (fields: Record<string, string>): Asked => ({
      body: new URLSearchParams(fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    const asked = (method: string, resource: string, fields: Record<string, string>, more: Asked = {}) => {
      const { body, headers } = form(fields);
      return first().ask('POST', resource, {
        query: { method, ...more.query },
        body: body ?? '',
        headers: { ...headers, ...more.headers },
      });
    };

    test('PUT, GET and POST of statements', async () => {
      const [one, other] = [aStatement(), aStatement()];
      const put = await asked('PUT', 'statements', { statementId: one.id, content: JSON.stringify(one) });
      expect(put.statusCode).toBe(204);
      expect((await asked('POST', 'statements', { content: JSON.stringify([other]) })).json()).toEqual([other.id]);
      const got = await asked('GET', 'statements', { statementId: one.id });
      expect([got.json<{ id: string }>().id, got.headers[versionHeader]]).toEqual([one.id, '1.0.3']);
      expect(got.headers['x-experience-api-consistent-through']).toBeDefined();
    });

    test('headers stand in the form', async () => {
      const key = `Basic ${Buffer.from('key:secret-of-the-lrs').toString('base64')}`;
      const none = { headers: { ...noVersion, authorization: undefined, origin: 'https://elsewhere.example' } };
      const fields = { 'X-Experience-API-Version': '1.0.3', Authorization: key };
      expect((await asked('GET', 'statements', { ...fields, limit: '1' }, none)).statusCode).toBe(200);
      expect((await asked('GET', 'statements', { ...fields, Authorization: 'x' }, none)).statusCode).toBe(401);
      expect((await asked('GET', 'statements', { ...fields, 'X-Experience-API-Version': '0.9' })).statusCode).toBe(400);
      const place = { activityId: 'https://example.org/a', agent: JSON.stringify(anAgent(randomUUID())), stateId: 's' };
      const document = { ...place, content: 'æøå', 'Content-Type': 'text/plain' };
      expect((await asked('PUT', 'activities/state', { ...document, 'If-Match': '"x"' })).statusCode).toBe(412);
      expect((await asked('PUT', 'activities/state', document)).statusCode).toBe(204);
      const got = await asked('GET', 'activities/state', place);
      expect([got.body, got.headers['content-type']]).toEqual(['æøå', 'text/plain']);
    });

    test('what does not belong there is refused', async () => {
      const one = aStatement();
      const content = JSON.stringify(one);
      expect((await asked('PUT', 'statements', { content }, { query: { statementId: one.id } })).statusCode).toBe(400);
      expect((await asked('PUT', 'statements', { statementId: one.id })).statusCode).toBe(400);
      expect((await asked('PATCH', 'statements', { content })).statusCode).toBe(400);
      expect(
        (await asked('PUT', 'statements', { statementId: one.id, content, 'If-Match': 'a\r\nb: c' })).statusCode,
      ).toBe(400);
      expect(
        (await first().ask('PUT', 'statements', { query: { method: 'POST' }, ...form({ content }) })).statusCode,
      ).toBe(400);
      const second = new Speaking(house, '2.0.0');
      expect(
        (await second.ask('POST', 'statements', { query: { method: 'GET' }, ...form({ limit: '1' }) })).statusCode,
      ).toBe(400);
    });
  });
});
