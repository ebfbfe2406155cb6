import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { openHouse } from './house.js';
import type { PagesSource } from './http/pages.js';
import { Sessions } from './login/sessions.js';
import { People, type PersonnelRow, personId } from './people/people.js';
import type { Settings } from './settings.js';

/** The databases every rule about data is tried on. */
export const databases = (process.env.TEST_DATABASES ?? 'sqlite,postgres').split(',') as ('sqlite' | 'postgres')[];

export interface TestHouse {
  app: NestFastifyApplication;
  settings: Settings;
  close(): Promise<void>;
}

/** The real server on an empty database of its own; listening on a free port when asked to. */
export async function aHouse(
  database: 'sqlite' | 'postgres',
  overrides: Partial<Settings> = {},
  pages: PagesSource | null = null,
): Promise<TestHouse> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kursdugnad-test-'));
  const settings: Settings = {
    port: 0,
    publicUrl: 'http://localhost:3000',
    dataDir,
    databaseUrl: database === 'postgres' ? await newPostgresDatabase() : undefined,
    smtpUrl: undefined,
    xapi: { key: 'key', secret: 'secret-of-the-lrs' },
    demo: false,
    logLevel: 'silent',
    ...overrides,
  };
  const house: TestHouse = {
    app: await openHouse(settings, pages),
    settings,
    // A test may have opened it anew.
    async close() {
      await house.app.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  return house;
}

async function newPostgresDatabase(): Promise<string> {
  const server = process.env.TEST_POSTGRES;
  if (server === undefined) throw new Error('No PostgreSQL: run the tests with npm test');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: `${server}/postgres` });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  return `${server}/${name}`;
}

export const solvik = { orgnr: '310000012', name: 'Solvik kommune', region: 'Solfjordregionen' };
export const granfoss = { orgnr: '310000020', name: 'Granfoss kommune', region: 'Solfjordregionen' };

/** One line of a personnel file, with overrides. */
export function anEmployee(overrides: Partial<PersonnelRow> = {}): PersonnelRow {
  const key = overrides.key ?? 'ansatt';
  return {
    key,
    name: `Kari ${key}`,
    email: `${key}@solvik.example`,
    language: 'nb',
    unit: ['Helse', 'Hjemmetjenesten', 'Hjemmetjenesten sør'],
    role: 'Helsefagarbeider',
    share: 100,
    starts: '2020-01-01',
    ends: null,
    access: [],
    ...overrides,
  };
}

/** Two municipalities with an employee, a leader, an author, a coordinator and an administrator each; tokens `<name>:<key>`. */
export async function inhabited(house: TestHouse): Promise<void> {
  const people = house.app.get(People);
  const sessions = house.app.get(Sessions);
  for (const municipality of [solvik, granfoss]) {
    await people.addMunicipality(municipality);
    const cast = [
      anEmployee({ key: 'employee' }),
      anEmployee({ key: 'leader', role: 'Leder', access: [{ right: 'leader', unit: ['Helse', 'Hjemmetjenesten'] }] }),
      anEmployee({
        key: 'author',
        unit: ['Rådhuset'],
        role: 'Saksbehandler',
        access: [{ right: 'author', unit: null }],
      }),
      anEmployee({
        key: 'coordinator',
        unit: ['Rådhuset'],
        role: 'Saksbehandler',
        access: [{ right: 'coordinator', unit: null }],
      }),
      anEmployee({
        key: 'administrator',
        unit: ['Rådhuset'],
        role: 'IT',
        access: [{ right: 'administrator', unit: null }],
      }),
    ];
    await people.importPersonnel(municipality.orgnr, cast);
    for (const { key } of cast)
      await sessions.giveToken(
        municipality.orgnr,
        personId(municipality.orgnr, key),
        tokenOf(municipality, key),
        'test',
      );
  }
}

export function tokenOf(municipality: { orgnr: string }, key: string): string {
  return `${municipality.orgnr}:${key}`;
}

/** The header that makes a request come from one of the inhabitants. */
export function as(municipality: { orgnr: string }, key: string): { authorization: string } {
  return { authorization: `Bearer ${tokenOf(municipality, key)}` };
}
