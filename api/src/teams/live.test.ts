import { get as httpGet, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dayInNorway } from '@kursdugnad/core/contract/caller.js';
import request from 'supertest';
import { Competence } from '../competence/competence.js';
import { aCourseInUse, callerOf, completed, reads } from '../competence/testing.js';
import { People } from '../people/people.js';
import { aHouse, anEmployee, as, databases, inhabited, solvik, type TestHouse } from '../testing.js';
import { Sessions } from '../login/sessions.js';
import { LiveTables } from './live-tables.js';
import { aTeam, homeCare, idOf } from './testing.js';

const today = dayInNorway(new Date().toISOString());

interface Line {
  answer: IncomingMessage;
  events: { event: string; data: unknown }[];
  text: string;
  isClosed: boolean;
  hangUp(): void;
}

async function follow(house: TestHouse, unit: string, headers: Record<string, string>): Promise<Line> {
  const { port } = house.app.getHttpServer().address() as AddressInfo;
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    httpGet({ port, path: `/api/teams/${unit}/live`, headers, agent: false }, resolve).on('error', reject);
  });
  const line: Line = { answer, events: [], text: '', isClosed: false, hangUp: () => answer.destroy() };
  answer.setEncoding('utf8');
  answer.on('error', () => undefined);
  answer.on('close', () => (line.isClosed = true));
  answer.on('data', (text: string) => {
    line.text += text;
    line.events = [...line.text.matchAll(/event: (\w+)\ndata: (.*)\n\n/g)].map(([, event = '', data = '']) => ({
      event,
      data: JSON.parse(data) as unknown,
    }));
  });
  return line;
}

async function until(holds: () => boolean, milliseconds = 1000): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!holds() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(holds()).toBe(true);
}

describe.each(databases)('a table that is open on %s', (database) => {
  let house: TestHouse;
  let fire: string;
  let requirement: string;
  beforeAll(async () => {
    house = await aHouse(database);
    await inhabited(house);
    await aTeam(house);
    fire = await aCourseInUse(house, 'brannvern');
    const asked = { competence: 'Brannvern', role: null, course: fire, validMonths: null, deadlineDays: 0 };
    ({ id: requirement } = await house.app
      .get(Competence)
      .stateRequirement(await callerOf(house, 'coordinator'), asked));
    await house.app.listen(0, '127.0.0.1');
  });
  afterAll(() => house.close());

  test('is told within a second of the last click, and only of its own people', async () => {
    const line = await follow(house, homeCare, as(solvik, 'leader'));
    expect(line.answer.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    });
    expect(line.answer.headers['content-encoding']).toBeUndefined();
    await reads(house, 'sibling', fire);
    await reads(house, 'employee', fire);
    const done = {
      event: 'cell',
      data: { person: idOf('employee'), requirement, cell: { state: 'fulfilled', on: today } },
    };
    await until(() => JSON.stringify(line.events.at(-1)) === JSON.stringify(done));
    expect(line.text).toContain('retry: 2000\n');
    expect(JSON.stringify(line.events)).not.toContain(idOf('sibling'));
    line.hangUp();
  });

  test('is told to read again when people come or requirements change, and follows those who came', async () => {
    const line = await follow(house, homeCare, as(solvik, 'leader'));
    const row = anEmployee({ key: `new-${database}`, unit: ['Helse', 'Hjemmetjenesten', 'Hjemmetjenesten nord'] });
    await house.app.get(People).importPersonnel(solvik.orgnr, [row]);
    await until(() => line.events.some(({ event }) => event === 'people'));
    await completed(house, `new-${database}`, fire, '2026-01-10T10:00:00.000Z');
    await until(() => line.events.some(({ data }) => (data as { person?: string }).person === idOf(`new-${database}`)));
    line.hangUp();
  });

  test('stays open while the session lasts, and no longer', async () => {
    const { token } = await house.app.get(Sessions).open(solvik.orgnr, idOf('leader'), new Date().toISOString());
    const cookie = { cookie: `session=${token}` };
    const line = await follow(house, homeCare, cookie);
    await house.app.get(LiveTables).beat();
    await until(() => line.text.endsWith(':\n\n'));
    await request(house.app.getHttpServer()).delete('/api/session').set(cookie).expect(200);
    await house.app.get(LiveTables).beat();
    await until(() => line.isClosed);
  });

  test('is one of eight at most', async () => {
    const lines = await Promise.all(Array.from({ length: 8 }, () => follow(house, homeCare, as(solvik, 'leader'))));
    expect(lines.map(({ answer }) => answer.statusCode)).toEqual(lines.map(() => 200));
    const one = await follow(house, homeCare, as(solvik, 'leader'));
    expect(one.answer.statusCode).toBe(429);
    for (const line of lines) line.hangUp();
    await new Promise((resolve) => setTimeout(resolve, 50));
    const again = await follow(house, homeCare, as(solvik, 'leader'));
    expect(again.answer.statusCode).toBe(200);
    again.hangUp();
  });

  test('is closed when the house closes', async () => {
    const other = await aHouse(database);
    await inhabited(other);
    await other.app.listen(0, '127.0.0.1');
    const line = await follow(other, homeCare, as(solvik, 'leader'));
    await other.close();
    await until(() => line.isClosed);
  });
});

(databases.includes('postgres') ? test : test.skip)(
  'a click in one process reaches a table open in another',
  async () => {
    const one = await aHouse('postgres');
    const other = await aHouse('postgres', { databaseUrl: one.settings.databaseUrl });
    try {
      await inhabited(one);
      const course = await aCourseInUse(one, 'brannvern');
      await other.app.listen(0, '127.0.0.1');
      const line = await follow(other, homeCare, as(solvik, 'leader'));
      const asked = { competence: 'Brannvern', role: null, course, validMonths: null, deadlineDays: 0 };
      await one.app.get(Competence).stateRequirement(await callerOf(one, 'coordinator'), asked);
      await until(() => line.events.some(({ event }) => event === 'people'));
      await completed(one, 'employee', course, '2026-01-10T10:00:00.000Z');
      await until(() => line.events.some(({ data }) => (data as { person?: string }).person === idOf('employee')));
      line.hangUp();
    } finally {
      await other.close();
      await one.close();
    }
  },
);
