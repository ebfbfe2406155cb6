import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type LrsKey, lrsScopes } from '@kursdugnad/core/contract/lrs.js';
import { Announcements } from '../database/announcements.js';
import { Database } from '../database/database.js';
import { sqlFile } from '../database/sql.js';
import { Decided } from '../settings.module.js';
import type { Settings } from '../settings.js';
import { LastUse } from './keys/last-use.js';
import { LrsCredentialRow } from './lrs.tables.js';

export const scopes = lrsScopes;
export type Scope = (typeof scopes)[number];

/** Who speaks with the LRS. */
export interface Credential {
  key: string;
  scopes: Scope[];
  /** Where what it sends goes. */
  municipality: string;
  /** Whose statements and documents it sees. */
  sees: string[];
}

/**
 * Where the operator's own statements go. XAPI_KEY belongs to whoever runs the machine and could read the database
 * anyway: it reads all municipalities, and writes into none of them.
 */
export const operatorPlace = 'operator';

const credentialByKey = sqlFile(import.meta.url, 'credential-by-key.sql');
const keysOf = sqlFile(import.meta.url, 'keys/keys-of.sql');
const everyMunicipality = sqlFile(import.meta.url, 'every-municipality.sql');

/** Keys to the LRS. The one of the settings is never stored, so that changing it leaves no old key behind. */
@Injectable()
export class Credentials {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Decided) private readonly settings: Settings,
    @Inject(LastUse) private readonly lastUse: LastUse,
    @Inject(Announcements) private readonly announcements: Announcements,
  ) {}

  /** Makes a key of a municipality. The secret is shown this once. `madeBy`: a person; the operator when left out. */
  async create(
    municipality: string,
    given: { label: string; scopes: readonly Scope[]; expires?: string | null; madeBy?: string },
  ): Promise<{ key: string; secret: string }> {
    const [key, secret] = [randomBytes(12).toString('base64url'), randomBytes(32).toString('base64url')];
    const { label, scopes, expires = null, madeBy = null } = given;
    const hash = hashed(secret).toString('hex');
    const row = { key, municipality, hash, scopes: scopes.join(' '), label, expires, madeBy };
    await this.database.transaction(async ({ manager }) => {
      await manager.insert(LrsCredentialRow, { ...row, madeAt: new Date().toISOString() });
    });
    return { key, secret };
  }

  /** The keys of a municipality, newest first. The one of the settings belongs to no municipality. */
  async of(municipality: string): Promise<LrsKey[]> {
    const rows = await this.database.query<Omit<LrsKey, 'scopes'> & { scopes: string }>(keysOf, { municipality });
    return rows.map((row) => {
      const here = this.lastUse.of(row.key);
      const lastUsed = here !== null && here > (row.lastUsed ?? '') ? here : row.lastUsed;
      return { ...row, scopes: row.scopes.split(' ') as Scope[], lastUsed };
    });
  }

  /** Whether there was such a key. It opens nothing from now on: every process is told to forget whom it knew. */
  async revoke(municipality: string, key: string): Promise<boolean> {
    return this.database.transaction(async (transaction) => {
      const { manager } = transaction;
      const isThere = await manager.existsBy(LrsCredentialRow, { key, municipality });
      await manager.delete(LrsCredentialRow, { key, municipality });
      await this.announcements.announce(transaction, 'lrs-keys', key);
      return isThere;
    });
  }

  /** Null when key or secret is wrong, or the key has expired. */
  async by(key: string, secret: string, at: string): Promise<Credential | null> {
    const { xapi } = this.settings;
    if (xapi && key === xapi.key) return isSame(hashed(secret), hashed(xapi.secret)) ? this.operator(key) : null;
    const [row] = await this.database.query<Pick<LrsCredentialRow, 'hash' | 'scopes' | 'expires' | 'municipality'>>(
      credentialByKey,
      { key },
    );
    if (!row || !isSame(hashed(secret), Buffer.from(row.hash, 'hex'))) return null;
    if (row.expires !== null && row.expires <= at) return null;
    const { municipality } = row;
    this.lastUse.note(key, at);
    return { key, scopes: row.scopes.split(' ') as Scope[], municipality, sees: [municipality] };
  }

  private async operator(key: string): Promise<Credential> {
    const rows = await this.database.query<{ orgnr: string }>(everyMunicipality);
    const sees = [operatorPlace, ...rows.map(({ orgnr }) => orgnr)];
    return { key, scopes: ['all'], municipality: operatorPlace, sees };
  }
}

/** Made secrets are random and long: one round is enough. */
function hashed(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

function isSame(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}
