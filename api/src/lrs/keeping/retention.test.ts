import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { RetentionCategory } from '@kursdugnad/core/runtime/retention.js';
import type { Statement } from '@kursdugnad/core/xapi/statement.js';
import request from 'supertest';
import { Competence } from '../../competence/competence.js';
import { Database } from '../../database/database.js';
import { Registrations } from '../../launch/registrations.js';
import { as, databases, granfoss, solvik, type TestHouse } from '../../testing.js';
import { aHouseWithGuide, aWholeRun, type GuideInUse } from '../../testing-guide.js';
import { aStatement, anAgent } from '../../testing-statement.js';
import { Credentials } from '../credentials.js';
import { AttachmentFiles } from './attachment-files.js';
import { EveryNight } from './every-night.js';
import { Retention } from './retention.js';

const administrator = as(solvik, 'administrator');
const inTwoYears = new Date(Date.now() + 2 * 365 * 86_400_000).toISOString();

describe.each(databases)('retention on %s', (database) => {
  let house: TestHouse;
  let guide: GuideInUse;
  let key: { key: string; secret: string };
  beforeAll(async () => {
    ({ house, guide } = await aHouseWithGuide(database));
    key = await house.app.get(Credentials).create(solvik.orgnr, { label: 'x', scopes: ['all'] });
  });
  afterAll(() => house.close());

  const http = () => request(house.app.getHttpServer());
  const xapi = (method: 'get' | 'post') =>
    http()[method]('/xapi/statements').auth(key.key, key.secret).set('X-Experience-API-Version', '1.0.3');
  const found = async (query: object) =>
    (
      (
        await xapi('get')
          .query({ ...query, limit: 500 })
          .expect(200)
      ).body.statements as Statement[]
    ).map(({ id = '' }) => id);
  const learns = async (person: string, isWhole: boolean) => {
    const learner = as(solvik, person);
    const started = await http().post('/api/registrations').set(learner).send({ course: guide.courseId });
    const { registration } = started.body as { registration: string };
    const events = isWhole ? aWholeRun(guide.course) : aWholeRun(guide.course).slice(0, 6);
    await http().post(`/api/registrations/${registration}/events`).set(learner).send({ events }).expect(200);
    return registration;
  };
  const completions = () =>
    house.app.get(Database).query({ text: 'SELECT * FROM completion WHERE completed = 1 ORDER BY registration' });
  const rows = async (table: string) => {
    const text = `SELECT COUNT(*) AS rows FROM ${table} WHERE municipality = :municipality`;
    const [row] = await house.app.get(Database).query<{ rows: number }>({ text }, { municipality: solvik.orgnr });
    return row?.rows ?? 0;
  };
  const months = (rules: Partial<Record<RetentionCategory, number>>) =>
    Object.entries(rules).map(([category, each]) => ({ category: category as RetentionCategory, months: each }));

  test('is for good until somebody decides otherwise, and each municipality decides for itself', async () => {
    const asked = await http().get('/api/lrs/retention').set(administrator).expect(200);
    expect(asked.body.lastRun).toBeNull();
    expect((asked.body.rules as { months: number | null }[]).map((rule) => rule.months)).toEqual([
      null,
      null,
      null,
      null,
    ]);
    const rules = months({ answers: 12 });
    const set = await http().put('/api/lrs/retention').set(administrator).send({ rules }).expect(200);
    expect(set.body.rules).toContainEqual({ category: 'answers', months: 12 });
    const theirs = await http().get('/api/lrs/retention').set(as(granfoss, 'administrator')).expect(200);
    expect(theirs.body.rules).toContainEqual({ category: 'answers', months: null });
    await http().put('/api/lrs/retention').set(administrator).send({ rules: [] }).expect(200);
    await http()
      .put('/api/lrs/retention')
      .set(administrator)
      .send({ rules: [{ category: 'answers', months: 0 }] })
      .expect(400);
  });

  test('removes what is old, says before how much, and no completion or fulfilment is ever other than it was', async () => {
    const done = await learns('employee', true);
    const begun = await learns('leader', false);
    const foreign = [
      aStatement({ verb: { id: 'http://adlnet.gov/expapi/verbs/completed' } }),
      aStatement({ verb: { id: 'urn:x:waved' } }),
    ];
    await xapi('post').send(foreign).expect(200);
    const before = await completions();
    expect(before).toHaveLength(1);
    const rules = months({ answers: 12, progress: 12, evidence: 12, other: 12 });
    const retention = house.app.get(Retention);
    await retention.decide(solvik.orgnr, rules);
    // Nothing is a year old today.
    const trial = await http().post('/api/lrs/retention/trial').set(administrator).send({ rules }).expect(200);
    for (const count of trial.body.counts) expect(count).toMatchObject({ go: 0, kept: 0 });
    const counts = await retention.trial(solvik.orgnr, rules, inTwoYears);
    const stored = await rows('statement');
    expect(counts.reduce((sum, count) => sum + count.stored, 0)).toBe(stored);
    for (const { stored: of, go, kept } of counts) expect(go + kept).toBe(of);
    const answers = counts.find(({ category }) => category === 'answers');
    expect(answers?.go).toBeGreaterThan(5);
    const going = counts.reduce((sum, { go }) => sum + go, 0);
    expect(await rows('statement')).toBe(stored);
    expect(await retention.run(solvik.orgnr, inTwoYears)).toBe(going);
    expect(await rows('statement')).toBe(stored - going);
    expect(await completions()).toEqual(before);
    expect(await house.app.get(Registrations).recompute()).toMatchObject({ differed: 0 });
    expect(await house.app.get(Competence).recompute()).toMatchObject({ differed: 0 });
    expect(await completions()).toEqual(before);
    const left = await found({ registration: done });
    expect(left.length).toBeGreaterThan(2);
    expect(await found({ registration: begun })).not.toEqual([]);
    expect(await found({ verb: 'http://adlnet.gov/expapi/verbs/responded', registration: done })).toEqual([]);
    expect(await found({ verb: 'urn:x:waved' })).toEqual([]);
    expect(await found({ agent: JSON.stringify(anAgent('ola')) })).toEqual([]);
    const last = await http().get('/api/lrs/retention').set(administrator).expect(200);
    expect(last.body.lastRun).toEqual({ at: inTwoYears, removed: going });
    const orphans = `SELECT COUNT(*) AS rows FROM statement_key k WHERE NOT EXISTS
      (SELECT 1 FROM statement s WHERE s.municipality = k.municipality AND s.id = k.statement)`;
    expect(await house.app.get(Database).query({ text: orphans })).toEqual([{ rows: 0 }]);
  });

  test('keeps all of a course that somebody is in the middle of', async () => {
    const registration = await learns('coordinator', false);
    const before = await found({ registration });
    const soon = new Date(Date.now() + 20 * 86_400_000).toISOString();
    const rules = months({ answers: 1, progress: 1, evidence: 1, other: 1 });
    const retention = house.app.get(Retention);
    await retention.decide(solvik.orgnr, rules);
    await retention.run(solvik.orgnr, soon);
    expect(await found({ registration })).toEqual(before);
    const much = new Date(Date.now() + 40 * 86_400_000).toISOString();
    await retention.run(solvik.orgnr, much);
    expect((await found({ registration })).length).toBeLessThan(before.length);
    expect(await house.app.get(Registrations).recompute()).toMatchObject({ differed: 0 });
  });

  test('a voided statement goes, what voids it stays; who referred to it is no longer found by its keys', async () => {
    const target = aStatement({ verb: { id: 'urn:x:said' } });
    const about = aStatement({
      verb: { id: 'http://adlnet.gov/expapi/verbs/completed' },
      object: { objectType: 'StatementRef', id: target.id },
    });
    const voiding = aStatement({
      verb: { id: 'http://adlnet.gov/expapi/verbs/voided' },
      object: { objectType: 'StatementRef', id: target.id },
    });
    await xapi('post').send([target, about]).expect(200);
    expect(await found({ verb: 'urn:x:said' })).toContain(about.id);
    await xapi('post').send(voiding).expect(200);
    const retention = house.app.get(Retention);
    await retention.decide(solvik.orgnr, months({ other: 12 }));
    await retention.run(solvik.orgnr, inTwoYears);
    await xapi('get').query({ voidedStatementId: target.id }).expect(404);
    await xapi('get').query({ statementId: voiding.id }).expect(200);
    expect(await found({ verb: 'urn:x:said' })).toEqual([]);
    expect(await found({ verb: 'http://adlnet.gov/expapi/verbs/completed' })).toContain(about.id);
  });

  test('attachments go with the last statement that has them, and files of refused requests with the sweep', async () => {
    const send = (statement: Statement, bytes: Buffer, hash: string) => {
      const head = `--x\r\nContent-Type: application/json\r\n\r\n${JSON.stringify(statement)}\r\n--x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: binary\r\nX-Experience-API-Hash: ${hash}\r\n\r\n`;
      const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--x--\r\n')]);
      return xapi('post').type('multipart/mixed; boundary=x').send(body);
    };
    const withFile = (verb: string, bytes: Buffer) => {
      const sha2 = createHash('sha256').update(bytes).digest('hex');
      const attachment = {
        usageType: 'urn:x:f',
        display: { nb: 'F' },
        contentType: 'image/png',
        length: bytes.length,
        sha2,
      };
      return { statement: aStatement({ verb: { id: verb }, attachments: [attachment] }), sha2 };
    };
    const [kept, gone, refused] = [Buffer.from('kept'), Buffer.from('gone'), Buffer.from('refused')];
    for (const [verb, bytes] of [
      ['urn:x:old', kept],
      ['urn:x:old', gone],
      ['http://adlnet.gov/expapi/verbs/completed', kept],
    ] as const) {
      const { statement, sha2 } = withFile(verb, bytes);
      await send(statement, bytes, sha2).expect(200);
    }
    const { statement, sha2 } = withFile('urn:x:old', refused);
    const [taken] = await found({ verb: 'urn:x:old' });
    await send({ ...statement, id: taken ?? '' }, refused, sha2).expect(409);
    const retention = house.app.get(Retention);
    await retention.decide(solvik.orgnr, months({ other: 12 }));
    await retention.run(solvik.orgnr, inTwoYears);
    expect(await rows('attachment')).toBe(1);
    const files = house.app.get(AttachmentFiles);
    expect(await files.sweep(new Date().toISOString())).toBe(0);
    expect(await files.sweep(new Date(Date.now() + 25 * 3_600_000).toISOString())).toBe(2);
    const { body } = await xapi('get').query({ verb: 'http://adlnet.gov/expapi/verbs/completed', attachments: true });
    expect(JSON.stringify(body)).toBeDefined();
  });

  test('every night does it by itself, once a day', async () => {
    const retention = house.app.get(Retention);
    await retention.decide(granfoss.orgnr, months({ answers: 12 }));
    const night = house.app.get(EveryNight);
    await night.look('2030-01-01T00:30:00.000Z');
    expect(await retention.lastRun(granfoss.orgnr)).toBeNull();
    await night.look('2030-01-01T01:30:00.000Z');
    expect((await retention.lastRun(granfoss.orgnr))?.at).toBe('2030-01-01T01:30:00.000Z');
    await night.look('2030-01-01T05:30:00.000Z');
    expect((await retention.lastRun(granfoss.orgnr))?.at).toBe('2030-01-01T01:30:00.000Z');
  });
});
