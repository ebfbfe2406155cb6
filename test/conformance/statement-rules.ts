import type { XapiVersion } from '@kursdugnad/core/xapi/statement.js';

/** A statement changed at some places, and whether the LRS takes it. `undefined` takes a property away. */
export interface Rule {
  clause: string;
  what: string;
  set: Record<string, unknown>;
  /** The versions that take it. */
  fineIn: XapiVersion[];
}

const uuid = '5d1b9a3e-1b8f-4c43-9c1e-3a2c2a0b7f10';
const agent = { objectType: 'Agent', mbox: 'mailto:per@example.org' };
const activity = { id: 'https://example.org/other' };
const group = { objectType: 'Group', member: [agent] };
const reference = { objectType: 'StatementRef', id: uuid };
const sub = { objectType: 'SubStatement', actor: agent, verb: { id: 'https://example.org/did' }, object: activity };

/** Everything a statement can say, all at once. */
export const fullStatement = {
  actor: { objectType: 'Agent', name: 'Ola', account: { homePage: 'https://example.org', name: 'ola' } },
  verb: { id: 'https://example.org/did', display: { nb: 'gjorde', 'en-GB': 'did' } },
  object: {
    objectType: 'Activity',
    id: 'https://example.org/activity',
    definition: {
      name: { nb: 'Øving' },
      description: { nb: 'Å øve' },
      type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
      moreInfo: 'https://example.org/more',
      interactionType: 'choice',
      correctResponsesPattern: ['a'],
      choices: [{ id: 'a', description: { nb: 'A' } }],
      extensions: { 'https://example.org/e': { any: [1] } },
    },
  },
  result: {
    score: { scaled: 0.5, raw: 5, min: 0, max: 10 },
    success: true,
    completion: true,
    response: 'a',
    duration: 'PT1M2.34S',
    extensions: { 'https://example.org/e': 1 },
  },
  context: {
    registration: uuid,
    instructor: agent,
    team: group,
    contextActivities: { parent: [activity], grouping: [activity], category: [activity], other: [activity] },
    revision: '1',
    platform: 'P',
    language: 'nb-NO',
    statement: reference,
    extensions: { 'https://example.org/e': 'x' },
  },
  timestamp: '2026-11-21T10:00:00.123Z',
  attachments: [
    {
      usageType: 'https://example.org/u',
      display: { en: 'A' },
      description: { en: 'A' },
      contentType: 'text/plain',
      length: 3,
      sha2: 'a'.repeat(64),
      fileUrl: 'https://example.org/f',
    },
  ],
};

const rule = (fineIn: XapiVersion[]) => (clause: string, what: string, set: Record<string, unknown>) => ({
  clause,
  what,
  set,
  fineIn,
});
const fine = rule(['1.0.3', '2.0.0']);
const refused = rule([]);
const onlySecond = rule(['2.0.0']);
const onlyFirst = rule(['1.0.3']);

const actors = (at: string): Rule[] => [
  refused('Data 2.4.2.1', `${at}: two identifiers`, { [`${at}.openid`]: 'https://example.org/ola' }),
  refused('Data 2.4.2.1', `${at}: no identifier`, { [`${at}.account`]: undefined }),
  fine('Data 2.4.2.1', `${at}: an agent without objectType, name or account name of letters`, {
    [at]: { mbox: 'mailto:a+b@example.org' },
  }),
  fine('Data 2.4.2.3', `${at}: a SHA-1`, { [at]: { mbox_sha1sum: 'cd9b00a5611f94eaa7b1661edab976068e364975' } }),
  refused('Data 2.4.2.3', `${at}: a SHA-1 cut short`, { [at]: { mbox_sha1sum: 'cd9b00a5611f94eaa7b1661e' } }),
  refused('Data 2.4.2.3', `${at}: an address without mailto`, { [at]: { mbox: 'ola@example.org' } }),
  refused('Data 2.4.2.3', `${at}: an openid that is no IRI`, { [at]: { openid: 'ola' } }),
  refused('Data 2.4.2.4', `${at}: an account without home page`, { [`${at}.account.homePage`]: undefined }),
  refused('Data 2.4.2.4', `${at}: an account with a relative home page`, { [`${at}.account.homePage`]: '/a' }),
  refused('Data 2.4.2.4', `${at}: an account without name`, { [`${at}.account.name`]: undefined }),
  fine('Data 2.4.2.2', `${at}: an anonymous group`, { [at]: group }),
  refused('Data 2.4.2.2', `${at}: an anonymous group of nobody`, { [at]: { objectType: 'Group' } }),
  refused('Data 2.4.2.2', `${at}: a group in a group`, { [at]: { objectType: 'Group', member: [group] } }),
  fine('Data 2.4.2.2', `${at}: an identified group without members`, { [at]: { ...agent, objectType: 'Group' } }),
  refused('Data 2.4.2.2', `${at}: a group with two identifiers`, {
    [at]: { ...agent, objectType: 'Group', openid: 'https://example.org' },
  }),
  refused('Data 2.4.2', `${at}: an object type of another case`, { [`${at}.objectType`]: 'agent' }),
];

