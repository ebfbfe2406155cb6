import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Caller, Right } from '@kursdugnad/core/contract/caller.js';
import type { Language } from '@kursdugnad/core/course/course.js';
import { LessThan } from 'typeorm';
import { Database } from '../database/database.js';
import { Callers } from '../http/callers.js';
import { Problem } from '../http/problem.js';
import type { Request } from '../http/request.js';
import { People } from '../people/people.js';
import { PersonalTokenRow, SessionRow } from './login.tables.js';

/** A working day with overtime. */
const sessionSeconds = 12 * 60 * 60;

/** Who is signed in: sessions of browsers and personal tokens. */
@Injectable()
export class Sessions extends Callers {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(People) private readonly people: People,
  ) {
    super();
  }

  async open(municipality: string, person: string, at: string): Promise<{ token: string; seconds: number }> {
    const token = randomBytes(32).toString('base64url');
    const expires = new Date(Date.parse(at) + sessionSeconds * 1000).toISOString();
    await this.database.transaction(async ({ manager }) => {
      await manager.delete(SessionRow, { expires: LessThan(at) });
      await manager.insert(SessionRow, { hash: hashed(token), municipality, person, expires });
    });
    return { token, seconds: sessionSeconds };
  }

  async close(request: Request): Promise<void> {
    const token = cookieOf(request);
    if (token === undefined) return;
    await this.database.transaction(async ({ manager }) => {
      await manager.delete(SessionRow, { hash: hashed(token) });
    });
  }

  async giveToken(municipality: string, person: string, token: string, label: string): Promise<void> {
    await this.database.transaction(async ({ manager }) => {
      await manager.upsert(PersonalTokenRow, { hash: hashed(token), municipality, person, label, expires: null }, [
        'hash',
      ]);
    });
  }

  async callerOf(request: Request): Promise<Caller | null> {
    const at = new Date().toISOString();
    const { authorization } = request.headers;
    if (authorization !== undefined) return this.byToken(authorization, at);
    const token = cookieOf(request);
    if (token === undefined) return null;
    const session = await this.database.manager.findOneBy(SessionRow, { hash: hashed(token) });
    return session && session.expires > at ? this.caller(session.municipality, session.person, at) : null;
  }

  /** The caller that a person is. Null when there is no such person. */
  async caller(municipality: string, person: string, at: string): Promise<Caller | null> {
    const [row, home, access] = await Promise.all([
      this.people.person(municipality, person),
      this.people.municipality(municipality),
      this.people.accessOf(municipality, person),
    ]);
    if (!row || !home) return null;
    return {
      person,
      name: row.name,
      municipality,
      municipalityName: home.name,
      language: row.language as Language,
      access: access.map((one) => ({ right: one.access as Right, unit: one.unit === '' ? null : one.unit })),
      at,
    };
  }

  private async byToken(authorization: string, at: string): Promise<Caller> {
    const [, token] = /^Bearer (.+)$/i.exec(authorization) ?? [];
    const row =
      token === undefined ? null : await this.database.manager.findOneBy(PersonalTokenRow, { hash: hashed(token) });
    const caller =
      row && (row.expires === null || row.expires > at) ? await this.caller(row.municipality, row.person, at) : null;
    if (caller) return caller;
    throw new Problem('unauthenticated', {
      nb: 'Nøkkelen (token) er feil eller har gått ut. Lag en ny, eller be administratoren om hjelp.',
      nn: 'Nøkkelen (token) er feil eller har gått ut. Lag ein ny, eller be administratoren om hjelp.',
      en: 'The token is wrong or has expired. Make a new one, or ask the administrator.',
    });
  }
}

function hashed(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The session cookie: `__Host-session` over HTTPS, `session` on a developer's plain localhost. */
function cookieOf(request: Request): string | undefined {
  const cookies = (request.headers.cookie ?? '').split(';').map((part) => part.trim().split('='));
  const found = cookies.find(([name]) => name === '__Host-session') ?? cookies.find(([name]) => name === 'session');
  return found?.[1];
}
