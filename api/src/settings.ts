import { resolve } from 'node:path';
import { z } from 'zod';
import type { Patience } from './http/patience.js';

const port = z.coerce.number().int().min(0).max(65_535);
const address = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/$/, ''));

const environmentSchema = z.object({
  PORT: port.default(3000),
  PUBLIC_URL: address.optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  XAPI_KEY: z.string().min(1).optional(),
  XAPI_SECRET: z.string().min(8).optional(),
  DEMO: z.enum(['0', '1']).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

/** Everything that is decided from outside, read once at the start. */
export interface Settings {
  port: number;
  publicUrl: string;
  dataDir: string;
  /** Unset: SQLite in dataDir. */
  databaseUrl: string | undefined;
  smtpUrl: string | undefined;
  xapi: { key: string; secret: string } | undefined;
  /** true, false, or only when the database is empty and nothing is configured. */
  demo: boolean | 'when-empty';
  logLevel: string;
  /** The operator's tool: does what it is asked, and nothing by itself. */
  isTool?: boolean;
  /** With slow clients; the usual when left out. No variable sets it. */
  patience?: Patience;
}

/** A wrong environment variable: the start stops with this one sentence. */
export class WrongSetting extends Error {}

/** Reads the environment. Throws WrongSetting naming the variable and what it must look like. */
export function settingsFrom(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const read = environmentSchema.safeParse(given);
  if (!read.success) {
    const [issue] = read.error.issues;
    const name = String(issue?.path[0]);
    throw new WrongSetting(
      `${name} is wrong: ${mend[name] ?? issue?.message ?? ''} It is now "${hidden(name, given[name])}".`,
    );
  }
  const { data } = read;
  if ((data.XAPI_KEY === undefined) !== (data.XAPI_SECRET === undefined)) {
    throw new WrongSetting('XAPI_KEY and XAPI_SECRET belong together: set both or neither.');
  }
  const publicUrl = data.PUBLIC_URL ?? `http://localhost:${data.PORT}`;
  if (data.DEMO === '1' && !isLoopback(publicUrl)) {
    throw new WrongSetting(
      `DEMO must not be 1 when PUBLIC_URL is ${publicUrl}: everybody could sign in as anybody. It is for localhost only.`,
    );
  }
  const isPlain = data.DATABASE_URL === undefined && data.DEMO === undefined && isLoopback(publicUrl);
  return {
    port: data.PORT,
    publicUrl,
    dataDir: resolve(data.DATA_DIR),
    databaseUrl: data.DATABASE_URL,
    smtpUrl: data.SMTP_URL,
    xapi: data.XAPI_KEY && data.XAPI_SECRET ? { key: data.XAPI_KEY, secret: data.XAPI_SECRET } : undefined,
    demo: isPlain ? 'when-empty' : data.DEMO === '1',
    logLevel: data.LOG_LEVEL,
  };
}

const mend: Record<string, string> = {
  PORT: 'it must be a port number from 0 to 65535.',
  PUBLIC_URL: 'it must be an address such as https://kurs.example.no.',
  DATABASE_URL: 'it must be postgres://user:password@host:5432/database, or unset for SQLite.',
  SMTP_URL: 'it must be smtp://host:port or smtps://user:password@host.',
  XAPI_SECRET: 'it must be at least 8 characters.',
  DEMO: 'it must be 0 or 1.',
  LOG_LEVEL: 'it must be fatal, error, warn, info, debug, trace or silent.',
};

const secrets = new Set(['DATABASE_URL', 'SMTP_URL', 'XAPI_SECRET']);

function hidden(name: string, value: string | undefined): string {
  return secrets.has(name) ? '***' : (value ?? '');
}

function isLoopback(url: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
}
