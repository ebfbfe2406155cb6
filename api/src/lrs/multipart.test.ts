import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { boundaryIn, BrokenMultipart, Multipart } from './multipart.js';

type Read = { headers: Record<string, string>; bytes: string }[];

async function read(body: Buffer, boundary: string, pieceLength: number): Promise<Read> {
  async function* pieces(): AsyncGenerator<Buffer> {
    for (let at = 0; at < body.length; at += pieceLength) yield body.subarray(at, at + pieceLength);
  }
  const found: Read = [];
  for await (const { headers, bytes } of new Multipart(pieces(), boundary).parts()) {
    const all: Buffer[] = [];
    for await (const piece of bytes) all.push(piece);
    found.push({ headers: Object.fromEntries(headers), bytes: Buffer.concat(all).toString('latin1') });
  }
  return found;
}

const latin = (text: string) => Buffer.from(text, 'latin1');

test('parts are the same however the body is cut in pieces', async () => {
  const tricky = fc.constantFrom('\r\n', '--', '\r\n--', '\r\n--b', '-', '\r', 'b', '\0', 'x', 'ÿ');
  const part = fc.array(tricky, { maxLength: 12 }).map((all) => all.join(''));
  await fc.assert(
    fc.asyncProperty(
      fc.array(part, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 1, max: 40 }),
      async (parts, length) => {
        const written = parts.map(
          (bytes, index) => `--b0und\r\nX-N: ${index}\r\nContent-Type: a/b\r\n\r\n${bytes}\r\n`,
        );
        const body = latin(`preamble\r\n${written.join('')}--b0und--\r\nepilogue`);
        const expected = parts.map((bytes, index) => ({
          headers: { 'x-n': String(index), 'content-type': 'a/b' },
          bytes,
        }));
        expect(await read(body, 'b0und', length)).toEqual(expected);
      },
    ),
  );
});

test.each(['--b\r\nA: 1\r\n\r\n--b--', '--b\r\nA: 1\r\n\r\n\r\n--b--', '--b  \r\nA: 1\r\n\r\n\r\n--b--\r\n'])(
  'an empty part: %j',
  async (body) => {
    expect(await read(latin(body), 'b', 3)).toEqual([{ headers: { a: '1' }, bytes: '' }]);
  },
);

test('a part without headers, and none that are read halfway', async () => {
  expect(await read(latin('--b\r\n\r\nx\r\n--b--'), 'b', 1)).toEqual([{ headers: {}, bytes: 'x' }]);
  async function* one(): AsyncGenerator<Buffer> {
    yield latin('--b\r\n\r\nlong text\r\n--b\r\n\r\nnext\r\n--b--');
  }
  const seen: string[] = [];
  for await (const { bytes } of new Multipart(one(), 'b').parts())
    for await (const piece of bytes) {
      seen.push(piece.toString().slice(0, 4));
      break;
    }
  expect(seen).toEqual(['long', 'next']);
});

test.each([
  '',
  'x',
  '--b',
  '--b\r\n',
  '--b\r\nA: 1',
  '--b\r\nA: 1\r\n\r\nx',
  '--bb\r\n\r\nx\r\n--b--',
  '--b\r\nA\r\n\r\nx\r\n--b--',
])('broken: %j', async (body) => {
  await expect(read(latin(body), 'b', 2)).rejects.toThrow(BrokenMultipart);
});

test('headers without end are not gathered for ever', async () => {
  await expect(read(latin(`--b\r\nA: ${'x'.repeat(100_000)}`), 'b', 1000)).rejects.toThrow('too long');
});

test('a boundary, quoted or not', () => {
  expect(boundaryIn('multipart/mixed; boundary=a-b')).toBe('a-b');
  expect(boundaryIn('multipart/mixed; charset=utf-8; Boundary="a b"')).toBe('a b');
  expect(boundaryIn('multipart/mixed')).toBeNull();
});
