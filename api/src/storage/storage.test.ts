import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, truncateSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Settings } from '../settings.js';
import { Storage } from './storage.js';

let dataDir: string;
let storage: Storage;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'kursdugnad-storage-'));
  storage = new Storage({ dataDir } as Settings);
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const bytes = Buffer.from('Gå ut når alarmen går.');
const hash = createHash('sha256').update(bytes).digest('hex');

test('what is put comes back by its hash, whole and in part', async () => {
  expect(await storage.put(bytes)).toBe(hash);
  expect(await storage.get(hash)).toEqual(bytes);
  expect(await storage.size(hash)).toBe(bytes.length);
  expect(await buffer(storage.stream(hash, { start: 1, end: 3 }))).toEqual(bytes.subarray(1, 4));
});

test('the same bytes are kept once, also when they come at the same time, and no drafts are left', async () => {
  await Promise.all([storage.put(bytes), storage.put(bytes), storage.put(bytes)]);
  expect(readdirSync(join(dataDir, 'files', hash.slice(0, 2)))).toEqual([hash]);
});

test('what comes in pieces is the same file, and a broken source leaves nothing', async () => {
  async function* pieces(isBroken: boolean): AsyncGenerator<Buffer> {
    yield bytes.subarray(0, 5);
    if (isBroken) throw new Error('cut off');
    yield bytes.subarray(5);
  }
  await expect(storage.putPieces(pieces(true))).rejects.toThrow('cut off');
  expect(await storage.putPieces(pieces(false))).toEqual({ hash, size: bytes.length });
  expect(await storage.putPieces(pieces(false))).toEqual({ hash, size: bytes.length });
  expect(await storage.get(hash)).toEqual(bytes);
  expect(readdirSync(join(dataDir, 'files', 'incoming'))).toEqual([]);
});

test('a file that a crash cut short is written anew', async () => {
  await storage.put(bytes);
  truncateSync(join(dataDir, 'files', hash.slice(0, 2), hash), 3);
  await storage.put(bytes);
  expect(await storage.get(hash)).toEqual(bytes);
});

test('what is not there has no size, and only a hash leads to a file', async () => {
  expect(await storage.size('0'.repeat(64))).toBeNull();
  await expect(storage.get('0'.repeat(64))).rejects.toThrow('ENOENT');
  expect(() => storage.get('../kursdugnad.db')).toThrow('Not a hash');
});

test('only what nobody has brought since then is removed, and what is brought meanwhile stays', async () => {
  await storage.put(bytes);
  const listed = async (instant: number) => {
    const found: string[] = [];
    for await (const some of storage.untouchedSince(instant)) found.push(...some);
    return found;
  };
  const long = new Date('2020-01-01');
  const age = () => utimesSync(join(dataDir, 'files', hash.slice(0, 2), hash), long, long);
  const since = Date.parse('2021-01-01');
  expect(await listed(since)).toEqual([]);
  expect(await storage.removeUntouched(hash, since)).toBe(false);
  expect(await storage.get(hash)).toEqual(bytes);
  age();
  expect(await listed(since)).toEqual([hash]);
  // The same bytes come again: from now on they are new.
  await storage.put(bytes);
  expect(await storage.removeUntouched(hash, since)).toBe(false);
  age();
  expect(await storage.removeUntouched(hash, since)).toBe(true);
  expect(await storage.size(hash)).toBeNull();
  expect(await storage.put(bytes)).toBe(hash);
  expect(await storage.get(hash)).toEqual(bytes);
});
