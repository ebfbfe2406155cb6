import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Database } from '../../api/src/database/database.js';
import { Credentials, type Scope } from '../../api/src/lrs/credentials.js';
import { aHouse, databases, granfoss, solvik, type TestHouse } from '../../api/src/testing.js';
import { Dice } from '../builders/dice.js';
import { anyRequest, markedStatement } from './any-request.js';
import { mutated, type Raw } from './mutations.js';
import { Speaking } from './speaking.js';

/** `TEST_FUZZ=20000` for the figures in docs/lrs.md; `TEST_SEED` for others than those of last time. */
const requests = Number(process.env.TEST_FUZZ ?? 400);
const seed = Number(process.env.TEST_SEED ?? 1);
const together = 8;
/** Milliseconds. */
const longest = 5000;
jest.setTimeout(120_000 + requests * 100);

interface Key {
  name: string;
  municipality: string;
  scopes: Scope[];
  /** In everything that is sent with it, and in nothing else. */
  mark: string;
  authorization: string;
  isExpired: boolean;
}

/** Somebody has stored here, and nobody speaks: it stays as it is. */
const silent = { orgnr: '310000039' };
const scopesTried: Scope[][] = [
  ['all'],
  ['statements/write', 'statements/read/mine'],
  ['statements/read', 'state'],
  ['statements/write', 'profile'],
  ['state'],
  ['profile'],
  ['all/read'],
];
const readsOnlyMine = (key: Key) => key.scopes.includes('statements/read/mine');
const writesNothing = (key: Key) => key.isExpired || key.scopes.every((scope) => /read/.test(scope));

describe.each(databases)('an LRS on %s that is asked everything, right and wrong', (database) => {
  let house: TestHouse;
  const keys: Key[] = [];
  beforeAll(async () => {
    house = await aHouse(database);
    for (const { orgnr } of [solvik, granfoss]) {
      for (const scopes of scopesTried) keys.push(await aKey(orgnr, scopes));
      keys.push(await aKey(orgnr, ['all'], '2020-01-01'));
    }
    for (const key of [keys[0] as Key, keys[scopesTried.length + 1] as Key, await aKey(silent.orgnr, ['all'])])
      await fill(key);
  });
  afterAll(() => house.close());

  async function aKey(municipality: string, scopes: Scope[], expires: string | null = null): Promise<Key> {
    const { key, secret } = await house.app.get(Credentials).create(municipality, { label: 'fuzz', scopes, expires });
    const authorization = `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`;
    const name = `${municipality} ${scopes.join(' ')}${expires ? ' expired' : ''}`;
    return {
      name,
      municipality,
      scopes,
      mark: randomBytes(12).toString('hex'),
      authorization,
      isExpired: expires !== null,
    };
  }

  /** Statements, a file and documents of all kinds. */
  async function fill({ authorization, mark, municipality }: Key): Promise<void> {
    const dice = new Dice(seed);
    const lrs = new Speaking(house, '1.0.3', Buffer.from(authorization.slice(6), 'base64').toString());
    const statements = Array.from({ length: 20 }, () => markedStatement(dice, mark));
    const known = new Map(statements.map((statement) => [statement.id, statement]));
    await lrs.send(...known.values());
    for (let left = 200; left > 0; left -= 1) await ask(anyRequest(dice, mark, [mark]), authorization);
    expect((await everythingOf(municipality)).split(mark).length).toBeGreaterThan(20);
  }

  function ask({ method, path, query, headers, body }: Raw, authorization: string) {
    return house.app.inject({
      method: method as 'GET',
      url: query.length > 0 ? `${path}?${new URLSearchParams(query).toString()}` : path,
      headers: { authorization, 'x-experience-api-version': '1.0.3', ...headers },
      ...(body ? { payload: body } : {}),
    });
  }

  /** Every row of a municipality, as text. */
  async function everythingOf(municipality: string): Promise<string> {
    const tables = ['statement', 'statement_key', 'activity_definition', 'attachment', 'document'];
    const all = await Promise.all(
      tables.map((table) =>
        house.app
          .get(Database)
          .query<{ content?: string }>(
            { text: `SELECT * FROM ${table} WHERE municipality = :municipality` },
            { municipality },
          ),
      ),
    );
    const rows = all.flat().map(({ content, ...row }) => {
      const text = content === undefined ? '' : `${content} ${Buffer.from(content, 'base64').toString('latin1')}`;
      return `${JSON.stringify(row)} ${text}`;
    });
    return rows.sort().join('\n');
  }

  test(`${requests} requests: no 5xx, nobody waits, nothing of others is answered, nothing of others is changed`, async () => {
    const dice = new Dice(seed);
    const before = await everythingOf(silent.orgnr);
    const counted = new Map<number, number>();
    const tried = async () => {
      const key = dice.one(keys);
      const elsewhere = keys.filter(({ municipality }) => municipality !== key.municipality).map(({ mark }) => mark);
      const raw = mutated(dice, anyRequest(dice, key.mark, elsewhere));
      const begun = performance.now();
      const answer = await ask(raw, key.authorization);
      const took = performance.now() - begun;
      counted.set(answer.statusCode, (counted.get(answer.statusCode) ?? 0) + 1);
      const about = {
        key: key.name,
        raw: { ...raw, body: raw.body?.toString().slice(0, 600) },
        said: answer.body.slice(0, 400),
      };
      const heard = JSON.stringify(answer.headers) + answer.rawPayload.toString('latin1');
      const others = keys.filter(
        (other) =>
          other !== key &&
          (other.municipality !== key.municipality || readsOnlyMine(key)) &&
          heard.includes(other.mark),
      );
      const faults = [
        answer.statusCode >= 500 && `answered ${answer.statusCode}`,
        took > longest && `took ${Math.round(took)} ms`,
        others.length > 0 && `tells of ${others.map(({ name }) => name).join(', ')}`,
        key.isExpired &&
          answer.statusCode === 200 &&
          raw.method !== 'OPTIONS' &&
          !/about/.test(raw.path) &&
          'let in with an expired key',
      ].filter((fault) => fault !== false);
      expect(faults.length === 0 ? [] : [...faults, about]).toEqual([]);
    };
    for (let left = requests; left > 0; left -= together)
      await Promise.all(Array.from({ length: Math.min(left, together) }, tried));

    const spread = Object.fromEntries([...counted].sort(([a], [b]) => a - b));
    process.stdout.write(`${database}: ${requests} requests with seed ${seed}: ${JSON.stringify(spread)}\n`);
    // Some were right, some were wrong: else this has shown nothing.
    expect([...counted.keys()]).toEqual(expect.arrayContaining([200, 204, 400, 403, 404]));
    expect(await everythingOf(silent.orgnr)).toBe(before);
    for (const { municipality, mark, name } of keys.filter(writesNothing))
      expect([name, (await everythingOf(municipality)).includes(mark)]).toEqual([name, false]);
  });
});
