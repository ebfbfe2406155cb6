import type { Transaction } from './database.js';

/**
 * Waits until no other transaction holds one of the keys, and keeps them until this one ends. `shared`: may be held
 * together with others who share it. On SQLite there is one writer, who holds everything already.
 */
export async function hold(transaction: Transaction, keys: string[], shared = false): Promise<void> {
  if (transaction.manager.connection.options.type !== 'postgres' || keys.length === 0) return;
  const text = shared
    ? 'SELECT pg_advisory_xact_lock_shared(hashtextextended(k, 0)) FROM unnest(ARRAY[:keys]::text[]) AS k'
    : 'SELECT pg_advisory_xact_lock(hashtextextended(k, 0)) FROM unnest(ARRAY[:keys]::text[]) AS k';
  // Everybody in the same order, so that two never wait for each other.
  await transaction.query({ text }, { keys: [...new Set(keys)].sort() });
}
