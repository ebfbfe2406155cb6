import type { Dice } from '../builders/dice.js';

/** A request to the LRS before it is put on the line. */
export interface Raw {
  method: string;
  path: string;
  query: [string, string][];
  headers: Record<string, string>;
  body?: Buffer;
}

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

/** Texts that have broken other systems. */
const texts = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202e😀ÆØÅ',
  'x'.repeat(9000),
  "'; DROP TABLE statement; --",
  '%',
  '%00',
  '../../etc/passwd',
  'null',
  '-1',
  '99999999999999999999',
  '1e309',
  '{',
  nested(3000),
  '{"objectType":"Group","member":[]}',
  '2026-13-45T99:99:99Z',
  '2026-02-30T10:00:00+25:00',
  '0000-00-00T00:00:00Z',
  '00000000-0000-0000-0000-00000000000',
  'urn:',
  'mailto:',
  '__proto__',
  '1.0.30',
  '*',
  '"',
  'W/"',
];
const values: unknown[] = [null, true, 0, -1, 0.1, 1e308, Number.MAX_SAFE_INTEGER, [], {}, [null], { a: { b: [] } }];
const names = [
  '__proto__',
  'constructor',
  'toString',
  'objectType',
  'id',
  'mbox',
  'member',
  'account',
  'object',
  'æ',
  '',
];
const types = [
  'application/json',
  'application/json; charset=utf-16',
  'multipart/mixed',
  'multipart/mixed; boundary=x',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded',
  'text/plain',
  'application/octet-stream',
  '/',
  '',
];
const headers = [
  'authorization',
  'x-experience-api-version',
  'content-type',
  'content-length',
  'content-encoding',
  'transfer-encoding',
  'if-match',
  'if-none-match',
  'accept',
  'accept-encoding',
  'accept-language',
  'range',
  'cookie',
  'expect',
  'host',
  'x-http-method-override',
];

const ways: ((dice: Dice, raw: Raw) => Raw)[] = [
  (dice, raw) => ({ ...raw, method: dice.one(['GET', 'HEAD', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'PATCH']) }),
  (dice, raw) => ({ ...raw, path: path(dice, raw.path) }),
  (dice, raw) => ({ ...raw, query: query(dice, raw.query) }),
  (dice, raw) => ({ ...raw, query: query(dice, raw.query) }),
  (dice, raw) => ({ ...raw, headers: header(dice, raw.headers) }),
  (dice, raw) => (raw.body ? { ...raw, body: inJson(dice, raw.body) } : raw),
  (dice, raw) => (raw.body ? { ...raw, body: inJson(dice, raw.body) } : raw),
  (dice, raw) => (raw.body ? { ...raw, body: inBytes(dice, raw.body) } : raw),
];

/** The request with one to three things wrong with it; now and then none. */
export function mutated(dice: Dice, raw: Raw): Raw {
  let changed = raw;
  for (let left = dice.upTo(4); left > 0; left -= 1) changed = dice.one(ways)(dice, changed);
  return changed;
}

function path(dice: Dice, given: string): string {
  const others = ['/', '//', '%2f', '%00', '%', '/..', '/more', '/profile', '/state', ';a=b', given.toUpperCase()];
  return dice.isSo(0.5) ? given + dice.one(others) : given.slice(0, dice.upTo(given.length) + 1);
}

function query(dice: Dice, given: [string, string][]): [string, string][] {
  const at = dice.upTo(given.length);
  const [name = 'limit', value = ''] = given[at] ?? [];
  const put = (...entries: [string, string][]) => [...given.slice(0, at), ...entries, ...given.slice(at + 1)];
  return dice.one([
    () => put(),
    () => put([name, dice.one(texts)]),
    () => put([name, value], [name, dice.one([value, ...texts])]),
    () => put([dice.one([name.toUpperCase(), `${name}[]`, `${name}[a]`, ...names]), value]),
    () => put([name, cut(dice, value)]),
    () => put([name, value], [dice.one(['limit', 'since', 'after', 'agent', 'format', 'method']), dice.one(texts)]),
  ])();
}

function header(dice: Dice, given: Record<string, string>): Record<string, string> {
  const name = dice.one(headers);
  const { [name]: value = '', ...others } = given;
  // A header is one line of visible characters: what is not never leaves a client.
  const safe = dice.one([...types, ...texts, cut(dice, value)]).replace(/[^\x20-\x7e]/g, '?');
  return dice.isSo(0.3) ? others : { ...others, [name]: safe };
}

/** One value or name somewhere in it becomes another; what is not JSON stays. */
function inJson(dice: Dice, body: Buffer): Buffer {
  let root: unknown;
  try {
    root = JSON.parse(body.toString());
  } catch {
    return inBytes(dice, body);
  }
  const places = placesIn(root);
  const place = places[dice.upTo(places.length)];
  if (!place) return Buffer.from(JSON.stringify(dice.one([...values, ...texts])));
  const [holder, name] = place;
  const old = holder[name];
  dice.one([
    () => delete holder[name],
    () => (holder[name] = dice.one(values)),
    () => (holder[name] = dice.one(texts)),
    () => (holder[name] = [old, old]),
    () => (holder[name] = { [dice.one(names)]: old }),
    () => (holder[dice.one(names)] = old),
    () => (holder[name] = typeof old === 'string' ? cut(dice, old) : typeof old === 'number' ? `${old}` : 'text'),
  ])();
  return asJson(root, body);
}

/** The given body when it lies too deep to be written. */
function asJson(root: unknown, body: Buffer): Buffer {
  try {
    return Buffer.from(JSON.stringify(root) ?? 'null');
  } catch {
    return body;
  }
}

type Holder = Record<string, unknown>;

/** What lies too deep is passed over. */
function placesIn(value: unknown, depth = 0): [Holder, string][] {
  if (typeof value !== 'object' || value === null || depth > 50) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const here: [Holder, string] = [value as Holder, name];
    return [here, ...placesIn(inner, depth + 1)];
  });
}

function inBytes(dice: Dice, body: Buffer): Buffer {
  const at = dice.upTo(body.length);
  return dice.one([
    () => body.subarray(0, at),
    () => Buffer.concat([body, body]),
    () => Buffer.concat([body.subarray(0, at), Buffer.from(dice.one(texts)), body.subarray(at)]),
    () => Buffer.concat([body.subarray(0, at), Buffer.from([dice.upTo(256)]), body.subarray(at + 1)]),
    () => Buffer.from(Array.from({ length: dice.upTo(200) }, () => dice.upTo(256))),
    () => Buffer.from(nested(20_000)),
  ])();
}

function cut(dice: Dice, text: string): string {
  const at = dice.upTo(text.length);
  return text.slice(0, at) + dice.one(['', '\u0000', ' ', '/', '"', 'Z', '😀']) + text.slice(at + dice.upTo(2));
}
