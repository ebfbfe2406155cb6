import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { statementFaults } from './statement-faults.js';

const agent = { mbox: 'mailto:a@example.org' };
const activity = { id: 'https://example.org/a' };
const verb = { id: 'https://example.org/v', display: { nb: 'gjorde' } };
const id = '5d1b9a3e-1b8f-4c43-9c1e-3a2c2a0b7f10';
const good = {
  id,
  actor: { objectType: 'Agent', name: 'A', account: { homePage: 'https://example.org', name: '1' } },
  verb,
  object: {
    ...activity,
    definition: {
      name: { nb: 'A' },
      description: { nn: 'A' },
      type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
      moreInfo: 'https://example.org/more',
      interactionType: 'choice',
      correctResponsesPattern: ['a[,]b'],
      choices: [{ id: 'a', description: { nb: 'A' } }, { id: 'b' }],
      extensions: { 'https://example.org/x': null },
    },
  },
  result: {
    score: { scaled: 0.5, raw: 5, min: 0, max: 10 },
    success: true,
    completion: false,
    response: 'a',
    duration: 'PT8M20.5S',
    extensions: { 'https://example.org/x': { anything: [null] } },
  },
  context: {
    registration: id,
    instructor: agent,
    team: { objectType: 'Group', member: [agent] },
    contextActivities: { parent: activity, grouping: [activity], category: [activity], other: [] },
    revision: '1',
    platform: 'P',
    language: 'nb-NO',
    statement: { objectType: 'StatementRef', id },
    extensions: {},
  },
  timestamp: '2026-11-21T10:00:00.123+01:00',
  stored: '2026-11-21T10:00:00Z',
  authority: agent,
  version: '1.0.3',
  attachments: [
    {
      usageType: 'https://example.org/u',
      display: { en: 'A' },
      contentType: 'text/plain; charset=utf-8',
      length: 3,
      sha2: 'a'.repeat(64),
      fileUrl: 'https://example.org/f',
    },
  ],
};

const places = (value: unknown, version: '1.0.3' | '2.0.0' = '1.0.3') =>
  statementFaults(value, version).map(({ at }) => at);
const placesIn = (part: object) => places({ actor: agent, verb, object: activity, ...part });

test('a statement with everything in it is fine in both versions', () => {
  expect(places(good)).toEqual([]);
  expect(places(good, '2.0.0')).toEqual([]);
});

test('what is missing is named', () => {
  expect(places({})).toEqual(['actor', 'verb', 'object']);
  expect(places([])).toEqual(['']);
  expect(places(null)).toEqual(['']);
});