const objects: Rule[] = [
  fine('Data 2.4.4.1', 'an activity without objectType and definition', { object: activity, result: undefined }),
  refused('Data 2.4.4.1', 'an activity without id', { 'object.id': undefined }),
  refused('Data 2.4.4.1', 'an activity whose id has no scheme', { 'object.id': 'example.org/a' }),
  refused('Data 2.4.4.1', 'an unknown interaction', { 'object.definition.interactionType': 'quiz' }),
  refused('Data 2.4.4.1', 'choices with the same id', { 'object.definition.choices': [{ id: 'a' }, { id: 'a' }] }),
  refused('Data 2.4.4.1', 'a choice without id', { 'object.definition.choices': [{ description: { nb: 'A' } }] }),
  refused('Data 2.4.4.1', 'choices without interactionType', { 'object.definition.interactionType': undefined }),
  refused('Data 2.4.4.1', 'a pattern that is no list', { 'object.definition.correctResponsesPattern': 'a' }),
  refused('Data 2.4.4.1', 'a moreInfo that is no IRL', { 'object.definition.moreInfo': 'more' }),
  refused('Data 2.4.4.2', 'an agent as object without objectType', {
    object: { mbox: 'mailto:a@example.org' },
    ...noActivity(),
  }),
  fine('Data 2.4.4.2', 'an agent as object', { object: agent, ...noActivity() }),
  fine('Data 2.4.4.2', 'a group as object', { object: group, ...noActivity() }),
  fine('Data 2.4.4.3', 'a reference', { object: reference, ...noActivity() }),
  refused('Data 2.4.4.3', 'a reference without id', { object: { objectType: 'StatementRef' }, ...noActivity() }),
  refused('Data 2.4.4.3', 'a reference of another case', {
    object: { ...reference, objectType: 'StatementREF' },
    ...noActivity(),
  }),
];

/** Only for statements: a sub-statement has none inside, and none of what the LRS sets. */
const onOutside: Rule[] = [
  fine('Data 2.4.4.3', 'a sub-statement', { object: sub, ...noActivity() }),
  refused('Data 2.4.4.3', 'a sub-statement in another', { object: { ...sub, object: sub }, ...noActivity() }),
  ...['id', 'stored', 'version', 'authority'].map((key) => {
    const values = { id: uuid, stored: '2026-11-21T10:00:00Z', version: '1.0.0', authority: agent };
    const object = { ...sub, [key]: values[key as keyof typeof values] };
    return refused('Data 2.4.4.3', `a sub-statement with ${key}`, { object, ...noActivity() });
  }),
  refused('Data 2.4.1', 'an id that is no UUID', { id: 'x' }),
  refused('Data 2.4.1', 'an id of the wrong variant', { id: '5d1b9a3e-1b8f-4c43-cc1e-3a2c2a0b7f10' }),
  fine('Data 2.4.8', 'stored in the input', { stored: '2001-01-01T00:00:00Z' }),
  refused('Data 2.4.8', 'stored that is no instant', { stored: 'yesterday' }),
  fine('Data 2.4.9', 'an agent as authority', { authority: agent }),
  fine('Data 2.4.9', 'an anonymous group of two as authority', {
    authority: { objectType: 'Group', member: [{ account: { homePage: 'https://example.org', name: 'c' } }, agent] },
  }),
  refused('Data 2.4.9', 'a group of one as authority', { authority: group }),
  refused('Data 2.4.9', 'a group of three as authority', {
    authority: { objectType: 'Group', member: [agent, agent, agent] },
  }),
  refused('Data 2.4.9', 'an identified group as authority', {
    authority: { ...agent, objectType: 'Group', member: [agent, agent] },
  }),
  fine('Data 2.4.10', 'version 1.0.9', { version: '1.0.9' }),
  onlySecond('Data 2.4.10', 'version 2.0.0', { version: '2.0.0' }),
  refused('Data 2.4.10', 'version 0.9', { version: '0.9' }),
  refused('Data 2.3.2', 'voiding an activity', { verb: { id: 'http://adlnet.gov/expapi/verbs/voided' } }),
];

const results: Rule[] = [
  refused('Data 2.4.5.1', 'scaled over 1', { 'result.score.scaled': 1.0001 }),
  refused('Data 2.4.5.1', 'scaled under -1', { 'result.score.scaled': -1.0001 }),
  fine('Data 2.4.5.1', 'scaled of -1', { 'result.score.scaled': -1 }),
  refused('Data 2.4.5.1', 'raw over max', { 'result.score.raw': 10.1 }),
  refused('Data 2.4.5.1', 'raw under min', { 'result.score.raw': -0.1 }),
  refused('Data 2.4.5.1', 'min over max', { 'result.score.min': 11 }),
  refused('Data 2.4.5', 'a score that is a number', { 'result.score': 5 }),
  ...['true', 1, 'yes'].map((value) => refused('Data 2.4.5', `success of ${value}`, { 'result.success': value })),
  refused('Data 2.4.5', 'completion as text', { 'result.completion': 'true' }),
  refused('Data 2.4.5', 'a response that is a number', { 'result.response': 1 }),
  ...['PT1H', 'P1DT12H36M0.12567S', 'P4W', 'P1Y2M3D', 'PT0S', 'PT0.5S'].map((value) =>
    fine('Data 4.6', `a duration of ${value}`, { 'result.duration': value }),
  ),
  ...['P', 'PT', '1H', 'PT1D', 'P1H', 'PT-1H', 'pt1h', 60].map((value) =>
    refused('Data 4.6', `a duration of ${value}`, { 'result.duration': value }),
  ),
];

