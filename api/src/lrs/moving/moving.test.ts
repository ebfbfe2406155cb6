import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFolder } from '@kursdugnad/content-tools/package/source-bundle.js';
import type { Statement } from '@kursdugnad/core/xapi/statement.js';
import request from 'supertest';
import { Catalogue } from '../../catalogue/catalogue.js';
import { callerOf } from '../../competence/testing.js';
import { Database } from '../../database/database.js';
import { Registrations } from '../../launch/registrations.js';
import { as, databases, granfoss, solvik, type TestHouse } from '../../testing.js';
import { aHouseWithGuide, aWholeRun, type GuideInUse } from '../../testing-guide.js';
import { aStatement } from '../../testing-statement.js';
import { Credentials } from '../credentials.js';
import { StatementExport } from './statement-export.js';
import { StatementImport } from './statement-import.js';

const administrator = as(solvik, 'administrator');
const version = { 'X-Experience-API-Version': '1.0.3' };

/** The guide with another title. */
async function nextVersion(house: TestHouse): Promise<void> {
  const files = new Map(await readFolder(join(process.cwd(), 'courses/brannvern')));
  const guide = files.get('guide.md')?.toString() ?? '';
  files.set('guide.md', Buffer.from(guide.replace(/^title:.*$/mu, 'title: Brannvern hver dag')));
  await house.app.get(Catalogue).publishFiles(await callerOf(house, 'author'), 'brannvern', files, 'Ny');
}

async function* linesOf(text: string): AsyncGenerator<string> {
  for (const line of text.split('\n')) yield await Promise.resolve(line);
}

