import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Right } from '@kursdugnad/core/contract/caller.js';
import type { Conversation } from '@kursdugnad/core/contract/conversation.js';
import { everyConversation } from '@kursdugnad/core/contract/every-conversation.js';
import request from 'supertest';
import { aHouse, as, granfoss, inhabited, solvik, type TestHouse } from '../../api/src/testing.js';

/** Everybody there is: which right each of them holds. */
const callers: { key: string; right: Right }[] = [
  { key: 'employee', right: 'learner' },
  { key: 'leader', right: 'leader' },
  { key: 'author', right: 'author' },
  { key: 'coordinator', right: 'coordinator' },
  { key: 'administrator', right: 'administrator' },
];

const gated = everyConversation.filter((conversation) => conversation.who !== 'anyone');

function mayAsk(conversation: Conversation, right: Right): boolean {
  return conversation.who === 'signed-in' || conversation.who === 'learner' || conversation.who === right;
}

describe('who may not', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await aHouse('sqlite');
    await inhabited(house);
  });
  afterAll(() => house.close());

  const asked = (conversation: Conversation, headers: Record<string, string>) => {
    const path = conversation.path.replace(/:\w+/g, () => randomUUID()).replace('*', 'media/x.svg');
    const method = conversation.method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete';
    return request(house.app.getHttpServer())[method](path).set(headers).timeout(5000);
  };

  test.each(gated.map((conversation) => [conversation.name, conversation] as const))(
    '%s: nobody without signing in',
    async (_, conversation) => {
      const nobody = await asked(conversation, {});
      expect(nobody.status).toBe(401);
      expect(nobody.headers['content-type']).toContain('application/problem+json');
      expect((await asked(conversation, { authorization: 'Bearer made-up' })).status).toBe(401);
      expect((await asked(conversation, { cookie: 'session=made-up' })).status).toBe(401);
    },
  );

  const combinations = gated.flatMap((conversation) =>
    [solvik, granfoss].flatMap((municipality) =>
      callers.map(
        (caller) => [conversation.name, caller.key, municipality.name, conversation, caller, municipality] as const,
      ),
    ),
  );
  test.each(combinations)('%s as %s of %s', async (_name, _key, _municipality, conversation, caller, municipality) => {
    const answer = await asked(conversation, as(municipality, caller.key));
    if (mayAsk(conversation, caller.right)) {
      expect([401, 403]).not.toContain(answer.status);
      expect(answer.status).toBeLessThan(500);
    } else {
      expect(answer.status).toBe(403);
      expect(answer.body.detail).toMatch(/^Dette er bare for/);
    }
  });

  test('an address that nobody answers is 404 in problem+json, in words', async () => {
    const answer = await request(house.app.getHttpServer()).get('/api/nothing').set(as(solvik, 'employee'));
    expect(answer.status).toBe(404);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body.detail).toBe('Det finnes ingenting på denne adressen.');
  });

  test('a change from a page of somebody else is refused', async () => {
    const answer = await request(house.app.getHttpServer())
      .delete('/api/session')
      .set({ cookie: 'session=x', origin: 'https://evil.example' });
    expect(answer.status).toBe(403);
  });
});
