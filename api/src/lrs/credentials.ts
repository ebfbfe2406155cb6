import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { sqlFile } from '../database/sql.js';
import { Decided } from '../settings.module.js';
import type { Settings } from '../settings.js';
import { LrsCredentialRow } from './lrs.tables.js';

/** xAPI 1.0.3 Communication 4.2, those we know. */
export const scopes = [
  'statements/write',
  'statements/read/mine',
  'statements/read',
  'state',
  'profile',
  'all/read',
  'all',
] as const;
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
const everyMunicipality = sqlFile(import.meta.url, 'every-municipality.sql');

/** Keys to the LRS. The one of the settings is never stored, so that changing it leaves no old key behind. */
@Injectable()
export class Credentials {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Decided) private readonly settings: Settings,
  ) {}

  /** Makes a key of a municipality. The secret is shown this once. */
  async create(
    municipality: string,
    given: { label: string; scopes: Scope[]; expires?: string | null },
  ): Promise<{ key: string; secret: string }> {
    const [key, secret] = [randomBytes(12).toString('base64url'), randomBytes(32).toString('base64url')];
    const { label, scopes, expires = null } = given;
    await this.database.transaction(async ({ manager }) => {
      const row = { key, municipality, hash: hashed(secret).toString('hex'), scopes: scopes.join(' '), label, expires };
      await manager.insert(LrsCredentialRow, row);
    });
    return { key, secret };
  }

  /** Null when key or secret is wrong, or the key has expired. */
  async by(key: string, secret: string, at: string): Promise<Credential | null> {
    const { xapi } = this.settings;
    if (xapi && key === xapi.key) return isSame(hashed(secret), hashed(xapi.secret)) ? this.operator(key) : null;
    const [row] = await this.database.query<Omit<LrsCredentialRow, 'label'>>(credentialByKey, { key });
    if (!row || !isSame(hashed(secret), Buffer.from(row.hash, 'hex'))) return null;
    if (row.expires !== null && row.expires <= at) return null;
    const { municipality } = row;
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
