import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Answered } from '@kursdugnad/core/contract/conversation.js';
import type { openStatement, statementList } from '@kursdugnad/core/contract/statement-viewer.js';
import request from 'supertest';
import { personId } from '../../people/people.js';
import { aHouse, as, databases, granfoss, inhabited, solvik, type TestHouse } from '../../testing.js';
import { aStatement, anAgent } from '../../testing-statement.js';
import { Credentials } from '../credentials.js';
import { accountOfPerson } from '../person-account.js';

type List = Answered<typeof statementList>;
type Opened = Answered<typeof openStatement>;

const verbs = { passed: 'http://adlnet.gov/expapi/verbs/passed', voided: 'http://adlnet.gov/expapi/verbs/voided' };

describe.each(databases)('the statements as an administrator sees them on %s', (database) => {
  let house: TestHouse;
  let key: { key: string; secret: string };
  const administrator = as(solvik, 'administrator');
  beforeAll(async () => {
    house = await aHouse(database);
    await inhabited(house);
    key = await house.app.get(Credentials).create(solvik.orgnr, { label: 'Fagsystemet', scopes: ['all'] });
  });
  afterAll(() => house.close());

  const http = () => request(house.app.getHttpServer());
  const send = async (...statements: object[]) =>
    http()
      .post('/xapi/statements')
      .auth(key.key, key.secret)
      .set('X-Experience-API-Version', '1.0.3')
      .send(statements)
      .expect(200);
  const list = async (query: object = {}, who = administrator) =>
    (await http().get('/api/lrs/statements').set(who).query(query).expect(200)).body as List;
  const open = async (id: string) =>
    (await http().get(`/api/lrs/statements/${id}`).set(administrator).expect(200)).body as Opened;
  const looksAt = async (person: string) =>
    (await http().get('/api/me/looks').set(as(solvik, person)).expect(200)).body.looks as { what: string }[];
  const kari = (person: string) =>
    accountOfPerson('http://localhost:3000', solvik.orgnr, personId(solvik.orgnr, person));

  test('a statement is read as a sentence, from the key it came with', async () => {
    const statement = aStatement({
      actor: { mbox: 'mailto:per@elsewhere.example', name: 'Per' },
      verb: { id: verbs.passed, display: { en: 'passed' } },
      result: { success: true, completion: true, score: { raw: 17, max: 20 }, duration: 'PT4M' },
      context: { registration: randomUUID() },
    });
    await send(statement);
    const { statements } = await list();
    expect(statements[0]).toMatchObject({
      id: statement.id,
      who: { name: 'Per', filter: 'per@elsewhere.example', isOurs: false },
      verb: { id: verbs.passed, text: 'besto' },
      what: { kind: 'activity', text: 'Filmen', id: 'https://example.org/film' },
      percent: 85,
      success: true,
      registration: statement.context?.registration,
      source: { id: key.key, label: 'Fagsystemet' },
    });
    const opened = await open(statement.id);
    expect(opened).toMatchObject({ duration: 'PT4M', score: { raw: 17, max: 20 }, isVoided: false, referredBy: [] });
    expect(JSON.parse(opened.json)).toMatchObject(statement);
  });

  test('every filter finds what it says, and pages go back without end', async () => {
    const [registration, activity] = [randomUUID(), `https://example.org/${randomUUID()}`];
    const all = Array.from({ length: 7 }, (_, index) =>
      aStatement({
        actor: anAgent(`nr ${index}`),
        object: { id: `${activity}/del-${index}` },
        context: { registration, contextActivities: { grouping: [{ id: activity }] } },
      }),
    );
    await send(...all);
    const ids = all.map(({ id }) => id).reverse();
    const found = async (query: object) => (await list(query)).statements.map(({ id }) => id);
    expect(await found({ registration })).toEqual(ids);
    expect(await found({ activity })).toEqual(ids);
    expect(await found({ registration, person: 'https://example.org|nr 3' })).toEqual([all[3]?.id]);
    expect(await found({ registration, verb: verbs.passed })).toEqual([]);
    expect(await found({ registration, source: key.key })).toEqual(ids);
    expect(await found({ registration, source: 'kursdugnad' })).toEqual([]);
    expect(await found({ registration, until: '2020-01-01T00:00:00.000Z' })).toEqual([]);
    const pages: string[] = [];
    for (let from: string | null = ''; from !== null;) {
      const page: List = await list({ registration, limit: 3, ...(from ? { from } : {}) });
      pages.push(...page.statements.map(({ id }) => id));
      from = page.next;
    }
    expect(pages).toEqual(ids);
  });

  test('an employee has no name until asked for, and can see who asked', async () => {
    const employee = personId(solvik.orgnr, 'employee');
    const [own, mailed] = [
      aStatement({ actor: kari('employee') }),
      aStatement({ actor: { mbox: 'mailto:Leader@solvik.example', name: 'Kari leader' } }),
    ];
    await send(own, mailed);
    const before = await list();
    const rows = before.statements.slice(0, 2);
    expect(rows.map(({ who }) => who.name)).toEqual([null, null]);
    expect(rows.every(({ who }) => who.isOurs)).toBe(true);
    expect(JSON.stringify(before)).not.toMatch(/Kari|mailto/i);
    expect(await looksAt('employee')).toEqual([]);

    const asked = await list({ person: 'kari EMPLOYEE' });
    expect(asked.person).toEqual({ name: 'Kari employee', isOurs: true });
    expect(asked.statements.map(({ id, who }) => [id, who.name])).toEqual([[own.id, 'Kari employee']]);
    expect((await list({ person: employee })).statements).toEqual(asked.statements);
    expect(await looksAt('employee')).toMatchObject([{ what: 'statements', by: 'Kari administrator' }]);

    expect((await open(mailed.id)).statement.who.name).toBe('Kari leader');
    expect(await looksAt('leader')).toMatchObject([{ what: 'statements' }]);
    expect((await list({ person: 'kari' })).people.map(({ name }) => name)).toContain('Kari employee');
    expect((await list({ person: 'kari' })).statements).toEqual([]);
  });

  test('a voided statement is opened with who voided it, and the others of its registration', async () => {
    const context = { registration: randomUUID() };
    const [one, other, next, about] = [...Array.from({ length: 3 }, () => aStatement({ context })), aStatement()];
    await send(one, other!, next!);
    const voiding = aStatement({ verb: { id: verbs.voided }, object: { objectType: 'StatementRef', id: one.id } });
    await send(voiding);
    await send({ ...about!, object: { objectType: 'StatementRef', id: other!.id } });
    expect(await open(one.id)).toMatchObject({ isVoided: true, voidedBy: voiding.id });
    expect((await open(one.id)).sameRegistration.map(({ id }) => id)).toEqual([next!.id, other!.id]);
    expect(await open(voiding.id)).toMatchObject({ refersTo: one.id, statement: { what: { kind: 'statement' } } });
    expect(await open(other!.id)).toMatchObject({ voidedBy: null, referredBy: [about!.id] });
  });

  test('another municipality sees nothing of it', async () => {
    const theirs = as(granfoss, 'administrator');
    const [newest] = (await list()).statements;
    expect((await list({}, theirs)).statements).toEqual([]);
    expect((await list({ source: key.key }, theirs)).statements).toEqual([]);
    await http()
      .get(`/api/lrs/statements/${newest?.id ?? ''}`)
      .set(theirs)
      .expect(404);
    expect((await http().get('/api/lrs/sources').set(theirs).expect(200)).body).toEqual({ sources: [] });
  });
});
