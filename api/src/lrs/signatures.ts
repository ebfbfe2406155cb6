import { verify, X509Certificate } from 'node:crypto';
import { isSignedStatement, type SignatureAlgorithm, signatureAlgorithms } from '@kursdugnad/core/xapi/signature.js';
import type { Statement } from '@kursdugnad/core/xapi/statement.js';

const digests: Record<SignatureAlgorithm, string> = { RS256: 'sha256', RS384: 'sha384', RS512: 'sha512' };
const compact = /^([\w-]+)\.([\w-]+)\.([\w-]+)$/;

/**
 * What is wrong with the signature of a statement, null when nothing is: a JWS (RFC 7515) with RS256, RS384 or RS512
 * whose payload is the statement. A certificate that comes with it must fit; who issued it is for the reader to judge.
 */
export function signatureFault(bytes: Buffer, statement: Statement): string | null {
  const [, header = '', payload = '', signature = ''] = compact.exec(bytes.toString('latin1').trim()) ?? [];
  const { alg, x5c } = (objectIn(header) ?? {}) as { alg?: unknown; x5c?: unknown };
  if (!isAlgorithm(alg)) return `must be a JSON web signature with ${signatureAlgorithms.join(', ')}`;
  if (!isSignedStatement(statement, objectIn(payload))) return 'is of something else than this statement';
  if (x5c === undefined) return null;
  const signed = Buffer.from(`${header}.${payload}`);
  return isVerified(digests[alg], signed, x5c, Buffer.from(signature, 'base64url'))
    ? null
    : 'does not fit the certificate in x5c';
}

function isAlgorithm(value: unknown): value is SignatureAlgorithm {
  return signatureAlgorithms.includes(value as SignatureAlgorithm);
}

function isVerified(digest: string, signed: Buffer, x5c: unknown, signature: Buffer): boolean {
  const [first] = Array.isArray(x5c) ? (x5c as unknown[]) : [];
  if (typeof first !== 'string') return false;
  try {
    const { publicKey } = new X509Certificate(Buffer.from(first, 'base64'));
    return publicKey.asymmetricKeyType === 'rsa' && verify(digest, signed, publicKey, signature);
  } catch {
    return false;
  }
}

function objectIn(part: string): object | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}
