import { createHash, randomUUID } from 'node:crypto';
import type { Attachment, Statement, XapiVersion } from '@kursdugnad/core/xapi/statement.js';
import type { TestHouse } from '../../api/src/testing.js';

export const versions: XapiVersion[] = ['1.0.3', '2.0.0'];
export type Method = 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE' | 'OPTIONS';
export type Query = Record<string, string | number | boolean | object>;

export interface Asked {
  query?: Query;
  /** An object is sent as JSON. */
  body?: object | string | Buffer;
  /** `undefined` takes a header away. */
  headers?: Record<string, string | undefined>;
}

/** Speaks with the LRS of a house in one version of xAPI, with the operator's key. */
export class Speaking {
  private readonly authorization: string;

  constructor(
    private readonly house: TestHouse,
    readonly version: XapiVersion,
    key = `${house.settings.xapi?.key ?? ''}:${house.settings.xapi?.secret ?? ''}`,
  ) {
    this.authorization = `Basic ${Buffer.from(key).toString('base64')}`;
  }

  async ask(method: Method, resource: string, { query = {}, body, headers = {} }: Asked = {}) {
    const isBytes = typeof body === 'string' || Buffer.isBuffer(body);
    const all = {
      authorization: this.authorization,
      'x-experience-api-version': this.version,
      ...(body === undefined || isBytes ? {} : { 'content-type': 'application/json' }),
      ...headers,
    };
    const asked = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, asText(value)]));
    const url = resource.startsWith('/') ? resource : `/xapi/${resource}`;
    return this.house.app.inject({
      method,
      url: asked.size > 0 ? `${url}?${asked.toString()}` : url,
      headers: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)),
      ...(body === undefined ? {} : { payload: isBytes ? body : JSON.stringify(body) }),
    });
  }

  /** Statements in; throws when they are refused. */
  async send(...statements: object[]): Promise<void> {
    const answer = await this.ask('POST', 'statements', { body: statements });
    if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.body}`);
  }

  async statements(query: Query): Promise<(Statement & { id: string; stored: string })[]> {
    const answer = await this.ask('GET', 'statements', { query });
    if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.body}`);
    return answer.json<{ statements: (Statement & { id: string; stored: string })[] }>().statements;
  }

  async ids(query: Query): Promise<string[]> {
    return (await this.statements(query)).map(({ id }) => id);
  }
}

function asText(value: Query[string]): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** An attachment of these bytes as a statement describes it. */
export function anAttachment(bytes: Buffer, overrides: Partial<Attachment> = {}, digest = 'sha256'): Attachment {
  return {
    usageType: 'https://example.org/usage',
    display: { en: 'A file' },
    contentType: 'application/octet-stream',
    length: bytes.length,
    sha2: createHash(digest).update(bytes).digest('hex'),
    ...overrides,
  };
}

export interface SentPart {
  headers: Record<string, string>;
  bytes: Buffer;
}

/** The part that carries an attachment. */
export function partOf(bytes: Buffer, overrides: Record<string, string> = {}, digest = 'sha256'): SentPart {
  return {
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Transfer-Encoding': 'binary',
      'X-Experience-API-Hash': createHash(digest).update(bytes).digest('hex'),
      ...overrides,
    },
    bytes,
  };
}

/** A multipart/mixed request: statements first, then the parts. */
export function inParts(statements: unknown, parts: SentPart[], first = 'application/json'): Asked {
  const boundary = `b-${randomUUID()}`;
  const json = { headers: { 'Content-Type': first }, bytes: Buffer.from(JSON.stringify(statements)) };
  const body = [json, ...parts].flatMap(({ headers, bytes }) => {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    return [Buffer.from(`--${boundary}\r\n${lines.join('')}\r\n`), bytes, Buffer.from('\r\n')];
  });
  return {
    body: Buffer.concat([...body, Buffer.from(`--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/mixed; boundary=${boundary}` },
  };
}

/** The parts of an answer in multipart/mixed. */
export function partsIn(answer: { headers: object; rawPayload: Buffer }): SentPart[] {
  const type = String((answer.headers as Record<string, unknown>)['content-type']);
  const [, boundary = ''] = /boundary="?([^";]+)/.exec(type) ?? [];
  const pieces = answer.rawPayload.toString('latin1').split(`--${boundary}`).slice(1, -1);
  return pieces.map((piece) => {
    const end = piece.indexOf('\r\n\r\n');
    const lines = piece.slice(2, end).split('\r\n');
    const headers = lines.map((line) => [line.split(': ')[0] ?? '', line.split(': ')[1] ?? ''] as const);
    return { headers: Object.fromEntries(headers), bytes: Buffer.from(piece.slice(end + 4, -2), 'latin1') };
  });
}
