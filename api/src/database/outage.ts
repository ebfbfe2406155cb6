/** What a request meets that could do nothing about it: `away`, the database cannot be used just now; `full`, there is no room on the disk. */
export type Outage = 'away' | 'full';

/** Of the operating system, about files and connections. */
const ofSystem: Record<string, Outage> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  ECONNREFUSED: 'away',
  ECONNRESET: 'away',
  EPIPE: 'away',
  ETIMEDOUT: 'away',
  EHOSTUNREACH: 'away',
  ENETUNREACH: 'away',
  ENOTFOUND: 'away',
  EAI_AGAIN: 'away',
};

/** PostgreSQL, Appendix A: disk full; connection lost, out of connections or memory, shutting down or starting, only a replica. */
const ofPostgres: [RegExp, Outage][] = [
  [/^53100$/, 'full'],
  [/^(08...|53...|57P0[123]|25006)$/, 'away'],
];
/** SQLite's result codes: another process has the lock, or the file cannot be opened, read or written. */
const ofSqlite: [RegExp, Outage][] = [
  [/^SQLITE_(FULL|IOERR_SHMSIZE)/, 'full'],
  [/^SQLITE_(BUSY|LOCKED|CANTOPEN|IOERR|READONLY)/, 'away'],
];

/** What `pg`, its pool and the ORM say without a code when a connection is gone, or none is to be had. */
const said = [
  /^Connection terminated/,
  /^timeout exceeded when trying to connect$/,
  /^Client (has encountered a connection error|was closed) and is not queryable$/,
  /query runner (was )?already released/i,
  /^Cannot use a pool after calling end/,
];

/** Null for what is a fault of the request, or of ours. */
export function outageOf(thrown: unknown): Outage | null {
  const { code, message } = (thrown ?? {}) as { code?: unknown; message?: unknown };
  if (typeof code === 'string') {
    const [, found] = [...ofPostgres, ...ofSqlite].find(([pattern]) => pattern.test(code)) ?? [];
    if (found ?? ofSystem[code]) return found ?? ofSystem[code] ?? null;
  }
  return typeof message === 'string' && said.some((pattern) => pattern.test(message)) ? 'away' : null;
}

/** SQLite: another process holds the lock. */
export function isBusy(thrown: unknown): boolean {
  const { code } = (thrown ?? {}) as { code?: unknown };
  return typeof code === 'string' && code.startsWith('SQLITE_BUSY');
}