const contexts: Rule[] = [
  refused('Data 2.4.6.1', 'a registration that is no UUID', { 'context.registration': '1' }),
  refused('Data 2.4.6', 'an agent as team', { 'context.team': agent }),
  refused('Data 2.4.6', 'an instructor without identifier', { 'context.instructor': { name: 'Per' } }),
  refused('Data 2.4.6', 'revision of a statement about an agent', { object: agent, 'context.platform': undefined }),
  refused('Data 2.4.6', 'platform of a statement about an agent', { object: agent, 'context.revision': undefined }),
  refused('Data 2.4.6', 'an activity where a reference should be', { 'context.statement': activity }),
  fine('Data 2.4.6.2', 'one context activity', { 'context.contextActivities.parent': activity }),
  refused('Data 2.4.6.2', 'an unknown kind of context activity', { 'context.contextActivities.uncle': [activity] }),
  refused('Data 2.4.6.2', 'an agent as context activity', { 'context.contextActivities.parent': [agent] }),
  onlySecond('2.0 contextAgents', 'a context agent', {
    'context.contextAgents': [{ objectType: 'contextAgent', agent, relevantTypes: ['https://example.org/t'] }],
  }),
  onlySecond('2.0 contextGroups', 'a context group', {
    'context.contextGroups': [{ objectType: 'contextGroup', group }],
  }),
  ...[{ agent }, { objectType: 'contextGroup', agent }, { objectType: 'contextAgent' }].map((one, index) =>
    refused('2.0 contextAgents', `a context agent that is none (${index})`, { 'context.contextAgents': [one] }),
  ),
  refused('2.0 contextAgents', 'no relevant types', {
    'context.contextAgents': [{ objectType: 'contextAgent', agent, relevantTypes: [] }],
  }),
];

const values: Rule[] = [
  refused('Data 4.1', 'extensions under a key that is no IRI', { 'result.extensions': { key: 1 } }),
  fine('Data 4.1', 'null in extensions', { 'result.extensions': { 'urn:x': null } }),
  refused('Data 4.2', 'a language that is none', { 'verb.display': { 'n b': 'x' } }),
  fine('Data 4.2', 'languages of every kind', {
    'verb.display': { nb: 'x', 'zh-Hant-TW': 'x', 'sl-rozaj-biske': 'x', 'x-own': 'x', 'de-CH-1996': 'x' },
  }),
  refused('Data 2.4.6', 'a language that is none', { 'context.language': 'norsk språk' }),
  ...['2026-11-21T10:00:00Z', '2026-11-21T10:00:00.123456+01:00', '2024-02-29T23:59:59-11:30'].map((value) =>
    fine('Data 4.5', `the instant ${value}`, { timestamp: value }),
  ),
  onlyFirst('2.0 timestamps', 'an instant without offset', { timestamp: '2026-11-21T10:00:00' }),
  ...['2026-11-21', '2026-13-01T00:00:00Z', '2025-02-29T00:00:00Z', '2026-11-21T10:00:00-00:00', 1, 'x'].map((value) =>
    refused('Data 4.5', `the instant ${value}`, { timestamp: value }),
  ),
  refused('Data 2.4.11', 'an attachment without usage', { 'attachments.0.usageType': undefined }),
  refused('Data 2.4.11', 'an attachment without display', { 'attachments.0.display': undefined }),
  refused('Data 2.4.11', 'an attachment without type', { 'attachments.0.contentType': undefined }),
  refused('Data 2.4.11', 'an attachment without length', { 'attachments.0.length': undefined }),
  refused('Data 2.4.11', 'an attachment without hash', { 'attachments.0.sha2': undefined }),
  refused('Data 2.4.11', 'a length as text', { 'attachments.0.length': '3' }),
  refused('Data 2.4.11', 'a relative address', { 'attachments.0.fileUrl': 'f' }),
  ...['actor', 'verb', 'object'].map((key) => refused('Data 2.2', `without ${key}`, { [key]: undefined })),
  refused('Data 2.4.3', 'a verb without id', { 'verb.id': undefined }),
  refused('Data 2.4.3', 'a verb whose id has no scheme', { 'verb.id': 'did' }),
];

/** What holds for a statement and for a sub-statement alike. */
export const commonRules: Rule[] = [...actors('actor'), ...objects, ...results, ...contexts, ...values];
export const statementRules: Rule[] = [...commonRules, ...onOutside];

/** `revision` and `platform` are only for statements about an activity. */
function noActivity(): Record<string, undefined> {
  return { 'context.revision': undefined, 'context.platform': undefined };
}
