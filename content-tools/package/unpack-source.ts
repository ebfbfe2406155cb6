import { crc32 } from 'node:zlib';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import type { CourseFiles } from '../read/course-files.js';
import { isLitter } from '../read/course-folder.js';
import { BundleRefused, refusalOf, type Refused } from './bundle-refusal.js';
import { collision, decodedName, nameRefusal } from './entry-name.js';

export interface BundleLimits {
  entries: number;
  /** Bytes of all files together, counted while they are unpacked. */
  bytes: number;
  /** How many times larger than its packed form a file may be; small files are not held to it. */
  ratio: number;
}

export const bundleLimits: BundleLimits = { entries: 2_000, bytes: 200 * 1024 * 1024, ratio: 100 };

/** `slug` is the name of the one folder that everything lay in, or null where `guide.md` lay at the top. */
export type UnpackedSource = { files: CourseFiles; slug: string | null } | Refused;

/** What is in a zip from anywhere, in memory; any bytes give an answer. Nothing is written to disk. */
export async function unpackSource(zip: Buffer, limits: Partial<BundleLimits> = {}): Promise<UnpackedSource> {
  try {
    const opened = await open(zip);
    try {
      const files = await unpackAll(opened, zip, { ...bundleLimits, ...limits });
      return withoutTopFolder(files);
    } finally {
      opened.close();
    }
  } catch (error) {
    return refusalOf(error);
  }
}

function open(zip: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(zip, { lazyEntries: true, decodeStrings: false }, (error, opened) => {
      if (opened) resolve(opened);
      else if (error?.message.startsWith('End of central directory'))
        reject(new BundleRefused(zip.toString('latin1', 0, 2) === 'PK' ? 'truncated' : 'not-a-zip'));
      else reject(new BundleRefused('truncated'));
    });
  });
}

interface NamedEntry {
  name: string;
  entry: Entry;
}

async function unpackAll(zip: ZipFile, bytes: Buffer, limits: BundleLimits): Promise<Map<string, Buffer>> {
  const entries = await readEntries(zip, limits);
  refuseOverlaps(entries, bytes);
  const wanted = entries.filter(({ name }) => !name.endsWith('/') && !name.split('/').some(isLitter));
  const clash = collision(wanted.map(({ name }) => name));
  if (clash) throw new BundleRefused(clash);
  const files = new Map<string, Buffer>();
  let left = limits.bytes;
  for (const { name, entry } of wanted) {
    const content = await unpackOne(zip, entry, left, limits.ratio);
    left -= content.length;
    files.set(name, content);
  }
  return files;
}

function readEntries(zip: ZipFile, limits: BundleLimits): Promise<NamedEntry[]> {
  return new Promise((resolve, reject) => {
    const entries: NamedEntry[] = [];
    if (zip.entryCount > limits.entries) return reject(new BundleRefused('too-many-files'));
    zip.on('error', (error: Error) =>
      reject(error.message.includes('encryption') ? new BundleRefused('encrypted') : error),
    );
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      // With decodeStrings off the name is the raw bytes, whatever the types say.
      const name = decodedName(entry.fileName as unknown as Buffer);
      const refusal = nameRefusal(name) ?? kindRefusal(entry);
      if (refusal) return reject(new BundleRefused(refusal));
      entries.push({ name, entry });
      zip.readEntry();
    });
    zip.readEntry();
  });
}

/** The upper half of the attributes is the Unix mode, whatever system the zip says it was made on. */
function kindRefusal(entry: Entry) {
  const kind = (entry.externalFileAttributes >>> 16) & 0o170000;
  if (kind !== 0 && kind !== 0o100000 && kind !== 0o040000) return 'special-file';
  if ((entry.generalPurposeBitFlag & 0x41) !== 0) return 'encrypted';
  return entry.compressionMethod === 0 || entry.compressionMethod === 8 ? null : 'compression-unknown';
}

/** Every entry has bytes of its own, between its local header and its end: shared bytes are how small zips grow huge. */
function refuseOverlaps(entries: readonly NamedEntry[], bytes: Buffer): void {
  const spans = entries.map(({ entry }) => {
    const start = entry.relativeOffsetOfLocalHeader;
    if (start + 30 > bytes.length || bytes.readUInt32LE(start) !== 0x04034b50) throw new BundleRefused('damaged');
    const data = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
    return { start, end: data + entry.compressedSize };
  });
  spans.sort((a, b) => a.start - b.start);
  for (const [index, { end }] of spans.entries()) {
    if (end > bytes.length) throw new BundleRefused('truncated');
    if (end > (spans[index + 1]?.start ?? bytes.length)) throw new BundleRefused('overlapping-entries');
  }
}

function unpackOne(zip: ZipFile, entry: Entry, left: number, ratio: number): Promise<Buffer> {
  const most = Math.max(1024 * 1024, entry.compressedSize * ratio);
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (!stream) return reject(error ?? new BundleRefused('damaged'));
      const chunks: Buffer[] = [];
      let size = 0;
      const refuse = (reason: 'too-large' | 'ratio-too-high') => {
        reject(new BundleRefused(reason));
        stream.destroy();
      };
      stream.on('error', reject);
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > left) return refuse('too-large');
        if (size > most) return refuse('ratio-too-high');
        chunks.push(chunk);
      });
      stream.on('end', () => {
        const content = Buffer.concat(chunks);
        if (crc32(content) === entry.crc32) resolve(content);
        else reject(new BundleRefused('damaged'));
      });
    });
  });
}

/** People zip the folder, not what is in it; the folder's name is then the course's. */
function withoutTopFolder(files: Map<string, Buffer>): UnpackedSource {
  const tops = new Set([...files.keys()].map((path) => path.split('/')[0] ?? ''));
  const [top] = tops;
  const isInFolder = tops.size === 1 && top !== undefined && [...files.keys()].every((path) => path.includes('/'));
  if (!isInFolder || top === 'media') return { files, slug: null };
  return { files: new Map([...files].map(([path, content]) => [path.slice(top.length + 1), content])), slug: top };
}
