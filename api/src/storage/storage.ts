import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
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

  constructor(@Inject(Decided) { dataDir }: Settings) {
    this.folder = join(dataDir, 'files');
  }

  /** Resolves with the hash when the bytes are durable. */
  async put(bytes: Buffer): Promise<string> {
    const hash = createHash('sha256').update(bytes).digest('hex');
    const place = this.placeOf(hash);
    if ((await this.size(hash)) === bytes.length) return hash;
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
      if ((await this.size(hash)) !== size) {
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
