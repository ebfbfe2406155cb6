import { createHash, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Forwarding } from '@kursdugnad/core/contract/lrs.js';
import type { Statement } from '@kursdugnad/core/xapi/statement.js';
import request from 'supertest';
import { openHouse } from '../../house.js';
import { aHouse, as, databases, granfoss, inhabited, solvik, type TestHouse } from '../../testing.js';
import { aStatement } from '../../testing-statement.js';
import { Credentials } from '../credentials.js';

type Key = { key: string; secret: string };
const administrator = as(solvik, 'administrator');
const version = { 'X-Experience-API-Version': '1.0.3' };
const patience = 20_000;

async function until<T>(ask: () => Promise<T>, isRight: (found: T) => boolean): Promise<T> {
  for (const end = Date.now() + patience; ;) {
    const found = await ask();
    if (isRight(found)) return found;
    if (Date.now() > end) throw new Error(`Never came: ${JSON.stringify(found).slice(0, 500)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** `TEST_KILLS=20` for more. */
const restarts = Number(process.env.TEST_KILLS ?? 6);

describe.each(databases)('forwarding from %s', (database) => {
  let house: TestHouse;
  let other: TestHouse;
  let url: string;
  let theirs: Key;
  let ours: Key;
  beforeAll(async () => {
    house = await aHouse(database, { demo: true });
    await inhabited(house);
    ours = await house.app.get(Credentials).create(solvik.orgnr, { label: 'x', scopes: ['all'] });
    other = await aHouse('sqlite', { publicUrl: 'http://localhost:3999' });
    theirs = await other.app.get(Credentials).create(solvik.orgnr, { label: 'x', scopes: ['all'] });
    await other.app.listen(0, '127.0.0.1');
    url = `${await other.app.getUrl()}/xapi`;
  });
  afterAll(async () => {
    await house.close();
    await other.close();
  });

  const http = () => request(house.app.getHttpServer());
  const store = (...statements: object[]) =>
    http().post('/xapi/statements').auth(ours.key, ours.secret).set(version).send(statements).expect(200);
  const add = async (overrides: object = {}) => {
    const body = { label: 'Nasjonalt register', url, ...theirs, from: 'now', ...overrides };
    const answer = await http().post('/api/lrs/forwardings').set(administrator).send(body).expect(201);
    return answer.body as Forwarding;
  };
  const one = async (id: string) => {
    const answer = await http().get('/api/lrs/forwardings').set(administrator).expect(200);
    return (answer.body.forwardings as Forwarding[]).find((forwarding) => forwarding.id === id) as Forwarding;
  };
  const remove = (id: string) => http().delete(`/api/lrs/forwardings/${id}`).set(administrator).expect(200);
  const there = async (id: string, parameter = 'statementId') => {
    const asked = request(other.app.getHttpServer())
      .get('/xapi/statements')
      .query({ [parameter]: id });
    const answer = await asked.auth(theirs.key, theirs.secret).set(version);
    return answer.status === 200 ? (answer.body as Statement) : null;
  };
  const allSent = (id: string) =>
    until(
      () => one(id),
      ({ behind, tries }) => behind === 0 && tries === 0,
    );

  test('what comes in is there within seconds, voided ones too, with its own id; the lag is told', async () => {
    const forwarding = await add();
    expect(forwarding).toMatchObject({ state: 'idle', behind: 0, sent: 0, madeBy: 'Kari administrator' });
    expect(JSON.stringify(forwarding)).not.toContain(theirs.secret);
    const [first, second] = [aStatement(), aStatement()];
    const voiding = aStatement({
      verb: { id: 'http://adlnet.gov/expapi/verbs/voided' },
      object: { objectType: 'StatementRef', id: first.id },
    });
    await store(first, second);
    await store(voiding);
    const after = await allSent(forwarding.id);
    expect(after).toMatchObject({ sent: 3, setAside: 0, state: 'idle', waitingSince: null, fault: null });
    expect(await there(first.id)).toBeNull();
    expect((await there(first.id, 'voidedStatementId'))?.id).toBe(first.id);
    expect((await there(second.id))?.verb).toEqual(second.verb);
    await remove(forwarding.id);
  });

  test('from the beginning, only what the filter lets through, and files with their statements', async () => {
    const bytes = Buffer.from([0, 255, 13, 10, 45, 45]);
    const sha2 = createHash('sha256').update(bytes).digest('hex');
    const attachment = { usageType: 'urn:x:file', display: { nb: 'Fil' }, contentType: 'image/png', length: 6, sha2 };
    const verb = { id: `urn:x:wanted-${randomUUID()}` };
    const [wanted, unwanted] = [aStatement({ verb, attachments: [attachment] }), aStatement({ attachments: [] })];
    const boundary = 'grense';
    const head = `--${boundary}\r\nContent-Type: application/json\r\n\r\n${JSON.stringify(wanted)}\r\n--${boundary}\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: binary\r\nX-Experience-API-Hash: ${sha2}\r\n\r\n`;
    const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
    await http()
      .post('/xapi/statements')
      .auth(ours.key, ours.secret)
      .set(version)
      .type(`multipart/mixed; boundary=${boundary}`)
      .send(body)
      .expect(200);
    await store(unwanted);
    const forwarding = await add({ from: 'beginning', verbs: [verb.id] });
    await allSent(forwarding.id);
    expect(await there(unwanted.id)).toBeNull();
    const back = await request(other.app.getHttpServer())
      .get('/xapi/statements')
      .query({ statementId: wanted.id, attachments: true })
      .auth(theirs.key, theirs.secret)
      .set(version)
      .buffer(true)
      .parse((response, done) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () => {
          done(null, Buffer.concat(pieces));
        });
      })
      .expect(200);
    expect((back.body as Buffer).includes(bytes)).toBe(true);
    await remove(forwarding.id);
  });

  test('what the other refuses is set aside with its reason, the rest goes on; once more when that is mended', async () => {
    const statements = Array.from({ length: 9 }, () => aStatement());
    const [taken] = statements.slice(4);
    await request(other.app.getHttpServer())
      .post('/xapi/statements')
      .auth(theirs.key, theirs.secret)
      .set(version)
      .send({ ...taken, verb: { id: 'urn:x:else' } })
      .expect(200);
    const forwarding = await add();
    await store(...statements);
    const after = await allSent(forwarding.id);
    expect(after).toMatchObject({ sent: 8, setAside: 1 });
    const aside = await http().get(`/api/lrs/forwardings/${forwarding.id}/set-aside`).set(administrator).expect(200);
    expect(aside.body.statements).toMatchObject([{ statement: taken?.id, status: 409 }]);
    expect(aside.body.statements[0].reason).toContain(taken?.id);
    const retry = () =>
      http()
        .post(`/api/lrs/forwardings/${forwarding.id}/retry`)
        .set(administrator)
        .send({ setAside: true })
        .expect(200);
    await retry();
    const first = aside.body.statements[0].at as string;
    const looked = () => http().get(`/api/lrs/forwardings/${forwarding.id}/set-aside`).set(administrator);
    await until(looked, ({ body }) => body.statements[0].at > first);
    await remove(forwarding.id);
  });

  test('a receiver that is away: said in words, waited for longer each time, and all is there when it is back', async () => {
    const socket = createServer();
    const closed = await listening(socket);
    await new Promise((resolve) => socket.close(resolve));
    const forwarding = await add({ url: `http://127.0.0.1:${closed}/xapi` });
    const statements = [aStatement(), aStatement()];
    await store(...statements);
    const failing = await until(
      () => one(forwarding.id),
      ({ tries }) => tries > 0,
    );
    expect(failing).toMatchObject({ state: 'waiting', behind: 2, sent: 0 });
    expect(failing.fault).toBe('Mottakeren svarer ikke (ECONNREFUSED). Vi prøver igjen av oss selv.');
    expect(Date.parse(failing.waitingSince ?? '')).toBeLessThanOrEqual(Date.now());
    const again = createServer((asked, answer) => {
      asked.resume().on('end', () => answer.writeHead(302, { location: url }).end());
    });
    again.listen(closed, '127.0.0.1');
    await http().post(`/api/lrs/forwardings/${forwarding.id}/retry`).set(administrator).send({}).expect(200);
    const redirected = await until(
      () => one(forwarding.id),
      ({ fault }) => fault?.includes('302') === true,
    );
    expect(redirected.tries).toBeGreaterThan(failing.tries);
    await new Promise((resolve) => again.close(resolve));
    await remove(forwarding.id);
    expect(await one(forwarding.id)).toBeUndefined();
  });

  test('paused is paused, and a wrong key can be changed for a right one', async () => {
    const forwarding = await add({ secret: 'wrong' });
    const change = (body: object) =>
      http().patch(`/api/lrs/forwardings/${forwarding.id}`).set(administrator).send(body).expect(200);
    const statement = aStatement();
    await store(statement);
    const refused = await until(
      () => one(forwarding.id),
      ({ fault }) => fault !== null,
    );
    expect(refused.fault).toContain('godtar ikke nøkkelen (401)');
    expect((await change({ paused: true, secret: theirs.secret })).body).toMatchObject({ state: 'paused', behind: 1 });
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await there(statement.id)).toBeNull();
    await change({ paused: false });
    await allSent(forwarding.id);
    expect((await there(statement.id))?.id).toBe(statement.id);
    await remove(forwarding.id);
  });

  test('an administrator of another municipality sees and changes nothing of it', async () => {
    const forwarding = await add();
    const elsewhere = as(granfoss, 'administrator');
    expect((await http().get('/api/lrs/forwardings').set(elsewhere)).body.forwardings).toEqual([]);
    await http().delete(`/api/lrs/forwardings/${forwarding.id}`).set(elsewhere).expect(404);
    await http().patch(`/api/lrs/forwardings/${forwarding.id}`).set(elsewhere).send({ paused: true }).expect(404);
    await http().get(`/api/lrs/forwardings/${forwarding.id}/set-aside`).set(elsewhere).expect(404);
    await remove(forwarding.id);
  });

  test.each([
    'http://lrs.example.no/xapi',
    'https://10.0.0.1/xapi',
    'https://[fd00::1]/xapi',
    'https://a:b@example.no',
    'ftp://x',
    'x',
  ])('%s is no receiver', async (address) => {
    const body = { label: 'x', url: address, ...theirs };
    const answer = await http().post('/api/lrs/forwardings').set(administrator).send(body).expect(400);
    expect(answer.body.problems).toMatchObject([{ at: 'url' }]);
  });

  test(`${restarts} restarts in the middle of it: everything arrives, once`, async () => {
    const settings = { ...house.settings, port: 0 };
    const forwarding = await add();
    const ids: string[] = [];
    for (let time = 0; time < restarts; time += 1) {
      const statements = Array.from({ length: 25 }, () => aStatement());
      ids.push(...statements.map(({ id }) => id));
      await store(...statements);
      await new Promise((resolve) => setTimeout(resolve, 20 + 60 * Math.random()));
      await house.app.close();
      house.app = await openHouse(settings, null);
      await new Promise((resolve) => setTimeout(resolve, time % 2 === 0 ? 1000 + 20 * time : 0));
    }
    const after = await allSent(forwarding.id);
    expect(after.setAside).toBe(0);
    for (const id of ids) expect((await there(id))?.id).toBe(id);
    await remove(forwarding.id);
  });
});

