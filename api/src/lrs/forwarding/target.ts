import { randomUUID } from 'node:crypto';
import { request as plainly, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as securely } from 'node:https';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { forwarded } from '@kursdugnad/core/xapi/forwarding.js';
import type { Statement, XapiVersion } from '@kursdugnad/core/xapi/statement.js';
import type { Storage } from '../../storage/storage.js';
import type { AnsweredFile } from '../attachments.js';
import { partsOf } from '../multipart-answer.js';
import { AddressNotAllowed, isLoopback, lookupOutside } from './allowed-address.js';

/** Another LRS, and how it lets us in. */
export interface Target {
  url: string;
  key: string;
  secret: string;
  /** Plain http to this machine, for a demo. */
  isDemo: boolean;
}

export const faultKinds = ['address', 'away', 'slow', 'key', 'redirect', 'no-lrs', 'busy', 'broken', 'secret'] as const;

/** Why a target takes nothing at all for now. */
export interface TargetFault {
  kind: (typeof faultKinds)[number];
  status?: number;
  /** The code of the network, such as ECONNREFUSED. */
  code?: string;
}

/** It has taken all of them; refuses these because of what they are; or takes nothing for now. */
export type Outcome =
  | { is: 'taken' }
  | { is: 'refused'; status: number; reason: string }
  | { is: 'failed'; fault: TargetFault; waitFor: number | null };

const patience = 20_000;
const longestReason = 500;

/** Sends statements with the files that came with them in one request. Never follows a redirect. */
export async function sendTo(
  target: Target,
  version: XapiVersion,
  statements: readonly Statement[],
  files: { all: readonly AnsweredFile[]; storage: Storage },
  stop: AbortSignal,
): Promise<Outcome> {
  const json = Buffer.from(JSON.stringify(statements.map(forwarded)));
  const boundary = `kursdugnad-${randomUUID()}`;
  const body =
    files.all.length === 0
      ? Readable.from([json])
      : Readable.from(partsOf(boundary, json, files.all, files.storage), { objectMode: false });
  const type = files.all.length === 0 ? 'application/json' : `multipart/mixed; boundary="${boundary}"`;
  const length: Record<string, number> = files.all.length === 0 ? { 'content-length': json.length } : {};
  const headers = {
    authorization: `Basic ${Buffer.from(`${target.key}:${target.secret}`).toString('base64')}`,
    'content-type': type,
    'x-experience-api-version': version,
    ...length,
  };
  try {
    return outcomeOf(await answer(target, headers, body, stop));
  } catch (reason) {
    return { is: 'failed', fault: faultFrom(reason), waitFor: null };
  }
}

interface Answer {
  status: number;
  text: string;
  retryAfter: string | undefined;
}

async function answer(
  target: Target,
  headers: Record<string, string | number>,
  body: Readable,
  stop: AbortSignal,
): Promise<Answer> {
  const url = new URL(`${target.url}/statements`);
  const isHere = target.isDemo && isLoopback(url);
  const options: RequestOptions = {
    method: 'POST',
    headers,
    timeout: patience,
    signal: stop,
    ...(isHere ? {} : { lookup: lookupOutside }),
  };
  const sending = (url.protocol === 'https:' ? securely : plainly)(url, options);
  sending.on('timeout', () => sending.destroy(new TooSlow()));
  const answered = new Promise<Answer>((resolve, reject) => {
    sending.on('response', (response) => {
      beginningOf(response).then((text) => {
        const { statusCode: status = 0, headers: said } = response;
        resolve({ status, text, retryAfter: said['retry-after'] });
      }, reject);
    });
    sending.on('error', reject);
  });
  // Who refuses early closes the line while we are still sending: its answer counts, not the broken line.
  const sent = pipeline(body, sending).catch((reason: unknown) => reason);
  return Promise.race([answered, sent.then((reason) => (reason ? after(answered, reason) : answered))]);
}

async function after(answered: Promise<Answer>, reason: unknown): Promise<Answer> {
  const nothing = new Promise<never>((_, reject) => setTimeout(() => reject(reason as Error), 500).unref());
  return Promise.race([answered, nothing]);
}

/** As much as anybody reads; the rest is not waited for. */
async function beginningOf(response: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of response as AsyncIterable<Buffer>) {
    pieces.push(piece);
    size += piece.length;
    if (size > 64 * 1024) break;
  }
  return Buffer.concat(pieces).toString('utf8');
}

class TooSlow extends Error {}

function outcomeOf({ status, text, retryAfter }: Answer): Outcome {
  const failed = (kind: TargetFault['kind']): Outcome => {
    const seconds = Number(retryAfter);
    const waitFor = Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 3600) * 1000 : null;
    return { is: 'failed', fault: { kind, status }, waitFor };
  };
  if (status === 200 || status === 204) return { is: 'taken' };
  if ([400, 409, 413, 422].includes(status)) return { is: 'refused', status, reason: text.slice(0, longestReason) };
  if (status === 401 || status === 403) return failed('key');
  if (status >= 300 && status < 400) return failed('redirect');
  if (status === 429 || status === 503) return failed('busy');
  return failed(status >= 500 ? 'broken' : 'no-lrs');
}

function faultFrom(reason: unknown): TargetFault {
  if (reason instanceof AddressNotAllowed) return { kind: 'address' };
  if (reason instanceof TooSlow) return { kind: 'slow' };
  const { code } = reason as NodeJS.ErrnoException;
  return { kind: 'away', ...(code === undefined ? {} : { code }) };
}