describe.each(databases)('statements as JSON Lines on %s', (database) => {
  let house: TestHouse;
  let guide: GuideInUse;
  let key: { key: string; secret: string };
  const folder = mkdtempSync(join(tmpdir(), 'kursdugnad-export-'));
  beforeAll(async () => {
    ({ house, guide } = await aHouseWithGuide(database));
    key = await house.app.get(Credentials).create(solvik.orgnr, { label: 'x', scopes: ['all'] });
    for (const person of ['employee', 'leader']) {
      const learner = as(solvik, person);
      const started = await http().post('/api/registrations').set(learner).send({ course: guide.courseId });
      const events = aWholeRun(guide.course).slice(0, person === 'leader' ? 4 : undefined);
      const { registration } = started.body as { registration: string };
      await http().post(`/api/registrations/${registration}/events`).set(learner).send({ events }).expect(200);
    }
    // Whoever is on the way goes on in the next version.
    await nextVersion(house);
    await http().post('/api/registrations').set(as(solvik, 'leader')).send({ course: guide.courseId }).expect(201);
  });
  afterAll(async () => {
    await house.close();
    rmSync(folder, { recursive: true });
  });

  const http = () => request(house.app.getHttpServer());
  const post = (body: object) => http().post('/xapi/statements').auth(key.key, key.secret).set(version).send(body);
  const exported = async (query: object = {}, who = administrator) => {
    const answer = await http().get('/api/lrs/statements/export').query(query).set(who).buffer(true).expect(200);
    expect(answer.headers['content-type']).toContain('application/x-ndjson');
    return answer.text;
  };
  const ids = (text: string) =>
    text.split('\n').flatMap((line) => (line === '' ? [] : (JSON.parse(line) as Statement).id));
  const projections = async ({ app }: TestHouse) => {
    const text = `SELECT c.registration, c.person, c.course, c.completed, c.completed_at, c.success, c.score_best, c.score_last,
      c.progress, c.first_at, c.last_at, r.record, r.run, r.started, r.hash, r.stages
      FROM completion c JOIN registration r ON r.municipality = c.municipality AND r.id = c.registration ORDER BY c.registration`;
    return app.get(Database).query({ text });
  };

  test('all of the municipality, voided ones with what voids them or without, within bounds, and nobody else’s', async () => {
    const [one, two] = [aStatement(), aStatement()];
    const voiding = aStatement({
      verb: { id: 'http://adlnet.gov/expapi/verbs/voided' },
      object: { objectType: 'StatementRef', id: one.id },
    });
    await post([one, two]).expect(200);
    const between = new Date().toISOString();
    await new Promise((resolve) => setTimeout(resolve, 20));
    await post(voiding).expect(200);
    await new Promise((resolve) => setTimeout(resolve, 20));
    const all = ids(await exported());
    const text = 'SELECT COUNT(*) AS rows FROM statement WHERE municipality = :municipality';
    const [counted] = await house.app.get(Database).query<{ rows: number }>({ text }, { municipality: solvik.orgnr });
    expect(new Set(all).size).toBe(counted?.rows);
    expect(all.indexOf(voiding.id)).toBeGreaterThan(all.indexOf(one.id));
    const without = ids(await exported({ voided: 'without' }));
    expect(without).not.toContain(one.id);
    expect(without).toHaveLength(all.length - 1);
    expect(ids(await exported({ since: between }))).toEqual([voiding.id]);
    expect(ids(await exported({ until: between }))).toHaveLength(all.length - 1);
    expect(await exported({}, as(granfoss, 'administrator'))).toBe('');
  });

  test('into an empty house: the same statements, completions, records and files; once more changes nothing', async () => {
    const bytes = Buffer.from('a certificate');
    const sha2 = createHash('sha512').update(bytes).digest('hex');
    const attachment = {
      usageType: 'urn:x:f',
      display: { nb: 'F' },
      contentType: 'text/plain',
      length: bytes.length,
      sha2,
    };
    const withFile = aStatement({ attachments: [attachment] });
    const head = `--x\r\nContent-Type: application/json\r\n\r\n${JSON.stringify(withFile)}\r\n--x\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: binary\r\nX-Experience-API-Hash: ${sha2}\r\n\r\n`;
    const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--x--\r\n')]);
    await http()
      .post('/xapi/statements')
      .auth(key.key, key.secret)
      .set(version)
      .type('multipart/mixed; boundary=x')
      .send(body)
      .expect(200);
    await new Promise((resolve) => setTimeout(resolve, 20));
    const text = await exported();
    expect(await house.app.get(StatementExport).attachments(solvik.orgnr, folder)).toBe(1);
    const { house: empty } = await aHouseWithGuide(database);
    await nextVersion(empty);
    try {
      const imports = empty.app.get(StatementImport);
      const count = ids(text).length;
      const first = await imports.run(solvik.orgnr, linesOf(text), { folder });
      expect(first).toEqual({ lines: count + 1, stored: count, known: 0, refused: [] });
      await empty.app.get(Registrations).recompute();
      expect(await projections(empty)).toEqual(await projections(house));
      expect(await empty.app.get(Registrations).recompute()).toMatchObject({ differed: 0 });
      const again = await imports.run(solvik.orgnr, linesOf(text), { folder });
      expect(again).toEqual({ lines: count + 1, stored: 0, known: count, refused: [] });
      let after = '';
      for await (const piece of empty.app.get(StatementExport).lines(solvik.orgnr, { voided: 'with' })) after += piece;
      const said = (lines: string) =>
        lines.split('\n').map((line) => line && JSON.stringify({ ...(JSON.parse(line) as Statement), stored: '' }));
      expect(said(after)).toEqual(said(text));
      const other = await empty.app.get(Credentials).create(solvik.orgnr, { label: 'x', scopes: ['all'] });
      const asked = request(empty.app.getHttpServer())
        .get('/xapi/statements')
        .auth(other.key, other.secret)
        .set(version);
      const back = await asked
        .query({ statementId: withFile.id, attachments: true })
        .buffer(true)
        .parse((response, done) => {
          const pieces: Buffer[] = [];
          response.on('data', (piece: Buffer) => pieces.push(piece));
          response.on('end', () => {
            done(null, Buffer.concat(pieces));
          });
        });
      expect((back.body as Buffer).includes(bytes)).toBe(true);
    } finally {
      await empty.close();
    }
  });

  test('a line that cannot be is told with its number and why; the rest goes on, or stops there if asked to', async () => {
    const [one, two, three] = [aStatement(), aStatement(), aStatement()];
    await post(two).expect(200);
    const other = { ...two, verb: { id: 'urn:x:else' } };
    const { id: _id, ...withoutId } = aStatement();
    const file = [
      JSON.stringify(one),
      '{"actor"',
      JSON.stringify(other),
      JSON.stringify(withoutId),
      '',
      '{}',
      JSON.stringify(three),
    ];
    const imports = house.app.get(StatementImport);
    const stopped = await imports.run(solvik.orgnr, linesOf(file.join('\n')), { stopsAtFault: true });
    expect(stopped).toEqual({ lines: 2, stored: 1, known: 0, refused: [{ line: 2, reason: 'is not JSON' }] });
    const whole = await imports.run(solvik.orgnr, linesOf(file.join('\n')));
    expect(whole).toMatchObject({ lines: 7, stored: 1, known: 1 });
    const refused = new Map(whole.refused.map(({ line, reason }) => [line, reason]));
    expect([...refused.keys()].sort()).toEqual([2, 3, 4, 6]);
    expect(refused.get(3)).toContain(two.id);
    expect(refused.get(4)).toBe('id is missing');
    expect(refused.get(6)).toMatch(/actor/);
  });
});
