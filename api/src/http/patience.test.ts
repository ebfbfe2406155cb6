import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import type { Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aHouse, type TestHouse } from '../testing.js';
import { aStatement } from '../testing-statement.js';

/** `TEST_IDLE=1000` for the figures in docs/lrs.md. */
const idle = Number(process.env.TEST_IDLE ?? 200);
const patience = { headers: 1000, silence: 3000, request: 6000, idle: 3000, refused: 1000 };
/** Node looks through its connections now and then; and a busy machine is slow. */
const slack = 15_000;
const megabyte = 1024 * 1024;

describe('a client that is slow or broken', () => {
  let house: TestHouse;
  let server: Server;
  let port: number;
  beforeAll(async () => {
    house = await aHouse('sqlite', { patience });
    await house.app.listen(0, '127.0.0.1');
    server = house.app.getHttpServer();
    ({ port } = server.address() as AddressInfo);
  });
  afterAll(() => house.close());

  const basic = Buffer.from('key:secret-of-the-lrs').toString('base64');
  const head = (line: string, ...more: string[]) =>
    [
      `${line} HTTP/1.1`,
      'Host: localhost',
      `Authorization: Basic ${basic}`,
      'X-Experience-API-Version: 1.0.3',
      ...more,
      '',
      '',
    ].join('\r\n');
  const agent = encodeURIComponent('{"mbox":"mailto:slow@example.org"}');
  const state = `/xapi/activities/state?activityId=urn:slow&agent=${agent}&stateId=large`;
  const stranger = [
    'POST /xapi/statements HTTP/1.1',
    'Host: localhost',
    'Content-Type: multipart/mixed; boundary=b',
    `Content-Length: ${30 * megabyte}`,
    '',
    '',
  ].join('\r\n');
  const ask = (path: string, options: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      ...options,
      headers: { authorization: `Basic ${basic}`, 'x-experience-api-version': '1.0.3', connection: 'close' },
    });
  const open = () =>
    new Promise<Socket>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => resolve(socket)).on('error', reject);
    });
  /** Milliseconds until the server lets go, and what it said. */
  const letGo = async (socket: Socket) => {
    const begun = performance.now();
    let said = '';
    socket.on('data', (text: Buffer) => (said += text.toString()));
    socket.on('error', () => undefined);
    await new Promise((resolve, reject) => {
      socket.once('close', resolve);
      setTimeout(() => reject(new Error('The server holds on')), patience.request + slack).unref();
    });
    return { took: performance.now() - begun, said };
  };
  /** A byte now and then, for as long as somebody listens. */
  const dribble = (socket: Socket, letter: string) => {
    const timer = setInterval(() => socket.write(letter), 100);
    socket.once('close', () => clearInterval(timer));
  };
  const connections = () =>
    new Promise<number>((resolve, reject) => {
      server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
    });
  const allGone = async () => {
    for (const end = Date.now() + patience.silence + slack; (await connections()) > 0;)
      if (Date.now() > end) throw new Error(`${await connections()} connections are still there`);
      else await new Promise((resolve) => setTimeout(resolve, 50));
  };

  test('whose headers come a byte at a time is told 408 and let go', async () => {
    const socket = await open();
    socket.write('GET /xapi/about HTTP/1.1\r\nHost: localhost\r\nX-Slow: ');
    dribble(socket, 'x');
    const { took, said } = await letGo(socket);
    expect(said).toMatch(/^HTTP\/1.1 408 /);
    expect(took).toBeLessThan(patience.headers + slack);
  });

  test('whose body comes a byte at a time is let go, and nothing of it is stored', async () => {
    const { id, ...statement } = aStatement();
    const text = JSON.stringify({ ...statement, id });
    const socket = await open();
    const length = `Content-Length: ${text.length + 100_000}`;
    socket.write(head('POST /xapi/statements', 'Content-Type: application/json', length) + text);
    dribble(socket, ' ');
    expect((await letGo(socket)).took).toBeLessThan(patience.request + slack);
    expect((await ask(`/xapi/statements?statementId=${id}`)).status).toBe(404);
  });

  test('that says nothing more in the middle of a body is let go', async () => {
    const socket = await open();
    socket.write(`${head(`PUT ${state}`, 'Content-Type: text/plain', 'Content-Length: 1000')}half`);
    expect((await letGo(socket)).took).toBeLessThan(patience.silence + slack);
    expect((await ask(state)).status).toBe(404);
  });

  test('that never reads its answers is let go, and they with it', async () => {
    const body = 'x'.repeat(8 * 1024 * 1024);
    expect((await ask(state, { method: 'PUT', body })).status).toBe(204);
    const greedy = await Promise.all(Array.from({ length: 5 }, open));
    for (const socket of greedy) {
      socket.on('error', () => undefined);
      socket.pause();
      // More than the system keeps on the way.
      socket.write(head(`GET ${state}`).repeat(6));
    }
    await allGone();
    for (const socket of greedy) socket.destroy();
  });

  test.each([
    [
      'more than a body may be',
      head(`PUT ${state}`, 'Content-Type: text/plain', `Content-Length: ${30 * megabyte}`),
      413,
    ],
    ['a file without a key', stranger, 401],
  ])('that sends %s hears the refusal, though the line is closed after it', async (_what, sent, status) => {
    const socket = await open();
    const heard = letGo(socket);
    socket.write(sent.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n'));
    for (let written = 0; written < 30; written += 1) {
      // Slower than the server answers.
      await new Promise((resolve) => setTimeout(resolve, 10));
      socket.write('x'.repeat(megabyte));
    }
    expect((await heard).said).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  });

  test('that goes on and on after a refusal is let go', async () => {
    const socket = await open();
    socket.write(stranger);
    dribble(socket, 'x');
    const { took, said } = await letGo(socket);
    expect(said).toMatch(/^HTTP\/1.1 401 /);
    expect(took).toBeLessThan(patience.request + slack);
  });

  test('that breaks off in the middle of an attachment leaves no statement and no half file', async () => {
    const id = randomUUID();
    const sha2 = 'a'.repeat(64);
    const attachment = { usageType: 'urn:x', display: {}, contentType: 'text/plain', length: 9_000_000, sha2 };
    const first = JSON.stringify({ ...aStatement({ id }), attachments: [attachment] });
    const part = `Content-Type: text/plain\r\nContent-Transfer-Encoding: binary\r\nX-Experience-API-Hash: ${sha2}\r\n\r\n`;
    const body = `--b\r\nContent-Type: application/json\r\n\r\n${first}\r\n--b\r\n${part}${'x'.repeat(1_000_000)}`;
    const incoming = join(house.settings.dataDir, 'attachments', 'incoming');
    const coming = () => {
      try {
        return readdirSync(incoming);
      } catch {
        return [];
      }
    };
    const socket = await open();
    const type = 'Content-Type: multipart/mixed; boundary=b';
    socket.write(head('POST /xapi/statements', type, 'Content-Length: 9001000') + body);
    for (const end = Date.now() + slack; coming().length === 0; await new Promise((wait) => setTimeout(wait, 20)))
      if (Date.now() > end) throw new Error('The file never began to come');
    socket.destroy();
    await allGone();
    for (const end = Date.now() + slack; coming().length > 0; await new Promise((wait) => setTimeout(wait, 20)))
      if (Date.now() > end) throw new Error('A half file is left');
    expect((await ask(`/xapi/statements?statementId=${id}`)).status).toBe(404);
  });

  test(`${idle} connections that say nothing keep nobody waiting, and are let go`, async () => {
    const sockets = await Promise.all(Array.from({ length: idle }, open));
    for (const socket of sockets) socket.on('error', () => undefined);
    const begun = performance.now();
    expect((await ask('/xapi/statements')).status).toBe(200);
    expect(performance.now() - begun).toBeLessThan(slack);
    await allGone();
    for (const socket of sockets) socket.destroy();
  });
});