describe('what is refused, and where', () => {
  const group = { objectType: 'Group' };
  const sub = { objectType: 'SubStatement', actor: agent, verb, object: activity };
  const about = (context: object) => ({ object: agent && { objectType: 'Agent', ...agent }, context });
  const definition = (given: object) => ({ object: { ...activity, definition: given } });
  test.each<[string, object, string[]]>([
    ['two identifiers', { actor: { ...agent, openid: 'https://example.org' } }, ['actor']],
    ['no identifier', { actor: { name: 'A' } }, ['actor']],
    ['a mailbox without mailto', { actor: { mbox: 'a@example.org' } }, ['actor.mbox']],
    ['a short sum', { actor: { mbox_sha1sum: 'abc' } }, ['actor.mbox_sha1sum']],
    ['an account without name', { actor: { account: { homePage: 'https://example.org' } } }, ['actor.account.name']],
    ['a wrong object type', { actor: { ...agent, objectType: 'agent' } }, ['actor.objectType']],
    ['an anonymous group without members', { actor: group }, ['actor']],
    ['an empty anonymous group', { actor: { ...group, member: [] } }, ['actor.member']],
    ['a group in a group', { actor: { ...group, member: [{ ...group, ...agent }] } }, ['actor.member[0].objectType']],
    ['a member of an agent', { actor: { ...agent, member: [] } }, ['actor.member']],
    ['a verb without id', { verb: { display: {} } }, ['verb.id']],
    ['a verb id without scheme', { verb: { id: 'example.org/v' } }, ['verb.id']],
    ['a wrong language', { verb: { id: verb.id, display: { 'not a tag': 'x' } } }, ['verb.display.not a tag']],
    ['a text that is none', { verb: { id: verb.id, display: { nb: 1 } } }, ['verb.display.nb']],
    ['a relative activity', { object: { id: '/a' } }, ['object.id']],
    ['choices without a type', definition({ choices: [] }), ['object.definition']],
    ['an unknown interaction', definition({ interactionType: 'quiz' }), ['object.definition.interactionType']],
    [
      'a choice twice',
      definition({ interactionType: 'choice', choices: [{ id: 'a' }, { id: 'a' }] }),
      ['object.definition.choices[1].id'],
    ],
    ['a reference without id', { object: { objectType: 'StatementRef' } }, ['object.id']],
    ['a sub-statement in another', { object: { ...sub, object: sub } }, ['object.object']],
    ['a sub-statement with id', { object: { ...sub, id } }, ['object.id']],
    ['a score as text', { result: { score: { scaled: '1' } } }, ['result.score.scaled']],
    ['a score over 1', { result: { score: { scaled: 1.1 } } }, ['result.score.scaled']],
    ['a score outside its bounds', { result: { score: { raw: 11, min: 0, max: 10 } } }, ['result.score.raw']],
    ['bounds the wrong way', { result: { score: { min: 1, max: 1 } } }, ['result.score.min']],
    ['success as text', { result: { success: 'true' } }, ['result.success']],
    ['a bare duration', { result: { duration: 'PT' } }, ['result.duration']],
    ['extensions without IRIs', { result: { extensions: { x: 1 } } }, ['result.extensions.x']],
    ['a registration that is no UUID', { context: { registration: 'x' } }, ['context.registration']],
    ['a team that is an agent', { context: { team: agent } }, ['context.team.objectType']],
    [
      'an unknown context activity',
      { context: { contextActivities: { parents: [] } } },
      ['context.contextActivities.parents'],
    ],
    ['a revision without activity', about({ revision: '1' }), ['context.revision']],
    ['a platform without activity', about({ platform: 'P' }), ['context.platform']],
    ['context agents in 1.0.3', { context: { contextAgents: [] } }, ['context.contextAgents']],
    ['offset -00:00', { timestamp: '2026-11-21T10:00:00-00:00' }, ['timestamp']],
    ['a day that is none', { timestamp: '2026-02-30T10:00:00Z' }, ['timestamp']],
    ['a date only', { timestamp: '2026-02-20' }, ['timestamp']],
    ['another version', { version: '0.9' }, ['version']],
    ['an authority of three', { authority: { ...group, member: [agent, agent, agent] } }, ['authority']],
    ['an attachment without its sum', { attachments: [{ ...good.attachments[0], sha2: 1 }] }, ['attachments[0].sha2']],
    ['a key in the wrong case', { Actor: agent }, ['Actor']],
    ['a voiding of an activity', { verb: { id: 'http://adlnet.gov/expapi/verbs/voided' } }, ['object']],
  ])('%s', (_, part, expected) => {
    expect(placesIn(part)).toEqual(expected);
  });

  test('2.0 asks for an offset, and knows context agents', () => {
    const late = { actor: agent, verb, object: activity, timestamp: '2026-11-21T10:00:00' };
    expect([places(late), places(late, '2.0.0')]).toEqual([[], ['timestamp']]);
    const people = { contextAgents: [{ objectType: 'contextAgent', agent, relevantTypes: ['https://example.org/t'] }] };
    const with2 = { actor: agent, verb, object: activity, context: people };
    expect(places(with2, '2.0.0')).toEqual([]);
    const without = { contextGroups: [{ objectType: 'contextGroup', group: agent, relevantTypes: [] }] };
    expect(places({ ...with2, context: without }, '2.0.0')).not.toEqual([]);
  });
});

test('null is refused wherever it stands, but in extensions', () => {
  const paths: (string | number)[][] = [];
  const walk = (value: unknown, path: (string | number)[]) => {
    if (path.at(-1) === 'extensions' || typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      paths.push([...path, key]);
      walk(inner, [...path, key]);
    }
  };
  walk(good, []);
  const withNull = (value: unknown, [key, ...rest]: (string | number)[]): unknown =>
    key === undefined
      ? null
      : Array.isArray(value)
        ? value.map((one, index) => (String(index) === key ? withNull(one, rest) : one))
        : { ...(value as object), [key]: withNull((value as Record<string, unknown>)[key], rest) };
  expect(paths.length).toBeGreaterThan(60);
  for (const path of paths) expect([path.join('.'), places(withNull(good, path))]).not.toEqual([path.join('.'), []]);
});

test('whatever is sent, the answer is a list of faults', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => statementFaults(value, '2.0.0').length > 0));
  const part = fc.oneof(fc.jsonValue(), fc.constant(activity), fc.constant(agent));
  const record = fc.record({ actor: part, verb: part, object: part, context: part, result: part });
  fc.assert(fc.property(record, (value) => Array.isArray(statementFaults(value, '1.0.3'))));
});
