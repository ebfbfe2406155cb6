import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { Competence } from '../competence/competence.js';
import { callerOf } from '../competence/testing.js';
import { Database } from '../database/database.js';
import { Statements } from '../lrs/statements.js';
import { personId } from '../people/people.js';
import { aHouse, as, databases, granfoss, inhabited, solvik, type TestHouse } from '../testing.js';
import { Catalogue } from './catalogue.js';
import { AdoptionRow, LocalFactChangeRow } from './catalogue.tables.js';

const hostile = '"><script>alert(1)</script>';

/** A guide that asks for a channel, which has something to fall back on, and for a number, which has not. */
const guide = (title: string, lesson = '') => `---
title: ${title}
summary: Hvem du varsler til når noe er galt på jobben.
language: nb
minutes: 2
licence: CC-BY-4.0
publisher: Solvik kommune
topics: [varsling]
sources: [Rutinen]
facts:
  varslingskanal:
    description: Hvem ansatte varsler til
    default: lederen din
  vakttelefon:
    description: Telefonnummeret til vakta
    kind: phone
---

# Si fra {#si-fra}

Varsle til {{varslingskanal}}. Haster det, ringer du {{vakttelefon}}.

## Spørsmål: Hvem varsler du? {#hvem}

- [x] {{varslingskanal}}
  > Ja.
- [ ] Ingen, jeg ringer ikke {{vakttelefon}}
  > Jo, varsle.
${lesson}`;

