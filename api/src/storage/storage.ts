import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Inject, Injectable, Optional } from '@nestjs/common';
import type { Settings } from '../settings.js';
import { Decided } from '../settings.module.js';

/** A part of a file: bytes from `start` to `end`, both included. */
export interface Part {
  start: number;
  end: number;
}

/**
 * The front door of this room: files by the SHA-256 of what they hold, below DATA_DIR. A file that is there is whole and
 * never changes, so the same bytes are kept once, whoever brings them.
 */
@Injectable()
export class Storage {
  private readonly folder: string;

  /** `name`: of the folder below DATA_DIR. What one room alone keeps may lie in a folder of its own. */
  constructor(@Inject(Decided) { dataDir }: Settings, @Optional() name = 'files') {
    this.folder = join(dataDir, name);
  }

  /** Resolves with the hash when the bytes are durable. */
  async put(bytes: Buffer): Promise<string> {
    const hash = createHash('sha256').update(bytes).digest('hex');
    const place = this.placeOf(hash);
    if (await this.isThere(hash, bytes.length)) return hash;
    await mkdir(dirname(place), { recursive: true });
    const draft = `${place}.${randomUUID()}`;
    try {
      await written(draft, bytes);
      await rename(draft, place);
    } catch (reason) {
      await rm(draft, { force: true });
      throw reason;
    }
    await synced(dirname(place));
    return hash;
  }

  /** As `put`, for what comes little by little: never more of it in memory than one piece. */
  async putPieces(pieces: AsyncIterable<Buffer>): Promise<{ hash: string; size: number }> {
    const incoming = join(this.folder, 'incoming');
    await mkdir(incoming, { recursive: true });
    const draft = join(incoming, randomUUID());
    try {
      const { hash, size } = await writtenInPieces(draft, pieces);
      const place = this.placeOf(hash);
      if (!(await this.isThere(hash, size))) {
        await mkdir(dirname(place), { recursive: true });
        await rename(draft, place);
        await synced(dirname(place));
      }
      return { hash, size };
    } finally {
      await rm(draft, { force: true });
    }
  }

  /** Throws ENOENT when there is no such file. */
  get(hash: string): Promise<Buffer> {
    return readFile(this.placeOf(hash));
  }

  /** Bytes, or null when there is no such file. */
  async size(hash: string): Promise<number | null> {
    return stat(this.placeOf(hash)).then(
      ({ size }) => size,
      () => null,
    );
  }

  /** The file, or a part of it, little by little. */
  stream(hash: string, part?: Part): ReadStream {
    return createReadStream(this.placeOf(hash), part);
  }

  /** The names of files that nobody has brought since an instant (milliseconds), some at a time. */
  async *untouchedSince(instant: number): AsyncGenerator<string[]> {
    for (const folder of await namesIn(this.folder)) {
      if (!/^[0-9a-f]{2}$/.test(folder)) continue;
      const old = [];
      for (const hash of await namesIn(join(this.folder, folder)))
        if (/^[0-9a-f]{64}$/.test(hash) && (await touchedAt(this.placeOf(hash))) < instant) old.push(hash);
      if (old.length > 0) yield old;
    }
  }

  /**
   * Removes a file that nobody has brought since the instant. Whoever brings the same bytes meanwhile, in any process,
   * either touches the file before it is moved aside, and it is put back, or finds none and writes it anew.
   */
  async removeUntouched(hash: string, instant: number): Promise<boolean> {
    const aside = join(this.folder, 'incoming', randomUUID());
    await mkdir(dirname(aside), { recursive: true });
    const isMoved = await rename(this.placeOf(hash), aside).then(
      () => true,
      () => false,
    );
    if (!isMoved) return false;
    if ((await touchedAt(aside)) < instant) {
      await rm(aside, { force: true });
      return true;
    }
    await rename(aside, this.placeOf(hash));
    return false;
  }

  /** Removes what was on its way in when a process died, and has not moved since the instant. */
  async removeAbandoned(instant: number): Promise<void> {
    const incoming = join(this.folder, 'incoming');
    for (const name of await namesIn(incoming)) {
      const path = join(incoming, name);
      if ((await touchedAt(path)) < instant) await rm(path, { force: true });
    }
  }

  /** Whether the file is there and whole; if so it counts as brought just now. */
  private async isThere(hash: string, size: number): Promise<boolean> {
    if ((await this.size(hash)) !== size) return false;
    const now = new Date();
    return utimes(this.placeOf(hash), now, now).then(
      () => true,
      () => false,
    );
  }

  private placeOf(hash: string): string {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error(`Not a hash: ${hash.slice(0, 80)}`);
    return join(this.folder, hash.slice(0, 2), hash);
  }
}

async function written(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function writtenInPieces(path: string, pieces: AsyncIterable<Buffer>): Promise<{ hash: string; size: number }> {
  const file = await open(path, 'wx');
  const hash = createHash('sha256');
  let size = 0;
  try {
    for await (const piece of pieces) {
      hash.update(piece);
      size += piece.length;
      await file.writeFile(piece);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { hash: hash.digest('hex'), size };
}

/** A new name in a folder is durable only when the folder itself is. */
async function synced(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

/** Milliseconds; never for what is not there. */
async function touchedAt(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => Number.POSITIVE_INFINITY,
  );
}
