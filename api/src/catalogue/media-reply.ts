import type { MediaFile } from '@kursdugnad/core/course/course.js';
import type { Reply, Request } from '../http/request.js';
import type { Storage } from '../storage/storage.js';
import { byteRange } from './byte-range.js';

/** For a file whose address holds its hash: it may be kept for ever. */
export const forGood = 'private, max-age=31536000, immutable';

/** Answers with a picture, film or attachment: 304 when it is known, 206 to the `Range` of a film. */
export async function sendMedia(
  storage: Storage,
  file: MediaFile,
  request: Request,
  reply: Reply,
  keep = forGood,
): Promise<void> {
  describe(reply, file, keep);
  if (request.headers['if-none-match'] === etagOf(file)) return void reply.status(304).send();
  await send(storage, request, reply, file);
}

/** Films are asked for in parts; all else is small and may be compressed on its way, which parts may not. */
async function send(storage: Storage, request: Request, reply: Reply, file: MediaFile): Promise<void> {
  const isFilm = file.type.startsWith('video/');
  if (isFilm) reply.header('accept-ranges', 'bytes');
  const ifRange = request.headers['if-range'];
  const isSame = ifRange === undefined || ifRange === etagOf(file);
  const part = isFilm && isSame ? byteRange(request.headers.range, file.bytes) : null;
  if (part === 'outside') return void reply.status(416).header('content-range', `bytes */${file.bytes}`).send();
  if (part) reply.status(206).header('content-range', `bytes ${part.start}-${part.end}/${file.bytes}`);
  reply.header('content-length', part ? part.end - part.start + 1 : file.bytes);
  await reply.send(storage.stream(file.hash, part ?? undefined));
}

const etagOf = ({ hash }: MediaFile) => `"${hash}"`;

/** The type was decided by our own table; no browser guesses another. */
function describe(reply: Reply, file: MediaFile, keep: string): void {
  const isFilm = file.type.startsWith('video/');
  reply.type(file.type.startsWith('text/') ? `${file.type}; charset=utf-8` : file.type);
  reply.header('etag', etagOf(file));
  reply.header('cache-control', keep);
  reply.header('cross-origin-resource-policy', 'same-origin');
  // An author's drawing opened on its own must not act as a page of ours.
  if (!isFilm) reply.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
  if (file.type.startsWith('application/')) reply.header('content-disposition', 'attachment');
}
