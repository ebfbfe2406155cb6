import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { databases } from '../../api/src/testing.js';
import { busyUntilGone, documentThere, isThere, nothingTried, statementsThere } from './busy-clients.js';
import { type KillableServer, killableServer, pause } from './killable-server.js';

/** `TEST_KILLS=200` for the figures in docs/lrs.md. */
const kills = Number(process.env.TEST_KILLS ?? 2);
jest.setTimeout(kills * 15_000 + 120_000);

describe.each(databases)('a server on %s that is killed under load', (database) => {
  let server: KillableServer;
  beforeAll(async () => {
    server = await killableServer(database);
  });
  afterAll(() => server.remove());

  test('has all that it acknowledged, nothing half, and what is derived is as if made anew', async () => {
    const counted = { kills, batches: 0, statements: 0, documents: 0, events: 0 };
    for (let time = 0; time < kills; time += 1) {
      const verb = `urn:kill:${randomUUID()}`;
      const tried = nothingTried();
      const busy = busyUntilGone(server.url, verb, tried);
      // Learners open their guides before they answer.
      for (const end = Date.now() + 15_000; tried.events.length === 0 && Date.now() < end;) await pause(10);
      await pause(1000 * Math.random());
      await server.kill();
      await busy;
      const { batches, documents, events } = tried;
      await server.startAgain();

      const found = await statementsThere(server.url, verb);
      for (const { ids, isAcknowledged } of batches) {
        const there = ids.filter((id) => found.has(id)).length;
        expect(isAcknowledged ? [ids.length] : [0, ids.length]).toContain(there);
      }
      for (const { id, text } of documents) expect(await documentThere(server.url, id)).toBe(text);
      for (const id of events) expect({ id, isThere: await isThere(server.url, id) }).toEqual({ id, isThere: true });
      const acknowledged = batches.filter(({ isAcknowledged }) => isAcknowledged).length;
      counted.batches += acknowledged;
      counted.statements += 10 * acknowledged;
      counted.documents += documents.length;
      counted.events += events.length;
    }
    process.stdout.write(`${database}: ${JSON.stringify(counted)}, nothing lost\n`);
    expect(counted.events).toBeGreaterThan(0);
    await server.kill();
    expect(await server.operate('recompute')).toMatch(
      /^Completions: \d+ rows, 0 differed.*\nFulfilments: \d+ rows, 0 differed/,
    );
  });
});
