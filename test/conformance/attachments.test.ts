import { generateKeyPairSync, randomBytes, randomUUID, sign } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Attachment, Statement } from '@kursdugnad/core/xapi/statement.js';
import { Credentials, type Scope } from '../../api/src/lrs/credentials.js';
import { aHouse, databases, granfoss, inhabited, solvik, type TestHouse } from '../../api/src/testing.js';
import { aStatement } from '../../api/src/testing-statement.js';
import { signatureWithCertificate, signedStatement } from './signed-with-certificate.js';
import { anAttachment, type Asked, inParts, partOf, partsIn, type SentPart, Speaking, versions } from './speaking.js';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const signatureUsage = 'http://adlnet.gov/expapi/attachments/signature';

/** A JWS of what is signed. */
function aSignature(signed: object | string, alg = 'RS256', more: object = {}): Buffer {
  const encoded = (value: object | string) =>
    Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
  const head = `${encoded({ alg, ...more })}.${encoded(signed)}`;
  const digest = { RS384: 'sha384', RS512: 'sha512' }[alg] ?? 'sha256';
  return Buffer.from(`${head}.${sign(digest, Buffer.from(head), privateKey).toString('base64url')}`);
}

function signed(statement: Statement, jws: Buffer, overrides: Partial<Attachment> = {}): Asked {
  const attachment = anAttachment(jws, { usageType: signatureUsage, ...overrides });
  return inParts({ ...statement, attachments: [attachment] }, [partOf(jws)]);
}

