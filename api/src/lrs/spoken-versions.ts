import { Injectable } from '@nestjs/common';
import type { XapiVersion } from '@kursdugnad/core/xapi/statement.js';

export const versionHeader = 'x-experience-api-version';

/** The version that a header asks for; null for none or one we do not speak (xAPI 1.0.3 Communication 3.3). */
export function versionIn(header: string | string[] | undefined): XapiVersion | null {
  if (typeof header !== 'string') return null;
  if (/^1\.0(\.\d+)?$/.test(header)) return '1.0.3';
  return /^2\.0(\.\d+)?$/.test(header) ? '2.0.0' : null;
}

/** What stands in a Basic header; null where there is none. */
export function keyAndSecret(authorization: string | undefined): { key: string; secret: string } | null {
  const [, encoded] = /^Basic\s+([A-Za-z0-9+/=]+)$/i.exec(authorization ?? '') ?? [];
  if (encoded === undefined) return null;
  const pair = Buffer.from(encoded, 'base64').toString();
  const colon = pair.indexOf(':');
  return colon < 0 || pair.includes('\0') ? null : { key: pair.slice(0, colon), secret: pair.slice(colon + 1) };
}

/**
 * The version that each key spoke last. A request that forgets to say its version is refused in the one its sender
 * otherwise speaks; who has not spoken yet hears the newest.
 */
@Injectable()
export class SpokenVersions {
  private readonly last = new Map<string, XapiVersion>();

  remember(key: string, version: XapiVersion): void {
    if (this.last.get(key) !== version) this.last.set(key, version);
  }

  /** The version to answer in, known before anybody has looked at the key. */
  answering(version: string | string[] | undefined, authorization: string | undefined): XapiVersion {
    const said = versionIn(version);
    if (said) return said;
    const key = keyAndSecret(authorization)?.key;
    return (key === undefined ? undefined : this.last.get(key)) ?? '2.0.0';
  }
}
