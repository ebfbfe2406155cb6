import type { Transaction } from './database.js';

type Work = () => Promise<unknown>;
type Results<Works extends readonly Work[]> = { [Nr in keyof Works]: Awaited<ReturnType<Works[Nr]>> };

/** PostgreSQL says this of what comes after a query that failed. */
const afterFailure = '25P02';

/**
 * Queries of a transaction that need not wait for each other's answers: sent at once to PostgreSQL, which carries them
 * out in this order, so that they cost one round trip; one by one on SQLite, which has none. Ends when all have ended.
 * Throws what the first that failed threw.
 */
export async function together<const Works extends readonly Work[]>(
  { manager }: Transaction,
  works: Works,
): Promise<Results<Works>> {
  const results: unknown[] = [];
  if (manager.connection.options.type !== 'postgres') {
    for (const work of works) results.push(await work());
    return results as Results<Works>;
  }
  const reasons: unknown[] = [];
  for (const one of await Promise.allSettled(works.map((work) => work()))) {
    if (one.status === 'fulfilled') results.push(one.value);
    else reasons.push(one.reason);
  }
  if (reasons.length > 0)
    throw reasons.find((reason) => (reason as { code?: string }).code !== afterFailure) ?? reasons[0];
  return results as Results<Works>;
}