describe.each(databases)('attachments on %s', (database) => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await aHouse(database);
    await inhabited(house);
  });
  afterAll(() => house.close());

  describe.each(versions)('in %s', (version) => {
    let lrs: Speaking;
    beforeAll(() => {
      lrs = new Speaking(house, version);
    });
    const post = async (asked: Asked) => (await lrs.ask('POST', 'statements', asked)).statusCode;
    const bytes = Buffer.concat([randomBytes(3000), Buffer.from('\r\n--\r\n\0'), randomBytes(3000)]);
    const withFile = (overrides: Partial<Attachment> = {}, digest?: string) =>
      aStatement({ attachments: [anAttachment(bytes, overrides, digest)] });

    test.each(['sha224', 'sha256', 'sha384', 'sha512'])(
      'Communication 1.5.2: binary in, binary out, by %s',
      async (digest) => {
        const statement = withFile({ contentType: 'image/png' }, digest);
        expect(await post(inParts(statement, [partOf(bytes, {}, digest)]))).toBe(200);
        const answer = await lrs.ask('GET', 'statements', { query: { statementId: statement.id, attachments: true } });
        const [first, second, ...others] = partsIn(answer);
        expect(first?.headers['Content-Type']).toBe('application/json');
        expect(JSON.parse(first?.bytes.toString() ?? '')).toMatchObject({ id: statement.id });
        expect(second?.bytes).toEqual(bytes);
        expect(second?.headers).toMatchObject({
          'Content-Type': 'image/png',
          'Content-Transfer-Encoding': 'binary',
          'X-Experience-API-Hash': statement.attachments?.[0]?.sha2,
        });
        expect(others).toEqual([]);
        const plain = await lrs.ask('GET', 'statements', { query: { statementId: statement.id, attachments: false } });
        expect(plain.headers['content-type']).toMatch(/^application\/json/);
      },
    );

    test('Communication 2.1.3: attachments go on through more, the same bytes once a page', async () => {
      const registration = randomUUID();
      const batch = Array.from({ length: 4 }, () => ({ ...withFile(), context: { registration } }));
      expect(await post(inParts(batch, [partOf(bytes)]))).toBe(200);
      let url = `/xapi/statements?registration=${registration}&limit=2&attachments=true`;
      const pages: number[] = [];
      while (url !== '' && pages.length < 4) {
        const parts = partsIn(await lrs.ask('GET', url));
        pages.push(parts.length);
        url = (JSON.parse(parts[0]?.bytes.toString() ?? '') as { more: string }).more;
      }
      expect(pages).toEqual([2, 2]);
    });

    const other = Buffer.from('other');
    const broken: [string, Asked][] = [
      ['surplus parts', inParts(withFile(), [partOf(bytes), partOf(other)])],
      ['a missing part', inParts(withFile(), [])],
      ['a part without hash', inParts(withFile(), [partOf(bytes, { 'X-Experience-API-Hash': '' })])],
      ['another hash than the bytes', inParts(withFile(), [{ ...partOf(bytes), bytes: other }])],
      ['another encoding', inParts(withFile(), [partOf(bytes, { 'Content-Transfer-Encoding': 'base64' })])],
      ['a first part that is no JSON', inParts(withFile(), [partOf(bytes)], 'text/plain')],
      [
        'no boundary in the header',
        { ...inParts(withFile(), [partOf(bytes)]), headers: { 'content-type': 'multipart/mixed' } },
      ],
      [
        'another boundary',
        { ...inParts(withFile(), [partOf(bytes)]), headers: { 'content-type': 'multipart/mixed; boundary=x' } },
      ],
      ['no end', { ...inParts(withFile(), [partOf(bytes)]), body: '--x\r\nContent-Type: application/json\r\n\r\n{}' }],
      ['form data', { ...inParts(withFile(), []), headers: { 'content-type': 'multipart/form-data; boundary=x' } }],
      ['an attachment in JSON without fileUrl', { body: withFile() }],
      [
        'statements in two parts',
        inParts(aStatement(), [{ headers: { 'Content-Type': 'application/json' }, bytes: other }]),
      ],
    ];
    test.each(broken)('Communication 1.5.2: %s: refused', async (_, asked) => {
      expect(await post(asked)).toBe(400);
    });

    test('Data 2.4.11: a fileUrl is enough, in JSON and in parts; 2.0 multipart without attachments', async () => {
      const pointing = () => withFile({ fileUrl: 'https://example.org/file' });
      expect(await post({ body: pointing() })).toBe(200);
      expect(await post(inParts(pointing(), []))).toBe(200);
      expect(await post(inParts(aStatement(), []))).toBe(200);
    });

    test('Data 2.4.11: an attachment of a sub-statement', async () => {
      const { id: _, timestamp: __, ...inner } = withFile();
      const statement = aStatement({ object: { ...inner, objectType: 'SubStatement' } as Statement['object'] });
      expect(await post(inParts(statement, [partOf(bytes)]))).toBe(200);
      const answer = await lrs.ask('GET', 'statements', { query: { statementId: statement.id, attachments: true } });
      expect(partsIn(answer)[1]?.bytes).toEqual(bytes);
    });

    test('an empty attachment, and one of 12 MB', async () => {
      for (const file of [Buffer.alloc(0), randomBytes(12 * 1024 * 1024)]) {
        const statement = aStatement({ attachments: [anAttachment(file)] });
        expect(await post(inParts(statement, [partOf(file)]))).toBe(200);
        const answer = await lrs.ask('GET', 'statements', { query: { statementId: statement.id, attachments: true } });
        expect(partsIn(answer)[1]?.bytes.equals(file)).toBe(true);
      }
    });

    test.each(['RS256', 'RS384', 'RS512'])('Data 2.6: a statement signed with %s', async (alg) => {
      const statement = aStatement();
      expect(await post(signed(statement, aSignature(statement, alg)))).toBe(200);
    });

    test('Data 2.6: a certificate must fit the signature', async () => {
      const jws = Buffer.from(signatureWithCertificate);
      expect(await post(signed(signedStatement, jws))).toBe(200);
      const end = signatureWithCertificate.slice(-40);
      const forged = Buffer.from(signatureWithCertificate.replace(end, [...end].reverse().join('')));
      expect(await post(signed(signedStatement, forged))).toBe(400);
    });

    const certificate = { x5c: [Buffer.from('no certificate').toString('base64')] };
    test.each<[string, (statement: Statement) => Asked]>([
      ['HS256', (one) => signed(one, aSignature(one, 'HS256'))],
      ['no algorithm', (one) => signed(one, aSignature(one, 'none'))],
      ['another statement', (one) => signed(one, aSignature({ ...one, verb: { id: 'https://example.org/x' } }))],
      ['another id', (one) => signed(one, aSignature({ ...one, id: randomUUID() }))],
      ['no JSON', (one) => signed(one, aSignature('{"actor'))],
      ['no JWS', (one) => signed(one, Buffer.from('signature'))],
      ['another type', (one) => signed(one, aSignature(one), { contentType: 'text/plain' })],
      ['a certificate that is none', (one) => signed(one, aSignature(one, 'RS256', certificate))],
      [
        'only an address',
        (one) => {
          const attachment = anAttachment(aSignature(one), {
            usageType: signatureUsage,
            fileUrl: 'https://example.org/s',
          });
          return { body: { ...one, attachments: [attachment] } };
        },
      ],
    ])('Data 2.6: a signature with %s: refused', async (_, asked) => {
      expect(await post(asked(aStatement()))).toBe(400);
    });

    test('Data 4.6: durations are compared to 0.01 second', async () => {
      const said = aStatement({ result: { duration: 'PT1.12S' } });
      const sent = { ...said, result: { duration: 'PT1.1299S' } };
      expect(await post(signed(sent, aSignature(said)))).toBe(200);
      const other = { ...said, id: randomUUID() };
      expect(await post(signed({ ...other, result: { duration: 'PT1.13S' } }, aSignature(other)))).toBe(400);
    });
  });

  test('a sender who goes away halfway leaves nothing behind', async () => {
    const file = randomBytes(400_000);
    const { body, headers } = inParts(aStatement({ attachments: [anAttachment(file)] }), [partOf(file)]);
    await house.app.listen(0, '127.0.0.1');
    const { port } = house.app.getHttpServer().address() as AddressInfo;
    const key = Buffer.from('key:secret-of-the-lrs').toString('base64');
    const head = [
      'POST /xapi/statements HTTP/1.1',
      'Host: localhost',
      'X-Experience-API-Version: 1.0.3',
      `Authorization: Basic ${key}`,
      `Content-Type: ${headers?.['content-type'] ?? ''}`,
      'Content-Length: 400900',
      '\r\n',
    ].join('\r\n');
    const socket = connect(port, '127.0.0.1');
    socket.write(Buffer.concat([Buffer.from(head), (body as Buffer).subarray(0, 300_000)]));
    await new Promise((resolve) => setTimeout(resolve, 300));
    socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(readdirSync(join(house.settings.dataDir, 'attachments', 'incoming'))).toEqual([]);
    const again = await new Speaking(house, '1.0.3').ask('POST', 'statements', {
      body: body ?? '',
      headers: headers ?? {},
    });
    expect(again.statusCode).toBe(200);
  });

  test('who reads only what came in with the own key gets no file of another key by naming its hash', async () => {
    const key = async (...scopes: Scope[]) => {
      const made = await house.app.get(Credentials).create(solvik.orgnr, { label: 'Test', scopes });
      return new Speaking(house, '1.0.3', `${made.key}:${made.secret}`);
    };
    const [theirs, mine] = [await key('all'), await key('statements/write', 'statements/read/mine')];
    const bytes = randomBytes(3000);
    const theirStatement = aStatement({ attachments: [anAttachment(bytes)] });
    expect((await theirs.ask('POST', 'statements', inParts(theirStatement, [partOf(bytes)]))).statusCode).toBe(200);
    const fileUrl = 'https://example.org/file';
    const naming = aStatement({ attachments: [anAttachment(bytes, { fileUrl })] });
    expect((await mine.ask('POST', 'statements', { body: naming })).statusCode).toBe(200);
    const files = async (lrs: Speaking, statementId: string) =>
      partsIn(await lrs.ask('GET', 'statements', { query: { statementId, attachments: true } })).slice(1);
    expect(await files(mine, naming.id)).toEqual([]);
    expect(await files(theirs, naming.id)).toHaveLength(1);
    const own = aStatement({ attachments: [anAttachment(bytes)] });
    expect((await mine.ask('POST', 'statements', inParts(own, [partOf(bytes)]))).statusCode).toBe(200);
    expect(await files(mine, own.id)).toHaveLength(1);
  });

  test('the bytes of one municipality are not answered to another that knows their hash', async () => {
    const key = async ({ orgnr }: { orgnr: string }) => {
      const made = await house.app.get(Credentials).create(orgnr, { label: 'Test', scopes: ['all'] });
      return new Speaking(house, '1.0.3', `${made.key}:${made.secret}`);
    };
    const [ours, theirs] = [await key(solvik), await key(granfoss)];
    const secret = Buffer.from('secret');
    const attachments = [anAttachment(secret, { fileUrl: 'https://example.org/f' })];
    const files = async (lrs: Speaking, parts: SentPart[]) => {
      const statement = aStatement({ attachments });
      await lrs.ask('POST', 'statements', inParts(statement, parts));
      return (
        partsIn(await lrs.ask('GET', 'statements', { query: { statementId: statement.id, attachments: true } }))
          .length - 1
      );
    };
    expect(await files(ours, [partOf(secret)])).toBe(1);
    expect(await files(theirs, [])).toBe(0);
    expect(await files(ours, [])).toBe(1);
  });
});