describe.each(databases)('local facts on %s', (database) => {
  let house: TestHouse;
  let course: string;
  beforeAll(async () => {
    house = await aHouse(database);
    await inhabited(house);
    course = await publish('varsling', guide('Varsling'));
  });
  afterAll(() => house.close());

  const publish = async (slug: string, text: string) => {
    const files = new Map([['guide.md', Buffer.from(text)]]);
    const published = await house.app
      .get(Catalogue)
      .publishFiles(await callerOf(house, 'author'), slug, files, '')
      .catch((error: unknown) => {
        throw new Error(JSON.stringify(error));
      });
    return published.course.id;
  };
  type Where = typeof solvik;
  const http = () => request(house.app.getHttpServer());
  const asked = async (where: Where, id = course) =>
    (await http().get(`/api/catalogue/${id}/facts`).set(as(where, 'coordinator')).expect(200)).body;
  const save = (where: Where, values: object, id = course) =>
    http().put(`/api/catalogue/${id}/facts`).set(as(where, 'coordinator')).send({ values });
  const adopt = (where: Where, id = course) =>
    http().put(`/api/adoptions/${id}`).set(as(where, 'coordinator')).send({});
  const isInUse = (where: Where, id = course) =>
    house.app.get(Database).manager.existsBy(AdoptionRow, { municipality: where.orgnr, course: id });
  const begun = async (where: Where) => {
    const { body } = await http().post('/api/registrations').set(as(where, 'employee')).send({ course }).expect(201);
    return body.registration as string;
  };
  const shown = async (where: Where, registration: string) =>
    (await http().get(`/api/registrations/${registration}`).set(as(where, 'employee')).expect(200)).body.facts;

  test('a guide that lacks something is not taken into use, not even where it was made, and it is said what', async () => {
    expect(await isInUse(solvik)).toBe(false);
    const { body } = await adopt(granfoss).expect(409);
    expect(body.detail).toBe(
      'Kommunen må fylle inn lokale opplysninger før guiden kan brukes: «Telefonnummeret til vakta».',
    );
    expect(await isInUse(granfoss)).toBe(false);
    const seen = await http().get(`/api/catalogue/${course}`).set(as(granfoss, 'coordinator')).expect(200);
    expect(seen.body.localFacts).toEqual({ count: 2, missing: ['Telefonnummeret til vakta'] });
    expect((await asked(granfoss)).facts).toMatchObject([
      { name: 'varslingskanal', default: 'lederen din', value: '', isMissing: false },
      { name: 'vakttelefon', kind: 'phone', value: '', isMissing: true },
    ]);
  });

  test('every mistake is told by its field, and nothing is saved', async () => {
    const values = { varslingskanal: 'a\nb', vakttelefon: 'ring vakta', annet: 'x' };
    const { body } = await save(granfoss, values).expect(422);
    expect(body.problems).toEqual([
      { at: 'varslingskanal', message: 'Skriv alt på én linje.' },
      {
        at: 'vakttelefon',
        message: 'Dette er ikke et telefonnummer. Skriv bare tall, for eksempel 12 34 56 78.',
      },
      { at: 'annet', message: 'Guiden spør ikke om dette.' },
    ]);
    await save(granfoss, { vakttelefon: '1'.repeat(2001) }).expect(400);
    expect((await asked(granfoss)).changes).toEqual([]);
    await save(granfoss, { vakttelefon: '123' }, randomUUID()).expect(404);
  });

  test('filled in, it is taken into use; what one municipality says is its own, and a change shows at once', async () => {
    await save(granfoss, { varslingskanal: ` ${hostile} `, vakttelefon: '12 34 56 78' }).expect(200);
    await adopt(granfoss).expect(200);
    await save(solvik, { vakttelefon: '110 00 000' }).expect(200);
    await adopt(solvik).expect(200);
    const [here, there] = [await begun(granfoss), await begun(solvik)];
    expect(await shown(granfoss, here)).toEqual({ varslingskanal: hostile, vakttelefon: '12 34 56 78' });
    expect(await shown(solvik, there)).toEqual({ vakttelefon: '110 00 000' });
    await save(granfoss, { varslingskanal: 'kommuneadvokaten' }).expect(200);
    expect(await shown(granfoss, here)).toMatchObject({ varslingskanal: 'kommuneadvokaten' });
    const look = await http().get(`/api/catalogue/${course}/content`).set(as(granfoss, 'author')).expect(200);
    expect(look.body.facts).toMatchObject({ varslingskanal: 'kommuneadvokaten' });
  });

  test('who has changed what is kept, and saving the same again is no change', async () => {
    await save(granfoss, { varslingskanal: 'kommuneadvokaten', vakttelefon: '12 34 56 78' }).expect(200);
    const { changes } = await asked(granfoss);
    const told = changes.map(({ name, value, by }: Record<string, string>) => `${name}: ${value} (${by})`);
    expect(told[0]).toBe('varslingskanal: kommuneadvokaten (Kari coordinator)');
    expect(told.sort()).toEqual(
      [
        `varslingskanal: ${hostile} (Kari coordinator)`,
        'varslingskanal: kommuneadvokaten (Kari coordinator)',
        'vakttelefon: 12 34 56 78 (Kari coordinator)',
      ].sort(),
    );
    const rows = await house.app.get(Database).manager.findBy(LocalFactChangeRow, { municipality: granfoss.orgnr });
    expect(new Set(rows.map(({ changedBy }) => changedBy))).toEqual(new Set([personId(granfoss.orgnr, 'coordinator')]));
  });

  test('statements tell the answers as they were shown', async () => {
    const registration = await begun(granfoss);
    const id = randomUUID();
    const event = { kind: 'answered', id, at: new Date().toISOString(), question: 'hvem', response: ['a'] };
    const path = `/api/registrations/${registration}/events`;
    await http()
      .post(path)
      .set(as(granfoss, 'employee'))
      .send({ events: [event] })
      .expect(200);
    const said = await house.app
      .get(Database)
      .transaction((transaction) => house.app.get(Statements).byId(transaction, granfoss.orgnr, [id]));
    const text = JSON.stringify(said.get(id)?.object);
    expect(text).toContain('kommuneadvokaten');
    expect(text).toContain('12 34 56 78');
    expect(text).not.toContain('{{');
  });

  test('a guide in use keeps what it cannot do without; the rest may be taken away', async () => {
    const { body } = await save(granfoss, { vakttelefon: '  ', varslingskanal: '' }).expect(422);
    expect(body.problems).toEqual([
      { at: 'vakttelefon', message: 'Dette kan ikke stå tomt. En guide som er i bruk, viser det.' },
    ]);
    await save(granfoss, { varslingskanal: '' }).expect(200);
    expect((await asked(granfoss)).facts).toMatchObject([{ value: '' }, { value: '12 34 56 78' }]);
  });

  test('one value for all guides that ask for the name; nothing is required of anybody while something is missing', async () => {
    const other = await publish('hms', guide('HMS').replaceAll('vakttelefon', 'vernetelefon'));
    expect((await asked(solvik, other)).facts).toMatchObject([
      { alsoIn: ['Varsling'] },
      { alsoIn: [], isMissing: true },
    ]);
    await save(solvik, { vernetelefon: '123' }, other).expect(200);
    await adopt(solvik, other).expect(200);
    await publish('hms', guide('HMS').replaceAll('vakttelefon', 'nynummer'));
    const requirement = { competence: 'HMS', role: null, course: other, validMonths: null, deadlineDays: 0 };
    const asks = house.app
      .get(Competence)
      .stateRequirement(await callerOf(house, 'coordinator'), requirement)
      .then(() => null);
    await expect(asks).rejects.toMatchObject({ kind: 'conflict' });
  });
});
