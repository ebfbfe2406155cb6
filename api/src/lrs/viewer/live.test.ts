import { get as httpGet, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { aHouse, as, databases, granfoss, inhabited, solvik, type TestHouse } from '../../testing.js';
import { aStatement } from '../../testing-statement.js';
import { Credentials } from '../credentials.js';
import { LiveStatements } from './live-statements.js';

interface Line {
  status: number | undefined;
  events: string[];
  isClosed: boolean;
  hangUp(): void;
}

async function follow(
  house: TestHouse,
  headers: Record<string, string>,
  since = new Date().toISOString(),
): Promise<Line> {
  const { port } = house.app.getHttpServer().address() as AddressInfo;
  const path = `/api/lrs/statements/live?since=${since}`;
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    httpGet({ port, path, headers, agent: false }, resolve).on('error', reject);
  });
  const line: Line = { status: answer.statusCode, events: [], isClosed: false, hangUp: () => answer.destroy() };
  answer.setEncoding('utf8');
  answer.on('error', () => undefined);
  answer.on('close', () => (line.isClosed = true));
  answer.on('data', (text: string) => {
    line.events.push(...[...text.matchAll(/event: (\w+)\n/g)].map(([, event = '']) => event));
  });
  return line;
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function until(holds: () => boolean): Promise<void> {
  for (const end = Date.now() + 3000; !holds() && Date.now() < end;) await wait(10);
  expect(holds()).toBe(true);
}

async function aListeningHouse(database: 'sqlite' | 'postgres', databaseUrl?: string): Promise<TestHouse> {
  const house = await aHouse(database, databaseUrl === undefined ? {} : { databaseUrl });
  if (databaseUrl === undefined) await inhabited(house);
  await house.app.listen(0, '127.0.0.1');
  return house;
}

function sender(house: TestHouse, key: { key: string; secret: string }) {
  return (count: number, status = 200) =>
    request(house.app.getHttpServer())
      .post('/xapi/statements')
      .auth(key.key, key.secret)
      .set('X-Experience-API-Version', '1.0.3')
      .send(Array.from({ length: count }, () => aStatement(status === 200 ? {} : { verb: { id: 'x' } })))
      .expect(status);
}

describe.each(databases)('the list of statements that is open on %s', (database) => {
  let house: TestHouse;
  let send: ReturnType<typeof sender>;
  beforeAll(async () => {
    house = await aListeningHouse(database);
    const key = await house.app.get(Credentials).create(solvik.orgnr, { label: 'Fagsystemet', scopes: ['all'] });
    send = sender(house, key);
  });
  afterAll(() => house.close());

  test('hears of what comes, twice a second at most, and only of its own municipality', async () => {
    const [ours, theirs] = [
      await follow(house, as(solvik, 'administrator')),
      await follow(house, as(granfoss, 'administrator')),
    ];
    for (let batch = 0; batch < 20; batch += 1) {
      await send(5);
      await wait(50);
    }
    await until(() => ours.events.length > 0);
    await wait(700);
    expect(ours.events.length).toBeLessThanOrEqual(6);
    expect(new Set(ours.events)).toEqual(new Set(['statements']));
    expect(theirs.events).toEqual([]);
    ours.hangUp();
    theirs.hangUp();
  });

  test('hears of what is refused', async () => {
    const line = await follow(house, as(solvik, 'administrator'));
    await send(1, 400);
    await until(() => line.events.includes('refusals'));
    line.hangUp();
  });

  test('hears at once of what came between the reading of the page and the opening of the line', async () => {
    const before = new Date().toISOString();
    await send(1);
    await wait(1200);
    const line = await follow(house, as(solvik, 'administrator'), before);
    await until(() => line.events.length === 1);
    line.hangUp();
  });

  test('is one of eight at most, and is closed when the house closes', async () => {
    const other = await aListeningHouse(database);
    const lines = await Promise.all(Array.from({ length: 8 }, () => follow(other, as(solvik, 'administrator'))));
    expect(lines.map(({ status }) => status)).toEqual(lines.map(() => 200));
    expect((await follow(other, as(solvik, 'administrator'))).status).toBe(429);
    await other.app.get(LiveStatements).beat();
    expect(lines.some(({ isClosed }) => isClosed)).toBe(false);
    await other.close();
    await until(() => lines.every(({ isClosed }) => isClosed));
  });
});

(databases.includes('postgres') ? test : test.skip)('what comes to one process is heard in another', async () => {
  const one = await aListeningHouse('postgres');
  const other = await aListeningHouse('postgres', one.settings.databaseUrl);
  try {
    const key = await one.app.get(Credentials).create(solvik.orgnr, { label: 'Fagsystemet', scopes: ['all'] });
    const line = await follow(other, as(solvik, 'administrator'));
    await sender(one, key)(1);
    await until(() => line.events.includes('statements'));
    line.hangUp();
  } finally {
    await other.close();
    await one.close();
  }
});
