import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { XapiVersion } from '@kursdugnad/core/xapi/statement.js';
import { aHouse, databases, type TestHouse } from '../../api/src/testing.js';
import { aStatement, anAgent } from '../../api/src/testing-statement.js';
import { type Asked, type Method, type Query, Speaking, versions } from './speaking.js';

const resources = {
  'activities/state': { clause: 'Communication 2.3', name: 'stateId' },
  'agents/profile': { clause: 'Communication 2.6', name: 'profileId' },
  'activities/profile': { clause: 'Communication 2.7', name: 'profileId' },
} as const;
type Resource = keyof typeof resources;
const each = (Object.keys(resources) as Resource[]).flatMap((resource) =>
  versions.map((version) => [resources[resource].clause, resource, version] as const),
);

/** Somewhere nobody else has been. */
function somewhere(resource: Resource): Query {
  const [agent, activityId] = [anAgent(randomUUID()), `https://example.org/${randomUUID()}`];
  if (resource === 'agents/profile') return { agent };
  return resource === 'activities/profile' ? { activityId } : { agent, activityId };
}

describe.each(databases)('documents on %s', (database) => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await aHouse(database);
  });
  afterAll(() => house.close());

  describe.each(each)('%s: %s in %s', (_, resource: Resource, version: XapiVersion) => {
    const { name } = resources[resource];
    const text = { 'content-type': 'text/plain' };
    let place: Query;
    beforeEach(() => {
      place = somewhere(resource);
    });
    const ask = (method: Method, id: string | null, { headers, body, query }: Asked = {}) =>
      new Speaking(house, version).ask(method, resource, {
        query: { ...place, ...(id === null ? {} : { [name]: id }), ...query },
        ...(body === undefined ? {} : { body }),
        ...(headers === undefined ? {} : { headers }),
      });
    const put = (id: string, body: object | string | Buffer, headers: Record<string, string> = {}) =>
      ask('PUT', id, { body, headers: { 'if-none-match': '*', ...headers } });
    const codes = async (...asked: Promise<{ statusCode: number }>[]) =>
      (await Promise.all(asked)).map(({ statusCode }) => statusCode);

    test('bytes come back as they were, with type, Last-Modified and a quoted SHA-1 as ETag', async () => {
      const bytes = Buffer.from([0, 255, 13, 10, 128, 26]);
      expect((await put('b', bytes, { 'content-type': 'image/png' })).statusCode).toBe(204);
      const { rawPayload, headers } = await ask('GET', 'b');
      expect(rawPayload).toEqual(bytes);
      expect(headers['content-type']).toBe('image/png');
      expect(headers.etag).toBe(`"${createHash('sha1').update(bytes).digest('hex')}"`);
      expect(Date.parse(String(headers['last-modified']))).toBeGreaterThan(Date.now() - 60_000);
      const head = await ask('HEAD', 'b');
      expect([head.statusCode, head.rawPayload.length, head.headers.etag]).toEqual([200, 0, headers.etag]);
    });

    test('POST makes, then merges the properties of JSON objects', async () => {
      expect((await ask('POST', 'm', { body: { a: 1, deep: { x: 1 } } })).statusCode).toBe(204);
      expect((await ask('POST', 'm', { body: { b: 2, deep: { y: 1 } } })).statusCode).toBe(204);
      expect((await ask('GET', 'm')).json()).toEqual({ a: 1, b: 2, deep: { y: 1 } });
    });

    test('POST of what cannot be merged is refused, and what was there stays', async () => {
      await ask('POST', 'm', { body: { a: 1 } });
      const broken = { body: '{"a":', headers: { 'content-type': 'application/json' } };
      expect(
        await codes(
          ask('POST', 'm', { body: [1] }),
          ask('POST', 'm', { body: '{}', headers: text }),
          ask('POST', 'm', broken),
        ),
      ).toEqual([400, 400, 400]);
      expect((await ask('GET', 'm')).json()).toEqual({ a: 1 });
      expect(await codes(ask('POST', 'new', broken))).toEqual([400]);
      await put('t', 'x', text);
      expect(await codes(ask('POST', 't', { body: {} }))).toEqual([400]);
    });

    test('Communication 3.1: If-Match and If-None-Match', async () => {
      await put('c', 'one', text);
      const etag = String((await ask('GET', 'c')).headers.etag);
      const wrong = { ...text, 'if-match': '"0"' };
      expect((await put('c', 'two', text)).statusCode).toBe(412);
      for (const method of ['PUT', 'DELETE'] as const)
        expect((await ask(method, 'c', { body: 'two', headers: wrong })).statusCode).toBe(412);
      expect((await ask('POST', 'c', { body: {}, headers: { 'if-match': '"0"' } })).statusCode).toBe(412);
      expect((await ask('GET', 'c')).body).toBe('one');
      expect((await ask('PUT', 'c', { body: 'two', headers: { ...text, 'if-match': etag } })).statusCode).toBe(204);
      const newer = String((await ask('GET', 'c')).headers.etag);
      expect((await ask('DELETE', 'c', { headers: { 'if-match': newer } })).statusCode).toBe(204);
      expect((await ask('GET', 'c')).statusCode).toBe(404);
    });

    test('Communication 3.1: a bare PUT', async () => {
      const bare = (body: string) => ask('PUT', 'p', { body, headers: text });
      const isFirstState = resource === 'activities/state' && version === '1.0.3';
      const isFirstProfile = resource !== 'activities/state' && version === '1.0.3';
      expect((await bare('one')).statusCode).toBe(isFirstProfile ? 400 : 204);
      if (isFirstProfile) await put('p', 'one', text);
      const again = await bare('two');
      expect(again.statusCode).toBe(isFirstState ? 204 : 409);
      expect(again.body === '').toBe(isFirstState);
      expect((await ask('GET', 'p')).body).toBe(isFirstState ? 'two' : 'one');
    });

    test('names, since an instant', async () => {
      await put('one', '1', text);
      await new Promise((resolve) => setTimeout(resolve, 5));
      const since = new Date().toISOString();
      await new Promise((resolve) => setTimeout(resolve, 5));
      await put('two', '2', text);
      expect((await ask('GET', null)).json()).toEqual(['one', 'two']);
      expect((await ask('GET', null, { query: { since } })).json()).toEqual(['two']);
    });

    test('what is missing, unknown or impossible is refused', async () => {
      const without = (parameter: string) => {
        const { [parameter]: _gone, ...rest } = { ...place, [name]: 'x' };
        return new Speaking(house, version).ask('GET', resource, { query: rest });
      };
      for (const parameter of Object.keys(place))
        expect([parameter, (await without(parameter)).statusCode]).toEqual([parameter, 400]);
      expect(await codes(ask('PUT', null, { body: 'x', headers: text }), ask('POST', null, { body: {} }))).toEqual([
        400, 400,
      ]);
      expect(
        await codes(ask('GET', 'x', { query: { unknown: 1 } }), ask('GET', null, { query: { since: 'x' } })),
      ).toEqual([400, 400]);
      if (resource !== 'activities/state') expect(await codes(ask('DELETE', null))).toEqual([400]);
      if ('agent' in place) expect(await codes(ask('GET', 'x', { query: { agent: { mbox: 'x' } } }))).toEqual([400]);
      if ('activityId' in place) expect(await codes(ask('GET', 'x', { query: { activityId: 'x' } }))).toEqual([400]);
    });
  });

  test('Communication 2.3: a registration has states of its own; DELETE without stateId clears them', async () => {
    const lrs = new Speaking(house, '1.0.3');
    const place = { ...somewhere('activities/state') };
    const mine = { ...place, registration: randomUUID() };
    for (const query of [place, mine])
      await lrs.ask('PUT', 'activities/state', { query: { ...query, stateId: 's' }, body: {} });
    expect((await lrs.ask('DELETE', 'activities/state', { query: mine })).statusCode).toBe(204);
    expect((await lrs.ask('GET', 'activities/state', { query: mine })).json()).toEqual([]);
    expect((await lrs.ask('GET', 'activities/state', { query: place })).json()).toEqual(['s']);
    expect((await lrs.ask('GET', 'activities/state', { query: { ...place, registration: 'x' } })).statusCode).toBe(400);
  });

  describe.each(versions)('in %s', (version) => {
    test('Communication 2.5: an activity is what all statements say of it', async () => {
      const lrs = new Speaking(house, version);
      const id = `https://example.org/${randomUUID()}`;
      const named = (name: Record<string, string>, more: object = {}) => ({ id, definition: { name, ...more } });
      await lrs.send(aStatement({ object: named({ nb: 'A', en: 'old' }, { moreInfo: 'https://example.org/m' }) }));
      await lrs.send(
        aStatement({ context: { contextActivities: { parent: named({ en: 'B' }, { extensions: { 'urn:x': 1 } }) } } }),
      );
      const get = (query: Query) => lrs.ask('GET', 'activities', { query });
      expect((await get({ activityId: id })).json()).toEqual({
        objectType: 'Activity',
        ...named({ nb: 'A', en: 'B' }, { moreInfo: 'https://example.org/m', extensions: { 'urn:x': 1 } }),
      });
      const unknown = `https://example.org/${randomUUID()}`;
      expect((await get({ activityId: unknown })).json()).toEqual({ objectType: 'Activity', id: unknown });
      for (const query of [{}, { activityId: 'x' }, { activityId: id, more: 1 }] as Query[])
        expect((await get(query)).statusCode).toBe(400);
      expect((await lrs.ask('HEAD', 'activities', { query: { activityId: id } })).statusCode).toBe(200);
    });

    test('Communication 2.4: a person has lists, and every name in use', async () => {
      const lrs = new Speaking(house, version);
      const agent = anAgent(randomUUID());
      await lrs.send(
        aStatement({ actor: { ...agent, name: 'Kari' } }),
        aStatement({ context: { instructor: { ...agent, name: 'K. N.' } } }),
      );
      const get = (query: Query) => lrs.ask('GET', 'agents', { query });
      const { name, ...rest } = (await get({ agent })).json<{ name: string[] }>();
      expect([[...name].sort(), rest]).toEqual([['K. N.', 'Kari'], { objectType: 'Person', account: [agent.account] }]);
      for (const one of [
        { mbox: 'mailto:x@example.org' },
        { mbox_sha1sum: 'a'.repeat(40) },
        { openid: 'https://example.org' },
      ])
        expect((await get({ agent: one })).json()).toEqual({
          objectType: 'Person',
          [Object.keys(one)[0] ?? '']: Object.values(one),
        });
      for (const query of [{}, { agent: { name: 'x' } }, { agent: 'x' }, { agent, more: 1 }] as Query[])
        expect((await get(query)).statusCode).toBe(400);
    });
  });
});
