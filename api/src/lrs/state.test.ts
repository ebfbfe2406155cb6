import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request, { type Test } from 'supertest';
import { aHouse, databases, type TestHouse } from '../testing.js';
import { anAgent } from '../testing-statement.js';

describe.each(databases)('the state resource on %s', (database) => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await aHouse(database);
  });
  afterAll(() => house.close());

  const state = (method: 'get' | 'put' | 'post' | 'delete', stateId?: string, more: object = {}, version = '1.0.3') => {
    const { who = 'ola', ...rest } = more as { who?: string };
    const query = { activityId: 'https://example.org/a', agent: JSON.stringify(anAgent(who)), ...rest };
    const sent: Test = request(house.app.getHttpServer())[method]('/xapi/activities/state');
    return sent
      .query(stateId === undefined ? query : { ...query, stateId })
      .auth('key', 'secret-of-the-lrs')
      .set('X-Experience-API-Version', version);
  };
  const quoted = (bytes: Buffer) => `"${createHash('sha1').update(bytes).digest('hex')}"`;

  test('bytes of any type come back as they were, with their entity tag', async () => {
    const bytes = Buffer.from([0, 255, 13, 10, 128]);
    await state('put', 'bytes').type('image/png').send(bytes).expect(204);
    const found = await state('get', 'bytes').buffer(true).expect(200).expect('content-type', 'image/png');
    expect(Buffer.from(found.body as Buffer)).toEqual(bytes);
    expect(found.headers.etag).toBe(quoted(bytes));
    expect(found.headers['last-modified']).toBeDefined();
    const json = '{"b": 1,  "a":2}';
    await state('put', 'json').type('application/json').send(json).expect(204);
    expect((await state('get', 'json').expect(200)).text).toBe(json);
  });

  test('JSON objects are merged; anything else is refused and stays', async () => {
    const json = (method: 'put' | 'post', value: unknown) =>
      state(method, 'merged').type('application/json').send(JSON.stringify(value));
    await json('post', { a: 1, b: { c: 1 } }).expect(204);
    await json('post', { b: 2 }).expect(204);
    expect((await state('get', 'merged')).body).toEqual({ a: 1, b: 2 });
    await json('post', [1]).expect(400);
    await state('post', 'merged').type('text/plain').send('{}').expect(400);
    expect((await state('get', 'merged')).body).toEqual({ a: 1, b: 2 });
  });

  test('preconditions', async () => {
    const text = (method: 'put' | 'post' | 'delete', version?: string) =>
      state(method, 'guarded', {}, version).type('text/plain');
    await text('put').set('If-Match', '*').send('x').expect(412);
    await text('put').set('If-None-Match', '*').send('one').expect(204);
    await text('put').set('If-None-Match', '*').send('two').expect(412);
    await text('put').set('If-Match', '"wrong"').send('two').expect(412);
    await text('put')
      .set('If-Match', quoted(Buffer.from('one')))
      .send('two')
      .expect(204);
    await text('put').send('three').expect(204);
    await text('put', '2.0.0').send('four').expect(409);
    await text('delete', '2.0.0').set('If-Match', '"wrong"').expect(412);
    await text('delete').expect(204);
    await state('get', 'guarded').expect(404);
  });

  test('names are listed per learner and registration, since an instant, and cleared together', async () => {
    const registration = '5d1b9a3e-1b8f-4c43-9c1e-3a2c2a0b7f10';
    const mine = { who: 'kari', registration };
    await state('put', 'one', mine).type('text/plain').send('1').expect(204);
    const since = new Date().toISOString();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await state('put', 'two', mine).type('text/plain').send('2').expect(204);
    expect((await state('get', undefined, mine)).body).toEqual(['one', 'two']);
    expect((await state('get', undefined, { ...mine, since })).body).toEqual(['two']);
    expect((await state('get', undefined, { who: 'kari' })).body).toEqual([]);
    await state('delete', undefined, mine).expect(204);
    expect((await state('get', undefined, mine)).body).toEqual([]);
  });

  test('what is missing or unknown is refused; too large too', async () => {
    await state('put').type('text/plain').send('x').expect(400);
    await state('get', 'x', { activityID: 'https://example.org/a' }).expect(400);
    await state('get', 'x', { agent: '{}' }).expect(400);
    await state('put', 'large')
      .type('text/plain')
      .send('x'.repeat(10 * 1024 * 1024 + 1))
      .expect(413);
  });
});
