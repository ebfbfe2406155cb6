import { createHash, type Hash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { isSignature } from '@kursdugnad/core/xapi/signature.js';
import type { Statement, XapiVersion } from '@kursdugnad/core/xapi/statement.js';
import { Problem } from '../http/problem.js';
import type { Request } from '../http/request.js';
import { Storage } from '../storage/storage.js';
import { attachmentsOf, type StoredFile } from './attachments.js';
import { boundaryIn, BrokenMultipart, Multipart, type Part } from './multipart.js';
import { invalid, sentStatements } from './sent-statements.js';
import { signatureFault } from './signatures.js';

/** What a request brings, valid: statements, and the files that came with them, which are in storage already. */
export interface Incoming {
  statements: Statement[];
  isList: boolean;
  files: StoredFile[];
}

const megabyte = 1024 * 1024;
const mostJson = 10 * megabyte;
const mostBytes = 256 * megabyte;
const longestSignature = megabyte;
const digests: Record<number, string> = { 56: 'sha224', 64: 'sha256', 96: 'sha384', 128: 'sha512' };

/** Reads statements out of requests: JSON, or multipart/mixed with attachments (xAPI 1.0.3 Communication 1.5). */
@Injectable()
export class IncomingStatements {
  constructor(@Inject(Storage) private readonly storage: Storage) {}

  async read(request: Request, version: XapiVersion): Promise<Incoming> {
    const type = request.headers['content-type'] ?? '';
    if (/^multipart\/mixed\b/i.test(type)) return this.inParts(request.body as Readable, boundaryIn(type), version);
    if (!/^application\/json\b/i.test(type))
      throw broken('Content-Type', 'must be application/json or multipart/mixed', '1.5');
    const incoming = { statements: sentStatements(request.body, version), isList: isList(request.body), files: [] };
    await this.mustBeComplete(incoming);
    return incoming;
  }

  private async inParts(body: Readable, boundary: string | null, version: XapiVersion): Promise<Incoming> {
    try {
      if (boundary === null) throw new BrokenMultipart('the boundary is missing');
      const source = counted(body.iterator({ destroyOnReturn: false }) as AsyncIterableIterator<Buffer>);
      const parts = new Multipart(source, boundary).parts();
      const incoming = await statementsIn(await parts.next(), version);
      const wanted = new Set(incoming.statements.flatMap(attachmentsOf).map(({ sha2 }) => sha2.toLowerCase()));
      for await (const part of parts) incoming.files.push(await this.kept(part, wanted));
      await this.mustBeComplete(incoming);
      return incoming;
    } catch (reason) {
      throw reason instanceof BrokenMultipart ? broken('multipart', reason.message, '1.5.2') : reason;
    }
  }

  /** Stores one part. Its hash must be mentioned in a statement, and be right. */
  private async kept({ headers, bytes }: Part, wanted: ReadonlySet<string>): Promise<StoredFile> {
    const sha2 = headers.get('x-experience-api-hash')?.toLowerCase() ?? '';
    if (!wanted.has(sha2)) throw broken('X-Experience-API-Hash', 'is not the sha2 of an attachment', '1.5.2');
    if (headers.get('content-transfer-encoding')?.toLowerCase() !== 'binary')
      throw broken('Content-Transfer-Encoding', 'must be binary', '1.5.2');
    const hash = createHash(digests[sha2.length] ?? 'sha256');
    const { hash: file, size } = await this.storage.putPieces(hashing(bytes, hash));
    if (hash.digest('hex') !== sha2) throw broken('X-Experience-API-Hash', 'is not the hash of the part', '1.5.2');
    return { sha2, file, size };
  }

  /** Every attachment is here or has an address, and every signature is right. */
  private async mustBeComplete({ statements, files, isList }: Incoming): Promise<void> {
    const here = new Map(files.map((file) => [file.sha2, file]));
    for (const [index, statement] of statements.entries()) {
      const at = isList ? `[${index}].attachments` : 'attachments';
      for (const attachment of attachmentsOf(statement)) {
        const file = here.get(attachment.sha2.toLowerCase());
        if (!file && (attachment.fileUrl === undefined || isSignature(attachment)))
          throw fault(at, 'what an attachment holds comes as a part of the request, or has a fileUrl', '2.4.11');
        if (file && isSignature(attachment)) await this.mustBeSigned(at, statement, attachment.contentType, file);
      }
    }
  }

  private async mustBeSigned(
    at: string,
    statement: Statement,
    type: string,
    { file, size }: StoredFile,
  ): Promise<void> {
    if (type !== 'application/octet-stream') throw fault(at, 'a signature is an application/octet-stream', '2.6');
    if (size > longestSignature) throw fault(at, 'a signature is not larger than 1 MB', '2.6');
    const wrong = signatureFault(await this.storage.get(file), statement);
    if (wrong !== null) throw fault(at, `the signature ${wrong}`, '2.6');
  }
}

/** The first part holds all the statements, as JSON. */
async function statementsIn(first: IteratorResult<Part, unknown>, version: XapiVersion): Promise<Incoming> {
  if (first.done) throw new BrokenMultipart('there is no part');
  const { headers, bytes } = first.value;
  if (!/^application\/json\b/i.test(headers.get('content-type') ?? ''))
    throw broken('Content-Type', 'the first part must be application/json', '1.5.2');
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of bytes) {
    size += piece.length;
    if (size > mostJson) throw new Problem('too-large', tooLarge);
    pieces.push(piece);
  }
  const value = parsed(Buffer.concat(pieces).toString());
  return { statements: sentStatements(value, version), isList: isList(value), files: [] };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw broken('', 'the first part is not JSON', '1.5.2');
  }
}

function isList(body: unknown): boolean {
  return Array.isArray(body);
}

async function* hashing(bytes: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer> {
  for await (const piece of bytes) {
    hash.update(piece);
    yield piece;
  }
}

async function* counted(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let size = 0;
  try {
    for await (const piece of source) {
      size += piece.length;
      if (size > mostBytes) throw new Problem('too-large', tooLarge);
      yield piece;
    }
  } catch (reason) {
    throw reason instanceof Problem ? reason : new BrokenMultipart('it was cut off');
  }
}

function fault(at: string, message: string, clause: string): Problem {
  return invalid([{ at, message, clause: `xAPI 1.0.3 Data ${clause}` }]);
}

function broken(at: string, message: string, clause: string): Problem {
  return invalid([{ at, message, clause: `xAPI 1.0.3 Communication ${clause}` }]);
}

const tooLarge = {
  nb: 'Utsagnene kan være 10 MB, og alt sammen med vedlegg 256 MB. Ingenting er lagret.',
  nn: 'Utsegnene kan vere 10 MB, og alt saman med vedlegg 256 MB. Ingenting er lagra.',
  en: 'Statements may be 10 MB, and everything with attachments 256 MB. Nothing has been stored.',
};
