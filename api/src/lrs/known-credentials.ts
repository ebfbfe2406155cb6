import { hash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Announcements } from '../database/announcements.js';
import { type Credential, Credentials } from './credentials.js';
import { keyAndSecret } from './spoken-versions.js';

interface Known {
  until: number;
  /** A promise until it has been looked up. */
  credential: Credential | null | Promise<Credential | null>;
}

/** Milliseconds that an answer holds. A key that is revoked is announced, and forgotten in every process at once. */
const holds = 1000;
const mostKnown = 1000;

/** Who has just been let in is not looked up again for every request of a busy second. */
@Injectable()
export class KnownCredentials {
  private readonly known = new Map<string, Known>();

  constructor(
    @Inject(Credentials) private readonly credentials: Credentials,
    @Inject(Announcements) announcements: Announcements,
  ) {
    const forget = () => {
      this.known.clear();
    };
    announcements.listen('lrs-keys', forget);
    announcements.onMissed(forget);
  }

  /** Null when the header brings no key that is right. */
  by(authorization = '', now = Date.now()): Known['credential'] {
    const name = hash('sha256', authorization, 'base64url');
    const known = this.known.get(name);
    if (known && known.until > now) return known.credential;
    const credential = this.lookedUp(authorization, now);
    const fresh: Known = { until: now + holds, credential };
    if (this.known.size >= mostKnown) this.known.clear();
    this.known.set(name, fresh);
    credential.then(
      (found) => (fresh.credential = found),
      () => this.known.delete(name),
    );
    return credential;
  }

  private async lookedUp(authorization: string, now: number): Promise<Credential | null> {
    const pair = keyAndSecret(authorization);
    return pair && this.credentials.by(pair.key, pair.secret, new Date(now).toISOString());
  }
}
