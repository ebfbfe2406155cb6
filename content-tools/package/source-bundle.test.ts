import { execFileSync } from 'node:child_process';
import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { packSource, sourceHash, unpackSource } from './source-bundle.js';

interface RawEntry {
  name: string | Buffer;
  content?: Buffer;
  packed?: Buffer;
  mode?: number;
  flags?: number;
  method?: number;
  /** Says where another entry's bytes begin. */
  offset?: number;
  crc?: number;
  size?: number;
}

/** A zip byte by byte, so that it can lie. */
function aZip(entries: RawEntry[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const content = entry.content ?? Buffer.from('x');
    const packed = entry.packed ?? deflateRawSync(content);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE((entry.flags ?? 0) | 0x800, 2);
    shared.writeUInt16LE(entry.method ?? 8, 4);
    shared.writeUInt32LE(entry.crc ?? crc32(content), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(entry.size ?? content.length, 18);
    shared.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), shared, name, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 6);
    rest.writeUInt32LE(entry.offset ?? at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03'), shared, rest, name]));
    locals.push(local);
    at += local.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

const reasonOf = async (zip: Buffer, limits = {}) => {
  const unpacked = await unpackSource(zip, limits);
  return 'refused' in unpacked ? unpacked.refused.reason : null;
};

const long = (length: number) => 'a'.repeat(length);

it.each<[string, RawEntry[]]>([
  ['path-outside', [{ name: '../guide.md' }]],
  ['path-outside', [{ name: 'media/../../guide.md' }]],
  ['path-outside', [{ name: 'media//a.svg' }]],
  ['path-absolute', [{ name: '/guide.md' }]],
  ['path-drive', [{ name: 'C:/guide.md' }]],
  ['path-backslash', [{ name: '..\\guide.md' }]],
  ['path-control-character', [{ name: 'guide.md\0.svg' }]],
  ['path-too-long', [{ name: Array.from({ length: 6 }, () => long(200)).join('/') }]],
  ['name-too-long', [{ name: long(256) }]],
  ['too-deep', [{ name: `${'a/'.repeat(41)}b` }]],
  ['special-file', [{ name: 'guide.md', mode: 0o120777 }]],
  ['special-file', [{ name: 'guide.md', mode: 0o020666 }]],
  ['duplicate-name', [{ name: 'guide.md' }, { name: 'guide.md' }]],
  ['duplicate-name', [{ name: 'media' }, { name: 'media/a.svg' }]],
  ['case-collision', [{ name: 'guide.md' }, { name: 'Guide.md' }]],
  ['encrypted', [{ name: 'guide.md', flags: 1 }]],
  ['encrypted', [{ name: 'guide.md', flags: 0x41 }]],
  ['compression-unknown', [{ name: 'guide.md', method: 12 }]],
  ['overlapping-entries', [{ name: 'a' }, { name: 'b', offset: 0 }]],
  ['damaged', [{ name: 'guide.md', crc: 1 }]],
  ['damaged', [{ name: 'guide.md', packed: Buffer.from('ikke pakket') }]],
  ['damaged', [{ name: 'guide.md', size: 10 }]],
  ['ratio-too-high', [{ name: 'guide.md', content: Buffer.alloc(5 * 1024 * 1024) }]],
  ['too-many-files', Array.from({ length: 2_001 }, (_, number) => ({ name: `media/${number}.svg` }))],
])('refuses a zip: %s', async (reason, entries) => {
  expect(await reasonOf(aZip(entries))).toBe(reason);
});

it('counts what comes out, whatever the headers say', async () => {
  const content = Buffer.alloc(900_000, 'abc');
  const entries = Array.from({ length: 5 }, (_, number) => ({ name: `media/${number}.txt`, content }));
  expect(await reasonOf(aZip(entries), { bytes: 4_000_000 })).toBe('too-large');
  expect(await reasonOf(aZip(entries), { bytes: 4_500_000 })).toBeNull();
});

it('refuses what is no zip, and half of one', async () => {
  const whole = await packSource(new Map([['guide.md', Buffer.from('# Hei')]]));
  expect(await reasonOf(Buffer.from('# Hei'))).toBe('not-a-zip');
  expect(await reasonOf(Buffer.alloc(0))).toBe('not-a-zip');
  for (let length = 4; length < whole.length; length += 1)
    expect(await reasonOf(whole.subarray(0, length))).toMatch(/^(truncated|damaged)$/u);
});

it('never throws, whichever byte of a zip is another', async () => {
  const whole = await packSource(new Map([['guide.md', Buffer.from('# Hei')]]));
  for (let at = 0; at < whole.length; at += 1) {
    for (const value of [0, 0xff, 0x41]) {
      const changed = Buffer.from(whole);
      changed[at] = value;
      await expect(unpackSource(changed)).resolves.toBeDefined();
    }
  }
});

describe('packSource', () => {
  const files = new Map([
    ['media/a.svg', Buffer.from('<svg/>')],
    ['guide.md', Buffer.from('# Hei')],
  ]);
  const sorted = new Map([...files].sort());

  it('gives back what it was given, with the name of the course', async () => {
    expect(await unpackSource(await packSource(files))).toEqual({ files: sorted, slug: null });
    expect(await unpackSource(await packSource(files, 'brann-vern'))).toEqual({ files: sorted, slug: 'brann-vern' });
  });

  it('gives the same bytes for the same files, whatever their order and the time zone', async () => {
    const bytes = await packSource(files, 'brann');
    expect(await packSource(sorted, 'brann')).toEqual(bytes);
    const elsewhere = execFileSync('node', ['--input-type=module', '-e', packInProcess], {
      env: { ...process.env, TZ: 'Pacific/Auckland' },
    });
    expect(elsewhere.toString()).toBe(bytes.toString('base64'));
  });

  const packInProcess = `
    import { packSource } from './content-tools/dist/package/source-bundle.js';
    const files = new Map([['media/a.svg', Buffer.from('<svg/>')], ['guide.md', Buffer.from('# Hei')]]);
    process.stdout.write((await packSource(files, 'brann')).toString('base64'));`;

  it('leaves out the litter of operating systems', async () => {
    const zip = aZip([
      { name: 'kurs/guide.md' },
      { name: '__MACOSX/kurs/._guide.md' },
      { name: 'kurs/.DS_Store' },
      { name: 'kurs/media/', mode: 0o040755, content: Buffer.alloc(0) },
    ]);
    expect(await unpackSource(zip)).toEqual({ files: new Map([['guide.md', Buffer.from('x')]]), slug: 'kurs' });
  });
});

it('addresses content, not order', () => {
  const one = new Map([
    ['a', Buffer.from('1')],
    ['b', Buffer.from('2')],
  ]);
  const turned = new Map([
    ['b', Buffer.from('2')],
    ['a', Buffer.from('1')],
  ]);
  expect(sourceHash(one)).toBe(sourceHash(turned));
  expect(sourceHash(one)).toMatch(/^[0-9a-f]{64}$/u);
  expect(
    sourceHash(
      new Map([
        ['a', Buffer.from('2')],
        ['b', Buffer.from('1')],
      ]),
    ),
  ).not.toBe(sourceHash(one));
});
