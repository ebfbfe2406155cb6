import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { XapiVersion } from '@kursdugnad/core/xapi/statement.js';
import { aHouse, databases, type TestHouse } from '../../api/src/testing.js';
import { Speaking, versions } from './speaking.js';
import { commonRules, fullStatement, type Rule, statementRules } from './statement-rules.js';

type Tree = Record<string, unknown>;

function changed(set: Record<string, unknown>, base: object = fullStatement): Tree {
  const copy = structuredClone(base) as Tree;
  for (const [path, value] of Object.entries(set)) {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    const place = keys.reduce((part, key) => part[key] as Tree, copy);
    if (value === undefined) delete place[last];
    else place[last] = value;
  }
  return copy;
}

function inside(statement: Tree): Tree {
  const { actor, verb } = fullStatement;
  return { actor, verb, object: { objectType: 'SubStatement', ...statement } };
}

/** Every place in the full statement outside extensions and language maps. */
function placesIn(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = path === '' ? key : `${path}.${key}`;
    const isOurs = !['extensions', 'name', 'description', 'display'].includes(key) || typeof inner === 'string';
    return [at, ...(isOurs ? placesIn(inner, at) : [])];
  });
}

const places = placesIn(fullStatement);
const properties = places.filter((path) => !/\.\d+$/.test(path));

describe.each(databases)('what a statement must be, on %s', (database) => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await aHouse(database);
  });
  afterAll(() => house.close());

  const post = async (version: XapiVersion, body: object) =>
    (await new Speaking(house, version).ask('POST', 'statements', { body })).statusCode;
  const answers = async (body: object) => Promise.all(versions.map((version) => post(version, body)));
  const expected = ({ fineIn }: Rule) => versions.map((version) => (fineIn.includes(version) ? 200 : 400));

  test.each(statementRules.map((rule) => [rule.clause, rule.what, rule] as const))('%s: %s', async (_, __, rule) => {
    expect(await answers(changed(rule.set))).toEqual(expected(rule));
  });

  test.each(commonRules.map((rule) => [rule.clause, rule.what, rule] as const))(
    '%s: %s, in a sub-statement',
    async (_, __, rule) => {
      expect(await answers(inside(changed(rule.set)))).toEqual(expected(rule));
    },
  );

  test('Data 2.2: everything at once is fine', async () => {
    expect(await answers(fullStatement)).toEqual([200, 200]);
    expect(await answers(inside(fullStatement))).toEqual([200, 200]);
  });

  test('Data 2.2: null is refused everywhere', async () => {
    const taken = [];
    for (const path of places)
      if ((await answers(changed({ [path]: null }))).some((status) => status !== 400)) taken.push(path);
    expect(taken).toEqual([]);
  });

  test('Data 2.2: a property of another case is refused everywhere', async () => {
    const taken = [];
    for (const path of properties) {
      const dot = path.lastIndexOf('.') + 1;
      const other = path.slice(0, dot) + path.slice(dot, dot + 1).toUpperCase() + path.slice(dot + 1);
      if ((await answers(changed({ [other]: 'x' }))).some((status) => status !== 400)) taken.push(other);
    }
    expect(taken).toEqual([]);
  });

  test('Data 2.2: numbers and objects where something else belongs are refused everywhere', async () => {
    const taken = [];
    for (const path of places) {
      const isNumber = /\.(scaled|raw|min|max|length)$/.test(path);
      const wrong = isNumber ? ['1', { a: 1 }] : [1, { a: 1 }];
      for (const value of wrong)
        if ((await answers(changed({ [path]: value }))).some((status) => status !== 400)) taken.push(path);
    }
    expect(taken).toEqual([]);
  });
});