(databases.includes('postgres') ? describe : describe.skip)('two processes on PostgreSQL', () => {
  test('send each statement once between them', async () => {
    const seen: string[] = [];
    const receiver = createServer((asked, answer) => {
      const pieces: Buffer[] = [];
      asked.on('data', (piece: Buffer) => pieces.push(piece));
      asked.on('end', () => {
        const statements = JSON.parse(Buffer.concat(pieces).toString()) as Statement[];
        seen.push(...statements.map(({ id = '' }) => id));
        setTimeout(() => answer.end('[]'), 30);
      });
    });
    const port = await listening(receiver);
    const house = await aHouse('postgres', { demo: true });
    await inhabited(house);
    const second = await openHouse(house.settings, null);
    const ours = await house.app.get(Credentials).create(solvik.orgnr, { label: 'x', scopes: ['all'] });
    const body = { label: 'x', url: `http://127.0.0.1:${port}/xapi`, key: 'k', secret: 's' };
    await request(house.app.getHttpServer()).post('/api/lrs/forwardings').set(administrator).send(body).expect(201);
    const ids: string[] = [];
    for (let time = 0; time < 40; time += 1) {
      const statements = Array.from({ length: 10 }, () => aStatement());
      ids.push(...statements.map(({ id }) => id));
      const server = (time % 2 === 0 ? house.app : second).getHttpServer();
      await request(server)
        .post('/xapi/statements')
        .auth(ours.key, ours.secret)
        .set(version)
        .send(statements)
        .expect(200);
    }
    await until(
      () => Promise.resolve(seen.length),
      (count) => count >= ids.length,
    );
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect([...seen].sort()).toEqual([...ids].sort());
    await second.close();
    await house.close();
    await new Promise((resolve) => receiver.close(resolve));
  });
});

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
