import { Readable } from 'node:stream';
import type { Reply } from '../http/request.js';
import type { Storage } from '../storage/storage.js';
import type { AnsweredFile } from './attachments.js';

const lineEnd = Buffer.from('\r\n');

/** Sends statements and the attachments they mention as multipart/mixed, the files little by little. */
export function sendInParts(reply: Reply, json: Buffer, files: readonly AnsweredFile[], storage: Storage): void {
  const boundary = `kursdugnad-${reply.request.id}`;
  const body = Readable.from(partsOf(boundary, json, files, storage), { objectMode: false });
  void reply.type(`multipart/mixed; boundary="${boundary}"`).send(body);
}

/** The same as it stands in a body, little by little. */
export async function* partsOf(
  boundary: string,
  json: Buffer,
  files: readonly AnsweredFile[],
  storage: Storage,
): AsyncGenerator<Buffer> {
  yield Buffer.from(`--${boundary}\r\nContent-Type: application/json\r\n\r\n`);
  yield json;
  yield lineEnd;
  for (const { type, sha2, file, size } of files) {
    yield Buffer.from(
      [
        `--${boundary}`,
        `Content-Type: ${type}`,
        'Content-Transfer-Encoding: binary',
        `Content-Length: ${size}`,
        `X-Experience-API-Hash: ${sha2}`,
        '\r\n',
      ].join('\r\n'),
    );
    for await (const piece of storage.stream(file)) yield piece as Buffer;
    yield lineEnd;
  }
  yield Buffer.from(`--${boundary}--\r\n`);
}
